/** What a page says of itself, as the readers of its fields are given it. */
import type { Block } from "./blocks.js";
import type { LinkedData } from "./fields-jsonld.js";
import type { Element } from "./tree.js";

/** Where the readers of single fields look. */
export interface PageSources {
  readonly data: LinkedData;
  /** By lower-case name or property: contents in the order of the page. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  /** By itemprop: elements. */
  readonly items: ReadonlyMap<string, readonly Element[]>;
  readonly times: readonly Element[];
  readonly headings: readonly Element[];
  /** Of `<title>`. */
  readonly windowTitle: string;
  readonly blocks: readonly Block[];
  /** Of the first heading of the article, or the first block. */
  readonly titleAt: number;
  readonly url: string | undefined;
  /** Whether `8/7/2019` is of July for sure: on Arabic pages. */
  readonly dayFirst: boolean;
}

export type Found = readonly [value: string, from: string];

/** The first of the names that the page has. */
export function firstMeta(
  meta: ReadonlyMap<string, readonly string[]>,
  names: readonly string[],
): Found | undefined {
  for (const name of names) {
    const value = meta.get(name)?.[0];
    if (value !== undefined) return [value, name.includes(":") ? name : `meta ${name}`];
  }
  return undefined;
}

/** Letters and digits alone: what titles are compared by. */
export function comparable(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}
