export interface Agency {
  /** Canonical name, as it stands in every credit. */
  readonly name: string;
  /** What it is called wherever it is named; never anything else. */
  readonly aliases: readonly string[];
  /** What may be a common word or a place too: counts only where the page says that an agency is meant. */
  readonly ambiguous: readonly string[];
  /** Hosts of its site, without "www.". */
  readonly hosts: readonly string[];
}
