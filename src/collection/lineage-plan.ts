import type { Ranked } from "../columns/ranked.js";
import type { ComparedPairs } from "../match/compared.js";
import type { Stories } from "../provenance/lineage/index.js";
import type { TellSession } from "../workers/tell-task.js";

/** Which documents make a story, ready to be told. */
export interface LineagePlan extends Stories {
  readonly ranked: Ranked;
  readonly session: TellSession;
  /** What the matches rest in, in the order of the session's. */
  readonly lists: readonly ComparedPairs[];
}
