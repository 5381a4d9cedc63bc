/** What isnad reads: documents, and what it had to leave out. */

/** One article. A crawl time is `captured`, never `published`. */
export interface Document {
  readonly id: string;
  readonly text: string;
  readonly title?: string;
  readonly source?: string;
  readonly published?: string;
  readonly modified?: string;
  readonly captured?: string;
  readonly url?: string;
  readonly byline?: string;
  readonly lang?: string;
  readonly links?: readonly string[];
  /** What a reader mended in the text before it was used, in words ("windows-1256 read as UTF-8"). */
  readonly repairs?: readonly string[];
  /** The id of the document that this one is another version of: same id or URL, other text. */
  readonly versionOf?: string;
}

/** A record that could not be used. Data, not an error: it is counted and listed. */
export interface Skipped {
  /** File as given by the user, or "-" for standard input. */
  readonly file: string;
  /** 1-based; absent where the file as a whole could not be read. */
  readonly line?: number;
  readonly reason: string;
}

/** A half-open range of UTF-16 code units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}
