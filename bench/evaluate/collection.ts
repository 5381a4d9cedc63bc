/**
 * A file of articles as the engine sees it: texts by id, and the document frequencies behind every judgement.
 */
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { Collection } from "../../src/collection/collection.js";
import { candidateCopies, verifiedCopies } from "../../src/collection/copies.js";
import { indexExcerpts } from "../../src/collection/excerpts.js";
import { readInto } from "../../src/collection/read.js";
import { CollectionBackground } from "../../src/columns/background.js";
import { SKETCH } from "../../src/document/sketch.js";
import { fieldMap } from "../../src/ingest/fields.js";
import type { Kernel } from "../../src/kernel/kernel.js";
import type { Background } from "../../src/match/background.js";
import { WHOLE_THRESHOLD_DEFAULT } from "../../src/options.js";
import { type TokenisedText, tokenise } from "../../src/text/tokenise.js";
import { threadKernel } from "../../src/workers/kernel.js";

const MILLISECONDS_PER_DAY = 86_400_000;

export interface Articles {
  readonly background: Background;
  readonly kernel: Kernel;
  /** Tokens of an article's text; none for an id that was not read, as records with empty bodies are not. */
  text(id: string): TokenisedText;
  title(id: string): string;
  /** Empty where there is none. */
  source(id: string): string;
  /** Days between two articles, published or captured; null where a time is not known. */
  daysApart(a: string, b: string): number | null;
  /** In the order of the collection. */
  ids(): string[];
}

export async function readArticles(file: string): Promise<Articles> {
  const kernel = await threadKernel();
  const collection = new Collection(SKETCH.bands);
  const { pool } = await readInto(collection, {
    inputs: [file],
    format: undefined,
    encoding: undefined,
    fields: fieldMap([]),
    workers: 1,
    signal: undefined,
    onProgress: undefined,
    keepText: true,
  });
  const { columns, id: idOf, indexOf } = collection.ranked();
  const candidates = await candidateCopies(columns, WHOLE_THRESHOLD_DEFAULT, pool, undefined);
  const copies = await verifiedCopies(columns, candidates, WHOLE_THRESHOLD_DEFAULT, pool, undefined);
  const { background } = await indexExcerpts(columns, copies, pool);
  await pool.close();
  const texts = new Map<string, TokenisedText>();
  const times = await readTimes(file);
  return {
    background: new CollectionBackground(background),
    kernel,
    text(id) {
      const known = texts.get(id);
      if (known !== undefined) return known;
      const index = indexOf(id);
      const made = tokenise(kernel, index === undefined ? "" : columns.text(index));
      texts.set(id, made);
      return made;
    },
    title(id) {
      const index = indexOf(id);
      return index === undefined ? "" : (columns.meta(index, "title") ?? "");
    },
    source(id) {
      const index = indexOf(id);
      return index === undefined ? "" : (columns.meta(index, "source") ?? "");
    },
    daysApart(a, b) {
      const days = Math.abs(times.get(a)! - times.get(b)!) / MILLISECONDS_PER_DAY;
      return Number.isNaN(days) ? null : days;
    },
    ids: () => Array.from({ length: columns.count }, (_, at) => idOf(at)),
  };
}

/** Published where it is told, else captured, by id; NaN for a time that cannot be read. */
async function readTimes(file: string): Promise<Map<string, number>> {
  const times = new Map<string, number>();
  const bytes = createReadStream(file);
  const input = file.endsWith(".gz") ? bytes.pipe(createGunzip()) : bytes;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === "") continue;
    const { id, published, date, captured, date_extracted } = JSON.parse(line) as Record<string, unknown>;
    times.set(String(id), Date.parse(String(published ?? date ?? captured ?? date_extracted)));
  }
  return times;
}
