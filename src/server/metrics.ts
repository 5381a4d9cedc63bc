/** Figures of a server in the form of Prometheus. */
import type { Index } from "../index.js";
import type { ItemVerdict } from "../model/index.js";
import type { ItemWriter } from "./writer.js";

export interface Metrics {
  answered(verdict: ItemVerdict, seconds: number): void;
  checked(seconds: number): void;
  text(): Promise<string>;
  readonly contentType: string;
}

/** Seconds. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];

export async function createMetrics(index: Index, writer: ItemWriter): Promise<Metrics> {
  const { Counter, Gauge, Histogram, Registry } = await import("prom-client");
  const registry = new Registry();
  const registers = [registry];
  const items = new Counter({
    name: "isnad_items_total",
    help: "Items answered and on disk, by verdict.",
    labelNames: ["verdict"],
    registers,
  });
  const itemSeconds = new Histogram({
    name: "isnad_item_seconds",
    help: "From the arrival of an item to its durable answer.",
    buckets: BUCKETS,
    registers,
  });
  const checkSeconds = new Histogram({
    name: "isnad_check_seconds",
    help: "Time of one check.",
    buckets: BUCKETS,
    registers,
  });
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  gauge("isnad_documents", "Documents kept.", () => index.documents);
  gauge("isnad_index_bytes", "Bytes of the index on disk.", () => index.bytes);
  gauge("isnad_queue_items", "Items accepted and not yet answered.", () => writer.depth);
  gauge("isnad_committed_sequence", "Sequence number of the last answer on disk.", () => writer.committed);
  return {
    answered(verdict, seconds) {
      items.inc({ verdict });
      itemSeconds.observe(seconds);
    },
    checked: (seconds) => checkSeconds.observe(seconds),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
