/**
 * The normalised text of the token that is being read: code points, marks in canonical order, digits in ASCII.
 */

/** Marks are ordered within runs of this many, so that a hostile pile of marks costs linear time. */
const MARK_RUN = 32;
const WAW = 0x648;
const WAW_WITH_HAMZA = 0x624;
const YEH = 0x64a;
const YEH_WITH_HAMZA = 0x626;

export class TokenText {
  readonly codePoints: number[] = [];
  /** Ranks of the marks since the last code point that is none. */
  readonly #ranks: number[] = [];
  #lastLetter = 0;

  clear(): void {
    this.codePoints.length = 0;
    this.#ranks.length = 0;
    this.#lastLetter = -1;
  }

  push(codePoint: number): void {
    this.#ranks.length = 0;
    this.#lastLetter = this.codePoints.push(codePoint) - 1;
  }

  /** Adds a combining mark. Rank 0 orders with nothing. */
  mark(codePoint: number, rank: number): void {
    if (rank === 0) {
      this.push(codePoint);
      return;
    }
    if (this.#ranks.length === MARK_RUN) {
      this.#ranks.length = 0;
      this.#lastLetter = -1;
    }
    let behind = 0;
    while (behind < this.#ranks.length && this.#ranks.at(-1 - behind)! > rank) behind++;
    this.#ranks.splice(this.#ranks.length - behind, 0, rank);
    this.codePoints.splice(this.codePoints.length - behind, 0, codePoint);
  }

  /** Row 5: U+0654 makes waw and yeh their composed letters; on other letters it falls away. */
  hamza(): void {
    const letter = this.codePoints[this.#lastLetter];
    if (letter === WAW) this.codePoints[this.#lastLetter] = WAW_WITH_HAMZA;
    if (letter === YEH) this.codePoints[this.#lastLetter] = YEH_WITH_HAMZA;
  }
}

export function utf8(codePoints: readonly number[]): number[] {
  const bytes: number[] = [];
  for (const codePoint of codePoints) {
    if (codePoint < 0x80) {
      bytes.push(codePoint);
    } else if (codePoint < 0x800) {
      bytes.push(0xc0 | (codePoint >> 6), 0x80 | (codePoint & 63));
    } else if (codePoint < 0x10000) {
      bytes.push(0xe0 | (codePoint >> 12), 0x80 | ((codePoint >> 6) & 63), 0x80 | (codePoint & 63));
    } else {
      bytes.push(
        0xf0 | (codePoint >> 18),
        0x80 | ((codePoint >> 12) & 63),
        0x80 | ((codePoint >> 6) & 63),
        0x80 | (codePoint & 63),
      );
    }
  }
  return bytes;
}
