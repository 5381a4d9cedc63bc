/**
 * Where the tasks of Node run: in worker threads (piscina), or in the caller's own thread where one is asked
 * for. Choose by `threads`; the results are the same.
 */
import { type SketchResult, type SketchTask, sketch } from "./sketch-task.js";
import { inlinePool, type WorkPool } from "./tasks.js";

export interface ReadPool extends WorkPool {
  sketch(task: SketchTask): Promise<SketchResult>;
}

/** A failing task rejects its own promise; `close` rejects those that still run. */
export async function openPool(threads: number): Promise<ReadPool> {
  if (threads <= 1) return { ...inlinePool(), sketch };
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
    candidates: (task) => workers.run(task, { name: "candidates" }),
    align: (task) => workers.run(task, { name: "align" }),
    compare: (task) => workers.run(task, { name: "compare" }),
    leadWords: (task) => workers.run(task, { name: "leadWords" }),
    newsTerms: (task) => workers.run(task, { name: "newsTerms" }),
    newsPairs: (task) => workers.run(task, { name: "newsPairs" }),
    tellStories: (task) => workers.run(task, { name: "tellStories" }),
    judgePairs: (task) => workers.run(task, { name: "judgePairs" }),
    close: () => workers.destroy(),
  };
}
