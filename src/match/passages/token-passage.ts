/** A passage in tokens of both texts. */
import type { Chain } from "../align/chains.js";
import type { Region } from "../align/edits.js";

/** A region, and whether its two sides say the same in other letters or forms. */
export interface TokenEdit extends Region {
  readonly equivalent: boolean;
}

/** A passage in tokens of both texts. Pieces in the order of a. */
export interface TokenPassage extends Region {
  readonly pieces: readonly Chain[];
  readonly edits: readonly TokenEdit[];
  readonly similarity: number;
}
