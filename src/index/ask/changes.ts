/** What an update brings: the sentences of the item that do not stand in the kept text, and the changed facts. */
import { newSentences } from "../../match/new-sentences.js";
import type { ItemChanges } from "../../model/answer.js";
import type { ChangedFact, Passage } from "../../model/index.js";
import type { TokenisedText } from "../../text/tokenise.js";

/** `passages` and `facts` are seen from the item. O(tokens). */
export function itemChanges(
  item: TokenisedText,
  passages: readonly Passage[],
  facts: readonly ChangedFact[],
): ItemChanges {
  return { sentences: newSentences(item, passages), facts };
}
