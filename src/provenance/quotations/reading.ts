/** A text made ready for the rules: tokens, what stands between them, sentences, and what the lexicon knows of a word. */
import type { Kernel } from "../../kernel/kernel.js";
import { quotedStretches } from "../../language/quotation-marks.js";
import { Reading } from "../../language/reading.js";
import { tokeniseInPlace } from "../../text/tokenise.js";
import { type Entry, type Lexicon, lexiconOf, PART } from "./lexicon.js";
import { type Span, spansOf } from "./quoted-spans.js";

/** What stands between a token and the one before it, as bits. A plain space is 0. */
export const GAP = {
  comma: 1,
  colon: 2,
  bracket: 4,
  quote: 8,
  sentence: 16,
  paragraph: 32,
  dash: 64,
} as const;

/** Memory that one reading after the other uses: two arrays for each text are most of what there would be to collect. */
interface Scratch {
  gaps: Uint8Array;
  sentences: Uint32Array;
}

const LEAST_SCRATCH = 4096;
const scratches = new WeakMap<Kernel, Scratch>();

function scratchOf(kernel: Kernel, tokens: number): Scratch {
  const known = scratches.get(kernel);
  if (known && known.gaps.length >= tokens) return known;
  const size = Math.max(LEAST_SCRATCH, 2 * tokens);
  const scratch = { gaps: new Uint8Array(size), sentences: new Uint32Array(size) };
  scratches.set(kernel, scratch);
  return scratch;
}

/** Uses the kernel's memory: it holds until the next call on the kernel. */
export class SpokenReading extends Reading {
  readonly #lexicon: Lexicon;
  readonly #sentenceStarts = [0];
  /** Bits of `GAP` before each token; the first begins a paragraph. */
  readonly gaps: Uint8Array;
  /** Number of the sentence that each token stands in. */
  readonly sentences: Uint32Array;
  /** Tokens that may say that somebody speaks. */
  readonly cues: readonly number[];
  /** Quoted stretches, outer before inner. */
  readonly spans: readonly Span[];
  /** Those that no other holds. */
  readonly outerSpans: readonly Span[];

  constructor(kernel: Kernel, text: string) {
    // Compiled first: it would overwrite the tokens, which lie in the kernel's memory.
    const lexicon = lexiconOf(kernel);
    super(tokeniseInPlace(kernel, text));
    this.#lexicon = lexicon;
    const scratch = scratchOf(kernel, this.size);
    this.gaps = scratch.gaps.subarray(0, this.size);
    this.sentences = scratch.sentences.subarray(0, this.size);
    this.cues = this.#read();
    this.spans = spansOf(this, quotedStretches(text));
    this.outerSpans = this.spans.filter((span) => span.depth === 0);
  }

  entry(token: number): Entry | undefined {
    if (token < 0 || token >= this.size) return undefined;
    const id = this.tokens.ids[token]!;
    return this.#lexicon.filter[id & 0xffff] === 0 ? undefined : this.#lexicon.entries.get(id);
  }

  /** Whether the word can play any of the parts. */
  plays(token: number, parts: number): boolean {
    return ((this.entry(token)?.parts ?? 0) & parts) !== 0;
  }

  gap(token: number): number {
    return token >= this.size ? GAP.paragraph : this.gaps[token]!;
  }

  word(token: number): string {
    return this.text.slice(this.starts[token]!, this.ends[token]!);
  }

  /** Whether the token is this word, letter by letter, perhaps behind و. */
  isWritten(token: number, word: string): boolean {
    if (token >= this.size) return false;
    const length = this.ends[token]! - this.starts[token]!;
    if (length === word.length) return this.begins(token, word);
    return (
      length === word.length + 1 &&
      this.begins(token, "و") &&
      this.text.startsWith(word, this.starts[token]! + 1)
    );
  }

  /** Whether a proclitic before the marks and the first word inside them are one token. */
  isGlued(token: number): boolean {
    const span = this.spanAt(token);
    return span !== null && span.first === token && this.starts[token]! < span.quoted.outer.start;
  }

  /** The outermost span that holds a token. O(log spans). */
  spanAt(token: number): Span | null {
    const spans = this.outerSpans;
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (spans[middle]!.first <= token) low = middle + 1;
      else high = middle;
    }
    const span = spans[low - 1];
    return span && token < span.last ? span : null;
  }

  /** The last cue before a token; -1 where there is none. O(log cues). */
  cueBefore(token: number): number {
    let low = 0;
    let high = this.cues.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.cues[middle]! < token) low = middle + 1;
      else high = middle;
    }
    return this.cues[low - 1] ?? -1;
  }

  /** First token of the sentence in which the token stands. */
  sentenceStart(token: number): number {
    return this.#sentenceStarts[this.sentences[token]!]!;
  }

  #read(): number[] {
    const { text, starts, ends, gaps, sentences, size } = this;
    const ids = this.tokens.ids;
    const { filter } = this.#lexicon;
    const cues: number[] = [];
    let sentence = 0;
    for (let k = 0; k < size; k++) {
      const from = k === 0 ? 0 : ends[k - 1]!;
      const to = starts[k]!;
      gaps[k] = 0;
      const plain = k > 0 && to - from === 1 && text.charCodeAt(from) === 0x20;
      if (!plain && (to > from || k === 0)) {
        const gap = k === 0 ? GAP.paragraph | this.#gapBits(0, to, -1) : this.#gapBits(from, to, k - 1);
        gaps[k] = gap;
        if (k > 0 && gap & (GAP.sentence | GAP.paragraph)) {
          sentence++;
          this.#sentenceStarts.push(k);
        }
      }
      sentences[k] = sentence;
      if (filter[ids[k]! & 0xffff] === 2) {
        const entry = this.entry(k);
        if (entry?.saying || entry?.sources) cues.push(k);
      }
    }
    return cues;
  }

  #gapBits(from: number, to: number, before: number): number {
    const { text } = this;
    let bits = 0;
    for (let at = from; at < to; at++) {
      const unit = text.charCodeAt(at);
      switch (unit) {
        case 0x20:
          break;
        case 0x0a:
        case 0x0d:
        case 0x2029:
          bits |= GAP.paragraph;
          break;
        case 0x21:
        case 0x3f:
        case 0x61f:
        case 0x6d4:
        case 0x2026:
        case 0x3002:
          bits |= GAP.sentence;
          break;
        case 0x2e:
          if (!this.#abbreviates(before, at, to)) bits |= GAP.sentence;
          break;
        case 0x2c:
        case 0x60c:
        case 0x3b:
        case 0x61b:
          bits |= GAP.comma;
          break;
        case 0x3a:
          bits |= GAP.colon;
          break;
        case 0x28:
        case 0x29:
        case 0x5b:
        case 0x5d:
          bits |= GAP.bracket;
          break;
        case 0x2d:
        case 0x640:
        case 0x2013:
        case 0x2014:
          bits |= GAP.dash;
          break;
        case 0x22:
        case 0xab:
        case 0xbb:
        case 0x2039:
        case 0x203a:
        case 0x7b:
        case 0x7d:
        case 0x2033:
          bits |= GAP.quote;
          break;
        default:
          if (unit >= 0x2018 && unit <= 0x201f) bits |= GAP.quote;
      }
    }
    return bits;
  }

  /** Whether the stop at `at` shortens token `before` ("د.", "Mr.") or stands inside a word ("U.S."). */
  #abbreviates(before: number, at: number, to: number): boolean {
    if (before < 0 || at !== this.ends[before]!) return false;
    if (this.ends[before]! - this.starts[before]! === 1)
      return this.text.charCodeAt(this.starts[before]!) > 0x39;
    if (to === at + 1) {
      const short = (token: number) => this.ends[token]! - this.starts[token]! <= 3;
      return this.text.charCodeAt(to) < 0x600 || (short(before) && short(before + 1));
    }
    return this.plays(before, PART.abbreviation);
  }
}
