/**
 * Where tasks run: in worker threads (piscina), or in the caller's own thread where one worker is asked for.
 * Choose by `threads`; the results are the same.
 */
import { type Tasks, tasks } from "./tasks.js";

export interface Pool extends Tasks {
  readonly threads: number;
  close(): Promise<void>;
}

/** Throws nothing; a failing task rejects its own promise. `signal` aborts tasks not yet begun. */
export async function openPool(threads: number): Promise<Pool> {
  if (threads <= 1) return { ...tasks, threads: 1, close: async () => {} };
  const { Piscina } = await import("piscina");
  const workers = new Piscina({
    filename: new URL("./worker.js", import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: 1,
  });
  return {
    threads,
    sketch: (task) => workers.run(task, { name: "sketch" }),
    findCopies: (task) => workers.run(task, { name: "findCopies" }),
    verifyCopies: (task) => workers.run(task, { name: "verifyCopies" }),
    postFingerprints: (task) => workers.run(task, { name: "postFingerprints" }),
    countWords: (task) => workers.run(task, { name: "countWords" }),
    align: (task) => workers.run(task, { name: "align" }),
    compare: (task) => workers.run(task, { name: "compare" }),
    close: () => workers.destroy(),
  };
}
