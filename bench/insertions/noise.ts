/** The noise levels: what a copied passage goes through before it is inserted. */
import type { Random } from "../support/random.js";
import { varyLetters } from "./letters.js";
import { endsSentence, splitWords } from "./words.js";

export const NOISE_LEVELS = [
  "exact",
  "letters",
  "edited10",
  "edited23",
  "edited38letters",
  "shuffled",
] as const;

export type NoiseLevel = (typeof NOISE_LEVELS)[number];

/** `altered` is no noise: the copy is exact but for changed facts, and each change is truth. */
export type Level = NoiseLevel | "altered";

/** Returns the passage under noise; `vocabulary` gives the words that replace others. */
export function applyNoise(
  passage: string,
  level: NoiseLevel,
  vocabulary: readonly string[],
  random: Random,
): string {
  switch (level) {
    case "exact":
      return passage;
    case "letters":
      return varyLetters(passage, random);
    case "edited10":
      return editWords(passage, 0.1, vocabulary, random);
    case "edited23":
      return editWords(passage, 0.23, vocabulary, random);
    case "edited38letters":
      return varyLetters(editWords(passage, 0.38, vocabulary, random), random);
    case "shuffled":
      return shuffleSentences(passage, random);
  }
}

/**
 * Edits `share` of the words: of nine edits three drop a word, two swap it with the next, four replace it.
 * White space stays as it was, except that a dropped word takes the space after it along.
 */
export function editWords(
  passage: string,
  share: number,
  vocabulary: readonly string[],
  random: Random,
): string {
  const ranges = splitWords(passage);
  const words = ranges.map((word) => passage.slice(word.start, word.end));
  const spaces = ranges.map((word, i) => passage.slice(word.end, ranges[i + 1]?.start ?? word.end));
  const edits = Math.round(words.length * share);
  const positions = random.shuffled(words.map((_, i) => i)).slice(0, edits);
  const dropped = new Set<number>();
  for (const position of positions) {
    const die = random.below(9);
    if (die < 3) {
      dropped.add(position);
    } else if (die < 5 && words.length > 1) {
      const next = position + 1 < words.length ? position + 1 : position - 1;
      [words[position], words[next]] = [words[next]!, words[position]!];
    } else {
      words[position] = random.pick(vocabulary);
    }
  }
  let result = "";
  for (let i = 0; i < words.length; i++) {
    if (!dropped.has(i)) result += words[i]! + spaces[i]!;
  }
  return result.trimEnd();
}

/** Sentences of a passage, without the white space between them. */
export function splitSentences(passage: string): string[] {
  const words = splitWords(passage);
  const sentences: string[] = [];
  let first = 0;
  for (let i = 0; i < words.length; i++) {
    if (!endsSentence(passage, words, i) && i + 1 < words.length) continue;
    sentences.push(passage.slice(words[first]!.start, words[i]!.end));
    first = i + 1;
  }
  return sentences;
}

/** Puts the sentences into another order than the one they came in; needs two different sentences. */
function shuffleSentences(passage: string, random: Random): string {
  const sentences = splitSentences(passage);
  if (new Set(sentences).size < 2) return passage;
  let order = random.shuffled(sentences);
  while (order.every((sentence, i) => sentence === sentences[i])) order = random.shuffled(sentences);
  return order.join(" ");
}
