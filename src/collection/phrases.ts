/** The phrases of a whole collection: its matches and its background, given to `provenance/phrases`. */
import { backgroundOf } from "../columns/background.js";
import { documentAt } from "../columns/document-at.js";
import type { Match, Phrase } from "../model/index.js";
import { phrasesOf } from "../provenance/phrases/index.js";
import type { CollectionEngine } from "./lineage.js";

export function phrasesIn(
  { kernel, ranked, session }: CollectionEngine,
  matches: readonly Match[],
  minOutlets: number,
): Phrase[] {
  const documents = Array.from({ length: ranked.columns.count }, (_, index) => documentAt(ranked, index));
  const background = backgroundOf(session);
  return phrasesOf({ kernel, background, documents, matches, minOutlets });
}
