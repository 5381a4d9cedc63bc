/** The same quoted words as somebody else's: by words alone, for collections whose quotations are read already. */
import type { Quotation } from "../../model/index.js";
import { foldLetters } from "../../text/letters.js";
import { differ, nameKey } from "./names.js";

export interface OtherSpeaker {
  readonly speaker: string;
  readonly document: string;
}

/** Fewer words are a formula as often as a quotation. */
const LEAST_WORDS = 5;
const MOST_SPEAKERS = 16;

/**
 * By id of a document and start of a quotation in it: who else is said to have spoken exactly these words, in another
 * of the documents, the first by id. Only direct quotations with a speaker, of five words and more.
 */
export function otherSpeakers(
  documents: readonly {
    readonly id: string;
    readonly text: string;
    readonly quotations: readonly Quotation[];
  }[],
): ReadonlyMap<string, ReadonlyMap<number, OtherSpeaker>> {
  const byWords = new Map<string, (OtherSpeaker & { readonly start: number })[]>();
  for (const { id, text, quotations } of [...documents].sort((x, y) => (x.id < y.id ? -1 : 1))) {
    for (const { kind, speaker, start, end } of quotations) {
      if (kind !== "direct" || speaker === null) continue;
      const words = wordsOf(text.slice(start, end));
      if (words.length < LEAST_WORDS) continue;
      const key = words.join(" ");
      const said = byWords.get(key) ?? [];
      byWords.set(key, said);
      said.push({ document: id, start, speaker: speaker.name });
    }
  }
  const found = new Map<string, Map<number, OtherSpeaker>>();
  for (const said of byWords.values()) {
    const speakers = firstOfEach(said);
    if (speakers.length < 2) continue;
    for (const { document, start, speaker } of said) {
      const other = speakers.find(
        (one) => one.document !== document && differ([nameKey(speaker), nameKey(one.speaker)]),
      );
      if (other === undefined) continue;
      const ofDocument = found.get(document) ?? new Map<number, OtherSpeaker>();
      found.set(document, ofDocument.set(start, { speaker: other.speaker, document: other.document }));
    }
  }
  return found;
}

function firstOfEach(said: readonly OtherSpeaker[]): OtherSpeaker[] {
  const names = new Set<string>();
  return said
    .filter(({ speaker }) => {
      const isNew = !names.has(speaker);
      names.add(speaker);
      return isNew;
    })
    .slice(0, MOST_SPEAKERS);
}

function wordsOf(text: string): string[] {
  return text
    .split(/[^\p{L}\p{M}\p{N}\u0640]+/u)
    .map(foldLetters)
    .filter((word) => word !== "");
}
