/**
 * What a story is called: its clearest headline. In: headlines of its members. Out: the one that has most in common with
 * the others, as it says what all of them say; never a dateline, a place or a path.
 */

const LEAST_WORDS = 3;
const MOST_WORDS = 18;
/** Letters of a text from which a headline is made where there is none. */
const BEGINNING = 110;
const WORD = /[\p{L}\p{N}]+/gu;
const PATH = /^(?:[\w./~-]+\.(?:txt|html?|jsonl?|md)|https?:\/\/\S+)$/u;
const SENTENCE_END = /[.!?؟۔](?=\s|$)|\n/u;

/** Undefined where none of them is a headline. Ties end at the first. */
export function clearestHeadline(headlines: readonly string[]): string | undefined {
  const usable = headlines.map((one) => one.replace(/\s+/gu, " ").trim()).filter(isHeadline);
  const words = usable.map((one) => new Set(wordsOf(one)));
  const holders = new Map<string, number>();
  for (const set of words) for (const word of set) holders.set(word, (holders.get(word) ?? 0) + 1);
  let best: { headline: string; score: number } | undefined;
  usable.forEach((headline, at) => {
    let score = 0;
    // A word that others have too counts by how many; length is paid for, so that the tersest of equals wins.
    for (const word of words[at]!) score += holders.get(word)! - 1;
    score = score / Math.sqrt(words[at]!.size) - (words[at]!.size > MOST_WORDS ? 1 : 0);
    if (best === undefined || score > best.score) best = { headline, score };
  });
  return best?.headline;
}

function isHeadline(text: string): boolean {
  return wordsOf(text).length >= LEAST_WORDS && !PATH.test(text);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

/** The first sentence of a text, at its first line that is one, without what stands before a dateline's dash. */
export function beginningOf(text: string): string {
  const lines = text.split("\n").map((line) => line.trim());
  const line = lines.find(isHeadline) ?? text.trim();
  const end = SENTENCE_END.exec(line)?.index ?? line.length;
  const sentence = line.slice(0, Math.max(end, 1)).replace(/\s+/gu, " ").trim();
  if (sentence.length <= BEGINNING) return sentence;
  const cut = sentence.slice(0, BEGINNING);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 1))}…`;
}
