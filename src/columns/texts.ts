/** Texts of the collection with their tokens, made when asked for; the last ones asked for are kept. */

import { type Article, articleOf } from "../document/article.js";
import type { Kernel } from "../kernel/kernel.js";
import { tokeniseBytes } from "../text/tokenise.js";
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
    const columns = this.#columns;
    const text = articleOf(tokeniseBytes(this.#kernel, columns.textBytes(index), columns.text(index)), {
      title: columns.meta(index, "title"),
      source: columns.meta(index, "source"),
      published: columns.meta(index, "published"),
      captured: columns.meta(index, "captured"),
    });
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
