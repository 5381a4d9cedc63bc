/**
 * A saved page → its article: text as a reader would copy it, title, byline, dates, address, outlet, language.
 * Never reaches the network: nothing that the page names is fetched, no script of it runs.
 */

import type { Cut } from "./choose.js";

export type { Cut };

export interface PageHints {
  /** Where the page was found. */
  readonly url?: string | undefined;
  /** A charset that the caller knows, such as `windows-1256`. */
  readonly charset?: string | undefined;
  /** The header of the answer it came with. */
  readonly contentType?: string | undefined;
}

export interface PageArticle {
  readonly text: string;
  readonly title?: string;
  readonly byline?: string;
  /** ISO 8601, as precise as the page says. */
  readonly published?: string;
  readonly modified?: string;
  readonly url?: string;
  /** Name of the outlet. */
  readonly source?: string;
  readonly lang?: string;
  /** Absolute addresses that the text links to, each once. */
  readonly links?: readonly string[];
  /** By field: where it was found, such as `json-ld headline`, `og:title`, `<time>`, `text`. */
  readonly fieldsFrom: Readonly<Record<string, string>>;
  readonly cut: readonly Cut[];
  /** What the bytes were decoded as. */
  readonly charset: string;
}

/** Why there is no article, as a clause: `no text on the page`. */
export interface PageRefusal {
  readonly reason: string;
}

export interface PageReader {
  /** Never throws for what a page holds. */
  read(bytes: Uint8Array, hints?: PageHints): PageArticle | PageRefusal;
}

/** One saved page as a document. What reads it is loaded here, and not with this file. */
export async function loadPageReader(): Promise<PageReader> {
  const { readPage } = await import("./read-page.js");
  return { read: readPage };
}
