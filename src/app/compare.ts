/** Two documents by themselves, judged as a bare pair, whatever else is known. */
import { createEngine, type Engine } from "../index.js";
import type { Document, Match } from "../model/index.js";

export interface BarePair {
  readonly match: Match;
  /** Under which id the second stands: both may have come with one. */
  readonly second: string;
}

/**
 * Compares two documents; `work` sees the engine that holds them both, which is closed behind it. `otherName` is what the
 * second is called where both have one id.
 */
export async function comparingTwo<Result>(
  [first, second]: readonly [Document, Document],
  otherName: string,
  work: (pair: BarePair, engine: Engine) => Promise<Result>,
): Promise<Result> {
  const engine = await createEngine();
  try {
    engine.add(first);
    const id = second.id !== first.id ? second.id : otherName !== first.id ? otherName : `${otherName} (2)`;
    engine.add({ ...second, id });
    return await work({ match: await engine.compare(first.id, id), second: id }, engine);
  } finally {
    await engine.close();
  }
}
