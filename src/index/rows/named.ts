/**
 * Kept documents by what they are called: id, URL, key, or the digest of their tokens. A name may have any number of
 * documents, and nothing here goes through all of them for each item that comes: whoever wants one gets the last.
 */
import { needsEqualTitle } from "../../document/identity.js";
import type { Document } from "../../model/index.js";
import type { Key } from "../storage/codec.js";
import type { HashTable } from "../table/table.js";
import { Divided } from "./divided.js";
import type { NameHashes, NameKind } from "./name-hashes.js";
import type { Rows } from "./rows.js";
import type { Texts } from "./texts.js";

/** The item in hand: it has a row, and no record yet. */
export interface InHand {
  readonly number: number;
  readonly document: Document;
}

export interface NamedParts {
  readonly rows: Rows;
  readonly texts: Texts;
  readonly names: HashTable;
  readonly hashes: NameHashes;
}

export class Named {
  readonly #parts: NamedParts;
  readonly #byTitle = new Divided();
  inHand: InHand | null = null;

  constructor(parts: NamedParts) {
    this.#parts = parts;
  }

  /** The kept document of an id; undefined where there is none. */
  withId(id: string): number | undefined {
    const { texts } = this.#parts;
    return this.#last(this.hash("id", id), (number) => texts.id(number) === id);
  }

  /** The last kept document of a key. */
  withKey({ field, value }: Key): number | undefined {
    return this.#last(this.hash("key", `${field}\0${value}`), (number) => {
      const { key } = this.#parts.texts.stored(number);
      return key?.field === field && key.value === value;
    });
  }

  /** The last kept documents of a URL, so many at most. */
  withUrl(url: string, most: number): number[] {
    const found: number[] = [];
    this.#visit(this.hash("url", url), (number) => {
      if (this.#parts.texts.stored(number).document.url === url) found.push(number);
      return found.length < most;
    });
    return found;
  }

  /** The last kept document of the item in hand that is another version of it: of its id, or else of its URL. */
  version(): number | undefined {
    const { id, url } = this.inHand!.document;
    return this.withId(id) ?? (url ? this.withUrl(url, 1)[0] : undefined);
  }

  /** Whether another kept document, or the item in hand, is of the same item: by id or URL. */
  hasVersions(number: number): boolean {
    const { inHand } = this;
    if (inHand?.number === number) return this.version() !== undefined;
    const url = this.#urlOf(number);
    if (url && this.withUrl(url, 2).some((other) => other !== number)) return true;
    return inHand !== null && this.areVersions(number, inHand.number);
  }

  areVersions(x: number, y: number): boolean {
    if (x === y) return false;
    const { texts } = this.#parts;
    if (texts.id(x) === texts.id(y)) return true;
    const url = this.#urlOf(x);
    return Boolean(url) && url === this.#urlOf(y);
  }

  hasSameDigest(x: number, y: number): boolean {
    const { rows } = this.#parts;
    return (
      rows.tokensOf(x) === rows.tokensOf(y) &&
      rows.digestLowOf(x) === rows.digestLowOf(y) &&
      rows.digestHighOf(x) === rows.digestHighOf(y)
    );
  }

  /**
   * Kept documents whose text counts as equal to this one's, itself left out: of the same tokens, and under 20 of them
   * of the same title. The last first; `visit` returns false to end.
   */
  equalTo(number: number, visit: (other: number) => boolean): void {
    const others = (one: number) => one === number || visit(one);
    if (!needsEqualTitle(this.#parts.rows.tokensOf(number))) {
      this.#sameDigest(number, others);
      return;
    }
    const titled = this.#titled(number).get(this.#titleOf(number)) ?? [];
    for (let at = titled.length - 1; at >= 0; at--) {
      const other = titled[at]!;
      if (this.#isHere(other) && !others(other)) return;
    }
  }

  /** The document's names are in the table. */
  keep(number: number): void {
    this.#byTitle.add(this.#digestHash(number), this.#titleOf(number), number);
  }

  /** The document is about to go. */
  drop(number: number): void {
    this.#byTitle.remove(this.#digestHash(number), this.#titleOf(number), number);
  }

  /** Another process has changed what is kept. */
  forget(): void {
    this.#byTitle.clear();
  }

  hash(kind: NameKind, name: string): number {
    return this.#parts.hashes.of(kind, name);
  }

  #titled(number: number): ReadonlyMap<string, readonly number[]> {
    return this.#byTitle.of(this.#digestHash(number), () => {
      const all: number[] = [];
      this.#sameDigest(number, (one) => {
        all.push(one);
        return true;
      });
      return all.reverse().map((one) => [this.#titleOf(one), one] as const);
    });
  }

  #sameDigest(number: number, visit: (other: number) => boolean): void {
    this.#visit(this.#digestHash(number), (other) => !this.hasSameDigest(number, other) || visit(other));
  }

  #digestHash(number: number): number {
    const { rows, hashes } = this.#parts;
    return hashes.ofDigest(rows.digestLowOf(number), rows.digestHighOf(number));
  }

  #titleOf(number: number): string {
    return this.#documentOf(number).title ?? "";
  }

  #urlOf(number: number): string | undefined {
    return this.#documentOf(number).url;
  }

  #documentOf(number: number): Document {
    const { inHand } = this;
    return inHand?.number === number ? inHand.document : this.#parts.texts.stored(number).document;
  }

  #last(hash: number, isIt: (number: number) => boolean): number | undefined {
    let last: number | undefined;
    this.#visit(hash, (number) => {
      if (!isIt(number)) return true;
      last = number;
      return false;
    });
    return last;
  }

  /** Kept documents posted under a hash, the last first; `visit` returns false to end. */
  #visit(hash: number, visit: (number: number) => boolean): void {
    this.#parts.names.find(hash, (number) => !this.#isHere(number) || visit(number));
  }

  #isHere(number: number): boolean {
    return this.#parts.rows.isKept(number) && number !== this.inHand?.number;
  }
}
