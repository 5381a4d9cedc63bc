/** An item made ready: tokens, sketch, band keys, fingerprints, digests. One for each index. */
import { fingerprintsInto } from "../../candidates/fingerprints.js";
import { type Article, articleOf } from "../../document/article.js";
import { rankInstant } from "../../document/order.js";
import { SKETCH, SKETCH_SLOTS, TextSketcher, tokenDigest } from "../../document/sketch.js";
import type { Kernel } from "../../kernel/kernel.js";
import type { Document } from "../../model/index.js";

export interface Hashes {
  h32(text: string, seed: number): number;
  h64Raw(bytes: Uint8Array, seed?: bigint): bigint;
}

export interface Prepared {
  readonly article: Article;
  /** For ranks: the last millisecond that the time of publication can mean; NaN undated. */
  readonly instant: number;
  readonly digestLow: number;
  readonly digestHigh: number;
  /** Valid until the next item is prepared. */
  readonly sketch: Uint8Array;
  /** One hash a band, ascending, each once; none for a text without tokens. */
  readonly bands: Uint32Array;
}

/** Longer arrays are sorted by the engine. */
const INSERTION_MOST = 48;
const NONE = new Uint32Array(0);
const DIGEST = Buffer.alloc(16);
/** Items whose bands have one piece of memory. */
const ITEMS_PER_ROOM = 256;
const encoder = new TextEncoder();
const BANDS = SKETCH.bands;

export class Preparer {
  readonly #kernel: Kernel;
  readonly #hashes: Hashes;
  readonly #sketcher: TextSketcher;
  readonly #offsets: boolean;
  readonly #keepsIds: boolean;
  readonly #sketch = new Uint8Array(SKETCH_SLOTS);
  /** From `#bandsAt` on free for the bands of items to come: memory of its own for each is dear. */
  #bandRoom = new Uint32Array(0);
  #bandsAt = 0;
  /** The text that stands in the kernel's input since its digest was made, and where. */
  #encoded: { readonly text: string; readonly start: number; readonly end: number } | null = null;

  /**
   * `aligned` says whether texts will be aligned: without, articles have no `starts` and `ends`. `ids` says whether
   * articles will be asked for again: without, their ids are valid only until the next text is tokenised.
   */
  constructor(kernel: Kernel, hashes: Hashes, { aligned, ids }: { aligned: boolean; ids: boolean }) {
    this.#offsets = aligned;
    this.#keepsIds = ids;
    this.#kernel = kernel;
    this.#sketcher = new TextSketcher(kernel);
    this.#hashes = hashes;
  }

  article(document: Omit<Document, "id">): Article {
    this.#tokenise(document.text);
    return this.#article(document);
  }

  prepare(document: Omit<Document, "id">): Prepared {
    const tokens = this.#tokenise(document.text);
    const bands = this.#roomForBands();
    const sketch = this.#sketch;
    this.#sketcher.sketchInto(sketch, 0, bands, 0);
    for (let band = 0; band < BANDS; band++) bands[band] = bandHash(bands[band]!, band);
    const article = this.#article(document);
    const { low, high } = tokenDigest(this.#hashes.h64Raw, article.ids);
    return {
      article,
      instant: rankInstant(document.published),
      digestLow: low,
      digestHigh: high,
      sketch,
      bands: tokens === 0 ? NONE : distinct(bands),
    };
  }

  /** 32 hexadecimal digits: XXH64 with seeds 0 and 1 of title, a zero byte, text. */
  contentDigest({ title = "", text }: Omit<Document, "id">): string {
    const input = this.#kernel.input(3 * (title.length + text.length) + 1);
    const { written: zeroAt } = encoder.encodeInto(title, input);
    input[zeroAt] = 0;
    const start = zeroAt + 1;
    const end = start + encoder.encodeInto(text, input.subarray(start)).written;
    this.#encoded = { text, start, end };
    const bytes = input.subarray(0, end);
    DIGEST.writeBigUInt64BE(this.#hashes.h64Raw(bytes, 0n), 0);
    DIGEST.writeBigUInt64BE(this.#hashes.h64Raw(bytes, 1n), 8);
    return DIGEST.toString("hex");
  }

  #roomForBands(): Uint32Array {
    if (this.#bandRoom.length < this.#bandsAt + BANDS) {
      this.#bandRoom = new Uint32Array(ITEMS_PER_ROOM * BANDS);
      this.#bandsAt = 0;
    }
    this.#bandsAt += BANDS;
    return this.#bandRoom.subarray(this.#bandsAt - BANDS, this.#bandsAt);
  }

  #tokenise(text: string): number {
    const encoded = this.#encoded;
    this.#encoded = null;
    if (encoded?.text === text) return this.#kernel.tokenise(encoded.start, encoded.end, this.#offsets);
    const { written } = encoder.encodeInto(text, this.#kernel.input(text.length * 3));
    return this.#kernel.tokenise(0, written, this.#offsets);
  }

  #article(document: Omit<Document, "id">): Article {
    const { text } = document;
    const kernel = this.#kernel;
    const ids = this.#keepsIds ? kernel.ids().slice() : kernel.ids();
    if (!this.#offsets) return articleOf({ text, ids, starts: NONE, ends: NONE }, document);
    kernel.toUtf16();
    const [starts, ends] = [kernel.starts().slice(), kernel.ends().slice()];
    return articleOf({ text, ids, starts, ends }, document);
  }
}

/** Keys of all bands stand in one table: the band is mixed in, so that buckets of two bands hardly meet. */
function bandHash(key: number, band: number): number {
  return (key ^ Math.imul(band + 1, 0x9e3779b1)) >>> 0;
}

/** Ascending, each once. */
export function distinctFingerprints(ids: Uint32Array): Uint32Array {
  const all = new Uint32Array(ids.length);
  return distinct(all.subarray(0, fingerprintsInto(ids, all)));
}

/** Ascending, each once; sorts in place. */
export function distinct(values: Uint32Array): Uint32Array {
  if (values.length <= INSERTION_MOST) sortFew(values);
  else values.sort();
  let length = 0;
  for (let i = 0; i < values.length; i++)
    if (i === 0 || values[i] !== values[i - 1]) values[length++] = values[i]!;
  return values.subarray(0, length);
}

/** By insertion: the built-in sort costs a call out of the engine, which takes longer than so few values. */
function sortFew(values: Uint32Array): void {
  for (let i = 1; i < values.length; i++) {
    const value = values[i]!;
    let at = i;
    for (; at > 0 && values[at - 1]! > value; at--) values[at] = values[at - 1]!;
    values[at] = value;
  }
}
