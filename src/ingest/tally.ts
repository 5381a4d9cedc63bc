/** What was read and as what, for the summary. */

export interface FormatCount {
  /** "JSON lines", "feed (RSS)", "JSON (articles[])". */
  readonly label: string;
  /** Files, and entries of archives. */
  readonly files: number;
}

export class FormatTally {
  /** By path, so that a file that is read in parts counts once. */
  readonly #labels = new Map<string, string>();

  add(path: string, label: string): void {
    this.#labels.set(path, label);
  }

  /** The most frequent first. */
  counts(): FormatCount[] {
    const counts = new Map<string, number>();
    for (const label of this.#labels.values()) counts.set(label, (counts.get(label) ?? 0) + 1);
    return [...counts]
      .map(([label, files]) => ({ label, files }))
      .sort((a, b) => b.files - a.files || (a.label < b.label ? -1 : 1));
  }
}
