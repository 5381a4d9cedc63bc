/** What a figure was measured on: without it the figure says nothing. */
import { availableParallelism, cpus, totalmem } from "node:os";

export function machine(): string {
  const model = cpus()[0]?.model.trim() ?? "unknown processor";
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${model}, ${availableParallelism()} cores, ${memory} GiB, Node ${process.version}`;
}
