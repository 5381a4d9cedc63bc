/**
 * The tokeniser in plain TypeScript, as test/golden/README.md defines it. In: UTF-8 bytes. Out: for each token
 * its normalised code points and byte range. Choose it as oracle, or where WebAssembly with SIMD is missing.
 */
import { SymbolStream } from "./symbols.js";
import { CLASS } from "./tables.js";
import { TokenText } from "./token-text.js";

const APOSTROPHE = 0x27;
const POINT = 0x2e;
const ZERO = 0x30;
const REH = 0x631;
/** و ف ب ل ك */
const PROCLITICS = [0x648, 0x641, 0x628, 0x644, 0x643];

/** What the separators carry that can stand inside a number. */
const JOINER = { point: 1, comma: 2, thousands: 3 } as const;

/** Receives a token: its normalised code points (valid during the call) and its bytes [start, end). */
export type EmitToken = (codePoints: readonly number[], start: number, end: number) => void;

const isLetter = (kind: number): boolean =>
  kind === CLASS.LETTER || kind === CLASS.ARABIC || kind === CLASS.LATIN;
const isUnspaced = (kind: number): boolean => kind === CLASS.UNSPACED || kind === CLASS.UNSPACED_EXTEND;
const isDropped = (kind: number): boolean =>
  kind === CLASS.DROP || kind === CLASS.EXTEND || kind === CLASS.HAMZA || kind === CLASS.MARK;
const isGap = (kind: number): boolean =>
  kind === CLASS.SPACE || kind === CLASS.QUOTE || kind === CLASS.APOSTROPHE;

export class ReferenceTokeniser {
  readonly #symbol = new SymbolStream();
  readonly #ahead = new SymbolStream();
  readonly #text = new TokenText();
  #emit: EmitToken = () => {};

  run(bytes: Uint8Array, start: number, end: number, emit: EmitToken): void {
    const symbol = this.#symbol;
    this.#emit = emit;
    symbol.open(bytes, start, end);
    let more = symbol.read();
    while (more) {
      if (isLetter(symbol.kind)) more = this.#word();
      else if (symbol.kind === CLASS.DIGIT) more = this.#number();
      else if (isUnspaced(symbol.kind)) more = this.#unspaced();
      else more = symbol.read();
    }
  }

  // Each of these begins on a token's first symbol and ends on the first that is not its own.

  #word(): boolean {
    const symbol = this.#symbol;
    const text = this.#text;
    const { start } = symbol;
    let { end } = symbol;
    let letters = 0;
    let last = CLASS.LETTER as number;
    let more = true;
    text.clear();
    while (more) {
      if (isLetter(symbol.kind)) {
        text.push(symbol.codePoint);
        letters++;
        last = symbol.kind;
        end = symbol.end;
      } else if (isDropped(symbol.kind)) {
        if (symbol.kind !== CLASS.DROP) end = symbol.end;
        if (symbol.kind === CLASS.MARK) text.mark(symbol.codePoint, symbol.payload);
        if (symbol.kind === CLASS.HAMZA) text.hamza();
      } else if (symbol.kind === CLASS.APOSTROPHE && last === CLASS.LATIN && this.#latinFollows()) {
        text.push(APOSTROPHE);
      } else if (letters === 1 && isGap(symbol.kind) && this.#isProclitic() && this.#wordFollows()) {
        while (symbol.kind !== CLASS.ARABIC) symbol.read();
        continue;
      } else break;
      more = symbol.read();
    }
    this.#emit(text.codePoints, start, end);
    return more;
  }

  #isProclitic(): boolean {
    return this.#text.codePoints.length === 1 && PROCLITICS.includes(this.#text.codePoints[0]!);
  }

  /** Whether the next symbol but for dropped ones is of the Latin script. */
  #latinFollows(): boolean {
    const ahead = this.#ahead;
    ahead.follow(this.#symbol);
    while (ahead.read() && ahead.kind === CLASS.DROP);
    return ahead.kind === CLASS.LATIN;
  }

  /** Whether an Arabic word of two letters or more follows after spaces, quotes and what is dropped. */
  #wordFollows(): boolean {
    const ahead = this.#ahead;
    ahead.follow(this.#symbol);
    while (ahead.read() && (isGap(ahead.kind) || isDropped(ahead.kind)));
    if (ahead.kind !== CLASS.ARABIC) return false;
    while (ahead.read() && isDropped(ahead.kind));
    return isLetter(ahead.kind);
  }

  #number(): boolean {
    const symbol = this.#symbol;
    const text = this.#text;
    const { start } = symbol;
    let { end } = symbol;
    /** Digits since the last joiner, and whether a decimal point has come. */
    let group = 0;
    let isFraction = false;
    let more = true;
    text.clear();
    while (more) {
      const joiner = joinerOf(symbol);
      if (symbol.kind === CLASS.DIGIT) {
        group++;
        text.push(ZERO + symbol.payload);
        end = symbol.end;
      } else if (isDropped(symbol.kind)) {
        if (symbol.kind !== CLASS.DROP) end = symbol.end;
      } else if (joiner !== 0) {
        const following = this.#digitsFollowing();
        if (following === 0) break;
        const isThousands =
          joiner === JOINER.thousands ||
          (joiner === JOINER.comma &&
            !isFraction &&
            group <= 3 &&
            following === 3 &&
            text.codePoints[0] !== ZERO);
        if (!isThousands) {
          text.push(POINT);
          isFraction = true;
        }
        group = 0;
      } else break;
      more = symbol.read();
    }
    this.#emit(text.codePoints, start, end);
    return more;
  }

  /** How many digits follow, at most 4, looking through dropped symbols. */
  #digitsFollowing(): number {
    const ahead = this.#ahead;
    ahead.follow(this.#symbol);
    let digits = 0;
    while (digits < 4 && ahead.read()) {
      if (ahead.kind === CLASS.DIGIT) digits++;
      else if (ahead.kind !== CLASS.DROP) break;
    }
    return digits;
  }

  /** Overlapping pairs of units; a unit is a base with its marks. A unit on its own is a token. */
  #unspaced(): boolean {
    const symbol = this.#symbol;
    const text = this.#text;
    let { start, end } = symbol;
    let previous: { codePoints: number[]; start: number } | undefined;
    let hasPair = false;
    let more = true;
    text.clear();
    const close = () => {
      if (previous === undefined) return;
      this.#emit([...previous.codePoints, ...text.codePoints], previous.start, end);
      hasPair = true;
    };
    while (more) {
      const isFirst = text.codePoints.length === 0;
      if (symbol.kind === CLASS.UNSPACED || (symbol.kind === CLASS.UNSPACED_EXTEND && isFirst)) {
        if (!isFirst) {
          close();
          previous = { codePoints: [...text.codePoints], start };
          text.clear();
        }
        text.push(symbol.codePoint);
        ({ start, end } = symbol);
      } else if (symbol.kind === CLASS.UNSPACED_EXTEND) {
        text.push(symbol.codePoint);
        end = symbol.end;
      } else if (isDropped(symbol.kind)) {
        if (symbol.kind !== CLASS.DROP) end = symbol.end;
        if (symbol.kind === CLASS.MARK) text.mark(symbol.codePoint, symbol.payload);
      } else break;
      more = symbol.read();
    }
    close();
    if (!hasPair) this.#emit(text.codePoints, start, end);
    return more;
  }
}

/** A reh between digits is the decimal comma of Arabic teleprinters: 2ر48 is 2.48. */
function joinerOf(symbol: SymbolStream): number {
  if (symbol.kind === CLASS.SEPARATOR) return symbol.payload;
  return symbol.kind === CLASS.ARABIC && symbol.codePoint === REH ? JOINER.point : 0;
}
