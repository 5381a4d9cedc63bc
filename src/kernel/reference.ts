/**
 * The kernel in plain TypeScript: test oracle of the WebAssembly one, and its stand-in where SIMD is missing.
 * Gives the same bytes, some eighty times slower.
 */
import { hashShingle, hashToken } from "./hash.js";
import type { Kernel, SketchScheme } from "./kernel.js";
import { referenceAffine32, referenceFss } from "./reference-sketch.js";
import { ReferenceTokeniser } from "./reference-tokenise.js";
import { decode } from "./symbols.js";
import { utf8 } from "./token-text.js";

export class ReferenceKernel implements Kernel {
  readonly name = "reference";
  readonly #tokeniser = new ReferenceTokeniser();
  #input = new Uint8Array(0);
  #textStart = 0;
  #textEnd = 0;
  #hashes = new Uint32Array(0);
  #starts = new Uint32Array(0);
  #ends = new Uint32Array(0);

  input(bytes: number): Uint8Array {
    if (bytes > this.#input.length) {
      const grown = new Uint8Array(Math.max(bytes, 2 * this.#input.length));
      grown.set(this.#input);
      this.#input = grown;
    }
    return this.#input;
  }

  tokenise(start: number, end: number, offsets: boolean): number {
    const hashes: number[] = [];
    const starts: number[] = [];
    const ends: number[] = [];
    const hash = new Uint32Array(2);
    this.#tokeniser.run(this.#input, start, end, (codePoints, tokenStart, tokenEnd) => {
      hashToken(utf8(codePoints), hash);
      hashes.push(hash[0]!, hash[1]!);
      if (offsets) {
        starts.push(tokenStart - start);
        ends.push(tokenEnd - start);
      }
    });
    this.#textStart = start;
    this.#textEnd = end;
    this.#hashes = Uint32Array.from(hashes);
    this.#starts = Uint32Array.from(starts);
    this.#ends = Uint32Array.from(ends);
    return hashes.length / 2;
  }

  hashes(): Uint32Array {
    return this.#hashes;
  }

  ids(): Uint32Array {
    return this.#hashes.filter((_, i) => i % 2 === 0);
  }

  starts(): Uint32Array {
    return this.#starts;
  }

  ends(): Uint32Array {
    return this.#ends;
  }

  toUtf16(): void {
    for (const offsets of [this.#starts, this.#ends]) {
      let at = this.#textStart;
      let units = 0;
      offsets.forEach((offset, i) => {
        // Neither starts nor ends ever fall, and none lies inside a code point.
        while (at < this.#textStart + offset) {
          const { codePoint, length } = decode(this.#input, at, this.#textEnd);
          at += length;
          units += codePoint > 0xffff ? 2 : 1;
        }
        offsets[i] = units;
      });
    }
  }

  shingles(shingleTokens: number): Uint32Array {
    const tokens = this.#hashes.length / 2;
    const length = Math.min(shingleTokens, tokens);
    const shingles: number[] = [];
    const seen = new Set<bigint>();
    const hash = new Uint32Array(2);
    for (let i = 0; length > 0 && i + length <= tokens; i++) {
      hashShingle(this.#hashes, i, i + length, hash);
      const key = (BigInt(hash[1]!) << 32n) | BigInt(hash[0]!);
      if (seen.has(key)) continue;
      seen.add(key);
      shingles.push(hash[0]!, hash[1]!);
    }
    return Uint32Array.from(shingles);
  }

  sketch(scheme: SketchScheme, shingleTokens: number, signature: Uint32Array): void {
    this.sketchHashes(scheme, this.shingles(shingleTokens), signature);
  }

  sketchHashes(scheme: SketchScheme, hashes: Uint32Array, signature: Uint32Array): void {
    (scheme === "fss" ? referenceFss : referenceAffine32)(hashes, signature);
  }
}
