/** What is known of an article that is a whole file from outside the file: its name, its folder, a table beside it. */

export interface FileFacts {
  readonly source?: string;
  readonly published?: string;
  readonly url?: string;
  readonly title?: string;
  /** Of each of these, where it came from ("file name", "folder", "metadata.csv"). */
  readonly from: Readonly<Record<string, string>>;
}

export const NO_FACTS: FileFacts = { from: {} };
