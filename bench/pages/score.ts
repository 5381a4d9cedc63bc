/** How near an extraction comes to the text that a reader would copy. */

/** Words as runs of letters and digits, in lower case. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}_]+/gu) ?? []
  );
}

export interface WordScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Of the two bags of words. Two empty texts agree. */
export function scoreWords(found: string, wanted: string): WordScore {
  const counts = new Map<string, number>();
  const wantedWords = wordsOf(wanted);
  for (const word of wantedWords) counts.set(word, (counts.get(word) ?? 0) + 1);
  const foundWords = wordsOf(found);
  let common = 0;
  for (const word of foundWords) {
    const left = counts.get(word) ?? 0;
    if (left === 0) continue;
    counts.set(word, left - 1);
    common++;
  }
  if (foundWords.length === 0 && wantedWords.length === 0) return { precision: 1, recall: 1, f1: 1 };
  const precision = foundWords.length === 0 ? 0 : common / foundWords.length;
  const recall = wantedWords.length === 0 ? 0 : common / wantedWords.length;
  return { precision, recall, f1: common === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

/** Same title but for case, blanks and punctuation. */
export function sameTitle(found: string | undefined, wanted: string): boolean {
  return found !== undefined && wordsOf(found).join(" ") === wordsOf(wanted).join(" ");
}
