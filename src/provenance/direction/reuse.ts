import type { Match } from "../../model/index.js";

/** What lineage needs of a match: a `Match`, or something that makes its passages when they are asked for. */
export type Reuse = Pick<Match, "a" | "b" | "verdict" | "containment" | "passages">;
