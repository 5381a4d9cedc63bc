/** The task that lists the words of the titles and openings of a run of documents, without proclitics and each once. */
import { type ColumnData, Columns } from "../columns/columns.js";
import type { Kernel } from "../kernel/kernel.js";
import { relatedWordHash } from "../match/related/words.js";

/** UTF-8 bytes of a text whose words propose candidates: about 130 words of Arabic. */
const LEAD_BYTES = 1500;

/** A thread forgets the words it has met when there are too many. */
const MOST_MET = 1 << 20;

export interface LeadTask {
  readonly columns: ColumnData;
  readonly from: number;
  readonly to: number;
}

export interface LeadWords {
  /** Hashes of `relatedWordHash`, one document after another; none for a text that an earlier document has too. */
  readonly hashes: Uint32Array;
  /** Cumulative ends, one a document. */
  readonly ends: Uint32Array;
}

export function leadWords({ columns: data, from, to }: LeadTask, kernel: Kernel): LeadWords {
  const columns = new Columns(data);
  const hashes: number[] = [];
  const ends: number[] = [];
  for (let index = from; index < to; index++) {
    if (columns.isLeader(index)) {
      if (met.count > MOST_MET) met = new Met();
      met.begin();
      met.addTo(hashes, columns.metaBytes(index, "title"), kernel);
      met.addTo(hashes, startOf(columns.textBytes(index)), kernel);
    }
    ends.push(hashes.length);
  }
  return { hashes: Uint32Array.from(hashes), ends: Uint32Array.from(ends) };
}

/** The first LEAD_BYTES, to the last whole character. */
function startOf(utf8: Uint8Array): Uint8Array {
  if (utf8.length <= LEAD_BYTES) return utf8;
  let end = LEAD_BYTES;
  while (end > 0 && (utf8[end]! & 0xc0) === 0x80) end--;
  return utf8.subarray(0, end);
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Words that the thread has met, stripped and numbered; and of each the last document that has it. */
class Met {
  /** By token id, and by hash of the stripped word. */
  readonly #numbers = new Map<number, number>();
  readonly #byHash = new Map<number, number>();
  readonly #hashes: number[] = [];
  readonly #lastIn: number[] = [];
  #document = 0;

  get count(): number {
    return this.#numbers.size;
  }

  /** The next document. */
  begin(): void {
    this.#document++;
  }

  /** Hashes of the words that the document has not had yet. The text is not decoded: only words not met before are. */
  addTo(hashes: number[], utf8: Uint8Array, kernel: Kernel): void {
    if (utf8.length === 0) return;
    kernel.input(utf8.length).set(utf8);
    kernel.tokenise(0, utf8.length, true);
    const [ids, starts, ends] = [kernel.ids(), kernel.starts(), kernel.ends()];
    for (let at = 0; at < ids.length; at++) {
      const number = this.#numbers.get(ids[at]!) ?? this.#meet(ids[at]!, utf8.slice(starts[at]!, ends[at]!));
      if (this.#lastIn[number] === this.#document) continue;
      this.#lastIn[number] = this.#document;
      hashes.push(this.#hashes[number]!);
    }
  }

  #meet(id: number, word: Uint8Array): number {
    const hash = relatedWordHash(decoder.decode(word));
    let number = this.#byHash.get(hash);
    if (number === undefined) {
      number = this.#hashes.length;
      this.#byHash.set(hash, number);
      this.#hashes.push(hash);
      this.#lastIn.push(0);
    }
    this.#numbers.set(id, number);
    return number;
  }
}

let met = new Met();
