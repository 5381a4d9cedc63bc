/** The task that lists the words of the titles and openings of a run of documents, without proclitics and each once. */
import { type ColumnData, Columns } from "../collection/columns.js";
import type { Kernel } from "../kernel/kernel.js";
import { relatedWordHash } from "../match/related-words.js";
import { type TokenisedText, tokenise } from "../text/tokenise.js";

/** UTF-8 bytes of a text whose words propose candidates: about 130 words of Arabic. */
const LEAD_BYTES = 1500;

/** Words already stripped, by token id; a thread forgets them when there are too many. */
const stripped = new Map<number, number>();
const MOST_STRIPPED = 1 << 20;

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
      const words = new Set<number>();
      addWords(words, tokenise(kernel, columns.meta(index, "title") ?? ""));
      addWords(words, tokenise(kernel, columns.textStart(index, LEAD_BYTES)));
      hashes.push(...words);
    }
    ends.push(hashes.length);
  }
  return { hashes: Uint32Array.from(hashes), ends: Uint32Array.from(ends) };
}

function addWords(words: Set<number>, { text, ids, starts, ends }: TokenisedText): void {
  for (let i = 0; i < ids.length; i++) {
    let word = stripped.get(ids[i]!);
    if (word === undefined) {
      word = relatedWordHash(text.slice(starts[i]!, ends[i]!));
      if (stripped.size === MOST_STRIPPED) stripped.clear();
      stripped.set(ids[i]!, word);
    }
    words.add(word);
  }
}
