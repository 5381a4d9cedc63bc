/**
 * How much a text reads like Arabic, to choose between readings of the same bytes: a wrong charset, a wrongly
 * decoded page or reversed lines still give Arabic letters, but neither its commonest words nor its article.
 * The words are the closed class of the language (prepositions, particles, pronouns).
 */
const COMMON = new Set(
  (
    "في من على إلى الى عن مع أن ان إن لا ما لم لن قد هذا هذه ذلك تلك التي الذي الذين هو هي كان كانت بعد قبل بين " +
    "كما حيث عند أو او ثم كل غير خلال حول منذ حتى لكن بعض وفي ومن وقد وأن وان وعلى أي إذا اذا أنه انه أنها عبر ضد"
  ).split(" "),
);

export interface ArabicEvidence {
  /** Words of Arabic letters. */
  readonly words: number;
  /** Share of those words that are common words or begin with the article; 0 without words. */
  readonly share: number;
  /** The same with every word read backwards. */
  readonly reversedShare: number;
}

const REVERSED_COMMON = new Set([...COMMON].map((word) => [...word].reverse().join("")));
const WORD = /[\u0621-\u064a]+/g;
const ARTICLE = /^[وفبك]?ال./;
const REVERSED_ARTICLE = /.لا[وفبك]?$/;

/** Looks at the first `limit` UTF-16 units, which decide as well as the whole does. */
export function arabicEvidence(text: string, limit = 20_000): ArabicEvidence {
  const sample = text
    .slice(0, limit)
    .normalize("NFKC")
    .replace(/[\u064b-\u0655\u0640]/g, "");
  let words = 0;
  let common = 0;
  let reversed = 0;
  for (const [word] of sample.matchAll(WORD)) {
    words++;
    if (COMMON.has(word) || ARTICLE.test(word)) common++;
    if (REVERSED_COMMON.has(word) || REVERSED_ARTICLE.test(word)) reversed++;
  }
  if (words === 0) return { words, share: 0, reversedShare: 0 };
  return { words, share: common / words, reversedShare: reversed / words };
}

/** UTF-16 units that tell whether words stand backwards: some three hundred words. */
const VISUAL_SAMPLE = 2000;
const LEAST_WORDS = 12;

/** Enough words to judge, and backwards they read like Arabic while forwards they do not. */
export function isVisualOrder(text: string): boolean {
  const { words, share, reversedShare } = arabicEvidence(text, VISUAL_SAMPLE);
  return words >= LEAST_WORDS && reversedShare >= 0.15 && reversedShare > 3 * share;
}
