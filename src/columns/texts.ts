/** Texts of the collection with their tokens, made when asked for; the last ones asked for are kept. */
import type { Kernel } from "../kernel/kernel.js";
import type { Article } from "../match/compare.js";
import { tokeniseBytes } from "../text/tokenise.js";
import { publishedInstant } from "../times.js";
import type { Columns } from "./columns.js";

/** UTF-16 units of text kept at most: about 10 bytes a unit with its share of offsets. */
const UNITS_KEPT = 2_000_000;

export class TextCache {
  readonly #columns: Columns;
  readonly #kernel: Kernel;
  // A Map iterates in order of insertion, so its first entries are the oldest.
  readonly #texts = new Map<number, Article>();
  #units = 0;

  constructor(columns: Columns, kernel: Kernel) {
    this.#columns = columns;
    this.#kernel = kernel;
  }

  get(index: number): Article {
    const held = this.#texts.get(index);
    if (held !== undefined) return held;
    const text = {
      ...tokeniseBytes(this.#kernel, this.#columns.textBytes(index), this.#columns.text(index)),
      title: this.#columns.meta(index, "title") ?? "",
      source: this.#columns.meta(index, "source") ?? "",
      instant: publishedInstant(
        this.#columns.meta(index, "published") ?? this.#columns.meta(index, "captured") ?? "",
      ),
    };
    this.#texts.set(index, text);
    this.#units += text.text.length;
    for (const [oldest, { text }] of this.#texts) {
      if (this.#units <= UNITS_KEPT || oldest === index) break;
      this.#texts.delete(oldest);
      this.#units -= text.length;
    }
    return text;
  }
}
