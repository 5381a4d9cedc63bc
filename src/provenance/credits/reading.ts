/**
 * One field of a document as the rules read it: tokens with their cues, the marks between them, and the names that
 * the automaton found.
 */
import type { Kernel } from "../../kernel/kernel.js";
import { Reading } from "../../language/reading.js";
import type { DocumentField } from "../../model/provenance.js";
import { startsSentence } from "../../text/sentences.js";
import { tokenise } from "../../text/tokenise.js";
import { type Lexicon, type Name, PREFIX } from "./compile.js";
import { CUE } from "./lexicon-cues.js";

/** A name at tokens [from, to). */
export interface Found {
  readonly from: number;
  readonly to: number;
  readonly name: Name;
}

/** Within so many tokens a cue belongs to the name itself. */
const NEAREST = 6;

/** How far before the one who is told something a word of saying may stand, in tokens of one sentence. */
export const TOLD_TO = 30;

const LAM = 0x644;
/** ( « " “ */
const OPENERS = new Set([0x28, 0xab, 0x22, 0x201c]);

/** UTF-16 code units. */
const MOST_GAP = 64;

const OPENS = /["«“”„'‘([]\s*$/u;
const CLOSES = /^\s*["»”“'’)\]]/u;
const GLUED_LETTER = /^[بفلكو]\s/u;
const HANGING = /^[وف]?[ـ\s]{0,8}[لبك]?[ـ\s]{0,8}(?=["«“”„([])["«“”„([\s]*/u;
const PREFIX_LETTERS: readonly (RegExp | null)[] = [
  null,
  /^(?:[وف]ـ?|[ld]['’])/iu,
  /^[وف]?ل(?!ل)ـ?/u,
  /^[وف]?[بك]ـ?/u,
];

/** Whether a word has anything but the bare letters that the rules are written in: marks, tatweel, other keyboards. */
function isDressed(raw: string): boolean {
  for (let k = 0; k < raw.length; k++) {
    const unit = raw.charCodeAt(k);
    if (unit >= 0x80 && (unit < 0x621 || (unit > 0x63a && unit < 0x641) || unit > 0x64a)) return true;
  }
  return false;
}

function undressed(raw: string): string {
  return raw
    .normalize("NFKC")
    .replace(/[\u0640\u0610-\u061a\u064b-\u0652\u0656-\u065f\u0670\u200c-\u200f]/gu, "")
    .replace(/ک/gu, "ك")
    .replace(/ی/gu, "ي")
    .replace(/[ہھ]/gu, "ه")
    .replace(/ۃ/gu, "ة");
}

export class CuedReading extends Reading {
  readonly found: readonly Found[];
  /** Tokens that carry a cue other than one that only ends names. */
  readonly cued: readonly number[];
  readonly #symbols: Int32Array;
  readonly #lexicon: Lexicon;

  readonly field: DocumentField;
  /** Those asked for once are asked for again. */
  readonly #words = new Map<number, string>();
  readonly #byFirst = new Map<number, Found>();

  constructor(kernel: Kernel, lexicon: Lexicon, field: DocumentField, text: string) {
    super(tokenise(kernel, text));
    this.field = field;
    this.#lexicon = lexicon;
    const { ids } = this.tokens;
    this.#symbols = new Int32Array(ids.length);
    const cued: number[] = [];
    const found: Found[] = [];
    const { automaton, places, cues, prefixes, plain, names, lengths } = lexicon;
    let state = 0;
    for (let at = 0; at < ids.length; at++) {
      const symbol = lexicon.symbolOf(ids[at]!);
      if (symbol === 0) {
        state = 0;
        continue;
      }
      this.#symbols[at] = symbol;
      if ((cues[symbol]! & ~(CUE.STOP | CUE.FILLER | CUE.THAT)) !== 0) cued.push(at);
      // What hangs before a word begins a name; inside one it stands in the name itself.
      if (prefixes[symbol] !== PREFIX.NONE) state = 0;
      if (places[symbol] !== 2 && (state === 0 || places[symbol] === 0)) {
        state = 0;
        continue;
      }
      state = automaton.step(state, plain[symbol]!);
      const name = automaton.longest(state);
      if (name >= 0) found.push({ from: at + 1 - lengths[name]!, to: at + 1, name: names[name]! });
    }
    this.cued = cued;
    this.found = found.length === 0 ? found : this.#resolved(found);
    for (const one of this.found) this.#byFirst.set(one.from, one);
  }

  /** The name that begins with token `at`. */
  foundAt(at: number): Found | undefined {
    return this.#byFirst.get(at);
  }

  /** Classes of token `at`; none beyond either end. */
  cue(at: number): number {
    const symbol = this.#symbols[at];
    return symbol === undefined ? 0 : this.#lexicon.cues[symbol]!;
  }

  prefix(at: number): number {
    const symbol = this.#symbols[at];
    if (symbol === undefined) return PREFIX.NONE;
    const prefix = this.#lexicon.prefixes[symbol]!;
    return prefix === PREFIX.NONE && this.#isAfterLam(at) ? PREFIX.FOR : prefix;
  }

  /** "To (the agency)": a preposition that a bracket or mark keeps from its word. */
  #isAfterLam(at: number): boolean {
    const { text, starts, ends } = this.tokens;
    if (at === 0 || ends[at - 1]! - starts[at - 1]! > 2 || text.charCodeAt(starts[at - 1]!) !== LAM)
      return false;
    return OPENERS.has(text.charCodeAt(starts[at]! - 1)) && /^ل\u0640?$/u.test(this.raw(at - 1));
  }

  /** Token `at` without marks and tatweel, in letters of an Arabic keyboard; "" beyond either end. */
  word(at: number): string {
    if (at < 0 || at >= this.size) return "";
    const known = this.#words.get(at);
    if (known !== undefined) return known;
    const raw = this.raw(at);
    const word = isDressed(raw) ? undressed(raw) : raw;
    this.#words.set(at, word);
    return word;
  }

  /**
   * What stands between token `at` - 1 and token `at`, or before the first and after the last. Of a long one only both
   * ends and a line break, so that no pattern meets more than `MOST_GAP` characters.
   */
  gap(at: number): string {
    const { text, starts, ends } = this.tokens;
    const from = at === 0 ? 0 : ends[at - 1]!;
    const to = at >= this.size ? text.length : starts[at]!;
    if (to - from <= MOST_GAP) return text.slice(from, to);
    return `${text.slice(from, from + MOST_GAP / 2)}\n${text.slice(to - MOST_GAP / 2, to)}`;
  }

  /** Only spaces and quotation marks between token `at` - 1 and token `at`. */
  joined(at: number): boolean {
    if (at <= 0 || at >= this.size) return false;
    const { text, starts, ends } = this.tokens;
    // Most gaps are one space.
    if (starts[at]! - ends[at - 1]! === 1 && text.charCodeAt(ends[at - 1]!) === 0x20) return true;
    return /^[ \u00a0\u200f"«»“”„'‘’]*$/u.test(this.gap(at));
  }

  startsSentence(at: number): boolean {
    return startsSentence(this.tokens, at);
  }

  /** Tokens [from, to) stand in quotation marks or brackets. */
  enclosed(from: number, to: number): boolean {
    const opens = OPENS.test(this.gap(from)) || /["«“”„(]/u.test(this.raw(from));
    return opens && CLOSES.test(this.gap(to));
  }

  bracketed(from: number, to: number): boolean {
    return /[([]\s*$/u.test(this.gap(from)) && /^\s*[)\]]/u.test(this.gap(to));
  }

  /** Tokens before `at` on its line, at most `most`; -1 for more. */
  fromLineStart(at: number, most: number): number {
    for (let back = 0; back <= most; back++) {
      if (at - back === 0 || this.gap(at - back).includes("\n")) return back;
    }
    return -1;
  }

  /** The nearest token left of `at` with a cue of `mask`, in the same sentence and at most `most` away; or -1. */
  left(at: number, mask: number, most: number): number {
    for (let k = at - 1; k >= 0 && k >= at - most; k--) {
      if (this.startsSentence(k + 1)) return -1;
      const cue = this.cue(k);
      if ((cue & mask) !== 0) return k;
      // Beyond "that" stands who said it: not what is near.
      if ((cue & CUE.THAT) !== 0 && most <= NEAREST) return -1;
    }
    return -1;
  }

  /** The same to the right, from token `at` on. */
  right(at: number, mask: number, most: number): number {
    for (let k = at; k < this.size && k < at + most; k++) {
      if (this.startsSentence(k)) return -1;
      if ((this.cue(k) & mask) !== 0) return k;
    }
    return -1;
  }

  /** The word with a cue of `mask` right before `at`, or with adverbs and pronouns between; or -1. */
  preceding(at: number, mask: number): number {
    let k = at - 1;
    while (k > 0 && at - k <= 3 && (this.cue(k) & CUE.FILLER) !== 0 && (this.cue(k) & mask) === 0) k--;
    return k >= 0 && (this.cue(k) & mask) !== 0 && !this.startsSentence(k + 1) ? k : -1;
  }

  follows(at: number, mask: number): boolean {
    return this.preceding(at, mask) >= 0;
  }

  /** UTF-16 range of tokens [from, to), without what hangs before the first word. */
  range(from: number, to: number): { start: number; end: number } {
    const { starts, ends } = this.tokens;
    const raw = this.raw(from);
    const hanging = HANGING.exec(raw) ?? PREFIX_LETTERS[this.prefix(from)]?.exec(raw);
    const skip = hanging?.[0].length ?? 0;
    return { start: starts[from]! + (skip < raw.length ? skip : 0), end: ends[to - 1]! };
  }

  /** The same of a name inside marks, where nothing hangs before it. */
  quotedRange(from: number, to: number): { start: number; end: number } {
    const { start, end } = this.range(from, to);
    const opens = this.tokens.starts[from]!;
    return { start: HANGING.test(this.raw(from)) ? start : opens, end };
  }

  /** Leftmost, then longest; a name cut before a letter that hangs on the next word takes that letter in. */
  #resolved(found: readonly Found[]): Found[] {
    const kept: Found[] = [];
    const sorted = found
      .filter(({ to, name }) => !(name.kind === "agency" && name.cut) || this.#goesOn(to))
      .sort((a, b) => a.from - b.from || b.to - a.to);
    for (const one of sorted) if (one.from >= (kept.at(-1)?.to ?? 0)) kept.push(one);
    return kept;
  }

  #goesOn(at: number): boolean {
    return at < this.size && GLUED_LETTER.test(this.raw(at)) && this.gap(at).length <= 2;
  }
}
