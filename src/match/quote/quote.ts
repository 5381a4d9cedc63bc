/**
 * Who has this sentence. In: a quotation and texts. Out: for each text where the words stand, in which form, and
 * what the same sentence says about whose words they are.
 */
import { UsageError } from "../../errors.js";
import type { Kernel } from "../../kernel/kernel.js";
import { attributionIds } from "../../language/attribution.js";
import type { Edit, Finding, Range } from "../../model/index.js";
import { type TokenisedText, tokenise } from "../../text/tokenise.js";
import { alignQuote, type TokenPair } from "./align.js";

export type QuoteHit = Omit<Finding, "id" | "speaker">;

export const QUOTE_LEAST_SHARE = 0.5;
/** Fewer words in common than this are found only as an exact quotation. */
export const QUOTE_LEAST_TOKENS = 4;
export const QUOTE_MOST_TOKENS = 1000;
/** Matched words among the words of the stretch in which they stand. */
const LEAST_DENSITY = 0.5;
/** A speaker takes at least this many words; fewer between the cue and the quotation, and he stands before the cue. */
const SPEAKER_TOKENS = 2;
const WORDS_BEFORE_CUE = 6;
const WORDS_AFTER = 12;
const SENTENCE_REACH = 300;
const SENTENCE_END = /[.!?؟۔…。！？]["'”»’)\]]*(?=\s|$)|[\n\r]/g;

export class QuoteFinder {
  readonly quote: TokenisedText;
  readonly #kernel: Kernel;
  readonly #words: ReadonlySet<number>;
  readonly #cues: ReadonlySet<number>;
  /** Ids of the first word behind what may hang before it. */
  readonly #spelt: ReadonlySet<number>;

  /** Throws UsageError for a quotation without a word, or of more than `QUOTE_MOST_TOKENS`. */
  constructor(kernel: Kernel, quote: string) {
    this.#kernel = kernel;
    this.quote = tokenise(kernel, quote);
    const size = this.quote.ids.length;
    if (size === 0 || size > QUOTE_MOST_TOKENS) {
      throw new UsageError(`quotation of ${size} words: expected 1 to ${QUOTE_MOST_TOKENS}`);
    }
    this.#words = new Set(this.quote.ids);
    this.#cues = attributionIds(kernel);
    this.#spelt = size < QUOTE_LEAST_TOKENS ? speltOf(kernel, this.quote) : new Set();
  }

  /** The best place of the quotation in a text; null where less than half of it stands there. */
  find(text: string): QuoteHit | null {
    const tokens = tokenise(this.#kernel, text);
    if (!this.#possible(tokens.ids)) return this.#behindProclitic(tokens);
    const pairs = alignQuote(this.quote.ids, tokens.ids);
    const first = pairs[0];
    const last = pairs.at(-1);
    if (!first || !last) return null;
    const wanted = this.quote.ids.length;
    const share = pairs.length / wanted;
    const span = last.text - first.text + 1;
    const exact = pairs.length === wanted && span === wanted;
    if (!exact && (pairs.length < QUOTE_LEAST_TOKENS || share < QUOTE_LEAST_SHARE))
      return this.#behindProclitic(tokens);
    if (pairs.length / span < LEAST_DENSITY) return null;
    const edits = editsBetween(pairs, this.quote, tokens);
    const cut = edits.every((edit) => edit.kind === "delete");
    const b = { start: tokens.starts[first.text]!, end: tokens.ends[last.text]! };
    return {
      form: exact ? "exact" : cut ? "cut" : "varied",
      share,
      a: { start: this.quote.starts[first.quote]!, end: this.quote.ends[last.quote]! },
      b,
      edits,
      attribution: this.#attribution(tokens, b),
      sentence: sentenceAround(text, b),
    };
  }

  /** A short quotation whose first word stands behind و ف ب ل ك or the article: "varied", with that word changed. */
  #behindProclitic(tokens: TokenisedText): QuoteHit | null {
    const { ids } = this.quote;
    if (this.#spelt.size === 0) return null;
    for (let at = 0; at + ids.length <= tokens.ids.length; at++) {
      if (!this.#spelt.has(tokens.ids[at]!)) continue;
      let k = 1;
      while (k < ids.length && ids[k] === tokens.ids[at + k]) k++;
      if (k < ids.length) continue;
      const b = { start: tokens.starts[at]!, end: tokens.ends[at + ids.length - 1]! };
      const first = { start: this.quote.starts[0]!, end: this.quote.ends[0]! };
      return {
        form: "varied",
        share: 1,
        a: { start: first.start, end: this.quote.ends.at(-1)! },
        b,
        edits: [
          { kind: "replace", a: first, b: { start: b.start, end: tokens.ends[at]! }, equivalent: true },
        ],
        attribution: this.#attribution(tokens, b),
        sentence: sentenceAround(tokens.text, b),
      };
    }
    return null;
  }

  /** Whether enough of the quotation's words stand anywhere in the text. */
  #possible(ids: Uint32Array): boolean {
    const seen = new Set<number>();
    for (let i = 0; i < ids.length; i++) if (this.#words.has(ids[i]!)) seen.add(ids[i]!);
    return seen.size > 0 && seen.size >= this.#words.size * QUOTE_LEAST_SHARE;
  }

  /**
   * Before the quotation: from the last word of attribution on, or, where that word stands right before it, from a
   * few words earlier ("the minister said: …"). After it: only what begins with such a word ("…", said the minister).
   */
  #attribution(tokens: TokenisedText, hit: Range): Range | null {
    const { ids, starts, ends, text } = tokens;
    const from = sentenceStart(text, hit.start);
    const to = sentenceEnd(text, hit.end);
    let first = ids.length;
    let cue = -1;
    let last = -1;
    for (let i = 0; i < ids.length && starts[i]! < hit.start; i++) {
      if (starts[i]! < from) continue;
      first = Math.min(first, i);
      last = i;
      if (this.#cues.has(ids[i]!)) cue = i;
    }
    if (cue >= 0) {
      const begin = last - cue < SPEAKER_TOKENS ? Math.max(first, cue - WORDS_BEFORE_CUE) : cue;
      return { start: starts[begin]!, end: ends[last]! };
    }
    const after = starts.findIndex((start) => start >= hit.end);
    if (after < 0) return null;
    const near = ids.subarray(after, after + SPEAKER_TOKENS).findIndex((id) => this.#cues.has(id));
    let end = after + near;
    if (near < 0 || ends[end]! > to) return null;
    while (end + 1 < ids.length && end - after < WORDS_AFTER && ends[end + 1]! <= to) end++;
    return { start: starts[after]!, end: ends[end]! };
  }
}

/** Shorter words are written like too many others behind a proclitic. */
const LEAST_LETTERS = 4;

function speltOf(kernel: Kernel, quote: TokenisedText): ReadonlySet<number> {
  const word = quote.text.slice(quote.starts[0], quote.ends[0]);
  if (!/^[\u0621-\u064a]/u.test(word) || word.length < LEAST_LETTERS) return new Set();
  const bare = word.startsWith("ال") ? word.slice(2) : word;
  const stems = [
    bare,
    `ال${bare}`,
    `ب${bare}`,
    `ل${bare}`,
    `ك${bare}`,
    `بال${bare}`,
    `لل${bare}`,
    `كال${bare}`,
  ];
  const spelt = stems.flatMap((stem) => ["", "و", "ف"].map((and) => and + stem));
  return new Set(tokenise(kernel, spelt.join(" ")).ids);
}

/** What lies between matched words, in the order in which it stands; not what lies before the first and after the last. */
export function editsBetween(pairs: readonly TokenPair[], quote: TokenisedText, text: TokenisedText): Edit[] {
  const edits: Edit[] = [];
  for (let k = 1; k < pairs.length; k++) {
    const left = pairs[k - 1]!;
    const right = pairs[k]!;
    const a = stretch(quote, left.quote + 1, right.quote);
    const b = stretch(text, left.text + 1, right.text);
    const gone = right.quote - left.quote > 1;
    const come = right.text - left.text > 1;
    if (gone || come) edits.push({ kind: gone && come ? "replace" : gone ? "delete" : "insert", a, b });
  }
  return edits;
}

/** The range of tokens [from, to); where they are none, the empty range before token `to`. */
function stretch(text: TokenisedText, from: number, to: number): Range {
  if (to > from) return { start: text.starts[from]!, end: text.ends[to - 1]! };
  return { start: text.starts[to]!, end: text.starts[to]! };
}

function sentenceAround(text: string, { start, end }: Range): Range {
  const from = sentenceStart(text, start);
  return { start: from + /^\s*/u.exec(text.slice(from, start))![0].length, end: sentenceEnd(text, end) };
}

/** A line break after a colon does not end the sentence: what follows is what was said. */
function sentenceStart(text: string, at: number): number {
  const from = Math.max(0, at - SENTENCE_REACH);
  let start = from;
  for (const match of text.slice(from, at).matchAll(SENTENCE_END)) {
    const end = from + match.index + match[0].length;
    const lineBreak = match[0] === "\n" || match[0] === "\r";
    if (!lineBreak || !text.slice(from, end).trimEnd().endsWith(":")) start = end;
  }
  return start;
}

function sentenceEnd(text: string, at: number): number {
  const rest = text.slice(at, at + SENTENCE_REACH);
  const match = rest.matchAll(SENTENCE_END).next().value;
  return at + (match ? match.index : rest.length);
}
