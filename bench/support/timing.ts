/** Best of several passes in a warm process, by tinybench. */
import { Bench } from "tinybench";

/** Seconds of the fastest of `passes` calls, after one call that is not counted. */
export async function best(passes: number, work: () => unknown): Promise<number> {
  const bench = new Bench({ iterations: passes, time: 0, warmupIterations: 1, warmupTime: 0, throws: true });
  bench.add("case", work);
  const [task] = await bench.run();
  const result = task?.result;
  if (result === undefined || !("latency" in result)) throw new Error("the case was not measured");
  return result.latency.min / 1000;
}
