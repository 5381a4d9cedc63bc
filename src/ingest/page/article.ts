/** What comes of a page. */
import type { Cut } from "./choose.js";

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
