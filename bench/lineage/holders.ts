/** Whether the others that an unseen source counts are those that have its words, counted by the letters alone. */
import type { Document, UnseenSource } from "../../src/index.js";
import type { FullLineage } from "../../src/provenance/lineage/index.js";
import { foldLetters } from "../../src/text/letters.js";

const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}ـ]+/gu;

export function miscounted(full: FullLineage, documents: ReadonlyMap<string, Document>): UnseenSource[] {
  const letters = new Map<string, string>();
  const lettersOf = (id: string) => {
    const known = letters.get(id);
    if (known !== undefined) return known;
    const made = spaced(documents.get(id)!.text);
    letters.set(id, made);
    return made;
  };
  return full.lineage.stories.flatMap((story) =>
    story.unseen.filter(({ words, documents: holders }) => {
      const run = spaced(documents.get(words.document)!.text.slice(words.start, words.end));
      const found = story.documents.filter((id) => lettersOf(id).includes(run));
      return found.length !== holders.length || found.some((id) => !holders.includes(id));
    }),
  );
}

function spaced(text: string): string {
  return ` ${(text.match(WORD) ?? []).map(foldLetters).join(" ")} `;
}
