/** The hashes by which documents are found: of their id, URL, key, and the digest of their tokens. */
import type { Hashes } from "./prepare.js";

const SEEDS = { id: 1, url: 2, key: 3, digest: 4 } as const;
export type NameKind = keyof typeof SEEDS;
export const NAME_KINDS = Object.keys(SEEDS).length;

export class NameHashes {
  readonly #hashes: Hashes;
  /** The last name of each kind: those of one item are asked for several times. */
  readonly #last = new Map<NameKind, { readonly name: string; readonly hash: number }>();

  #low = -1;
  #high = -1;
  #digestHash = 0;

  constructor(hashes: Hashes) {
    this.#hashes = hashes;
  }

  /** Of a digest of tokens: its name is both words in decimal. */
  ofDigest(low: number, high: number): number {
    if (low !== this.#low || high !== this.#high) {
      this.#digestHash = this.of("digest", `${low} ${high}`);
      this.#low = low;
      this.#high = high;
    }
    return this.#digestHash;
  }

  /** XXH32 with the kind's seed. */
  of(kind: NameKind, name: string): number {
    const last = this.#last.get(kind);
    if (last?.name === name) return last.hash;
    const hash = this.#hashes.h32(name, SEEDS[kind]);
    this.#last.set(kind, { name, hash });
    return hash;
  }
}
