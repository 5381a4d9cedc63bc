/**
 * A saved page → its article: text as a reader would copy it, title, byline, dates, address, outlet, language.
 * Never reaches the network: nothing that the page names is fetched, no script of it runs.
 */

import type { PageArticle, PageHints, PageRefusal } from "./article.js";
import type { Cut } from "./choose.js";

export type { Cut };

export interface PageReader {
  /** Never throws for what a page holds. */
  read(bytes: Uint8Array, hints?: PageHints): PageArticle | PageRefusal;
}

/** One saved page as a document. What reads it is loaded here, and not with this file. */
export async function loadPageReader(): Promise<PageReader> {
  const { readPage } = await import("./read-page.js");
  return { read: readPage };
}
