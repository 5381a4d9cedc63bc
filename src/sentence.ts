/** A sentence of isnad that quotes articles: what it quotes stands in Unicode isolates (U+2068 … U+2069). */
export interface SentencePart {
  readonly text: string;
  /** Words of an article, which may run the other way. */
  readonly quoted: boolean;
}

/** The sentence cut at what it quotes, without the isolates. */
export function sentenceParts(sentence: string): SentencePart[] {
  return sentence
    .split(/(\u2068[^\u2069]*\u2069)/u)
    .filter((part) => part !== "")
    .map((part) =>
      part.startsWith("\u2068") ? { text: part.slice(1, -1), quoted: true } : { text: part, quoted: false },
    );
}

const CHANGE = /(\u2068[^\u2069]*\u2069|nothing) → (\u2068[^\u2069]*\u2069|nothing)/gu;

/** A reason as it reads with the two texts changed over: what stood before the arrow stands after it. */
export function turnedReason(reason: string): string {
  return reason.replace(CHANGE, "$2 → $1");
}

/** An id as a sentence says it: of a file with its whole path the name alone, since where it lies is nobody's business. */
export function shownId(id: string): string {
  return /^(?:\/|[A-Za-z]:[\\/])/u.test(id) ? (/[^\\/]+$/u.exec(id)?.[0] ?? id) : id;
}
