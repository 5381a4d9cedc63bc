/** An index as records, from which one can be made again. */
import { checkedDocument } from "../../document/check.js";
import { UsageError } from "../../errors.js";
import type { StagedStore } from "../../store/index.js";
import { instantOf } from "../ask/arrival.js";
import type { Contents } from "../rows/contents.js";
import { checkExported } from "../rows/format.js";
import { answerNumber, packAnswer, unpackAnswer } from "../storage/codec.js";
import { keyOf, PARTS } from "../storage/keys.js";
import type { ExportRecord } from "../types.js";

const TAKEN_PER_COMMIT = 256;

/** Documents and answers in the order of arrival, behind a line on the index. */
export function* exportRecords(contents: Contents): Generator<ExportRecord, void> {
  const { keepText, copiesOnly } = contents.header;
  yield { kind: "index", format: 1, keepText, copiesOnly };
  for (let sequence = 1; sequence < contents.state.nextSequence; sequence++) {
    const record = contents.answers.get(sequence);
    if (record === undefined) continue;
    const number = answerNumber(record);
    if (number !== 0 && contents.rows.isKept(number)) {
      const { arrived, key, document } = contents.texts.stored(number);
      const base = {
        kind: "document",
        sequence,
        arrived: new Date(arrived).toISOString(),
        document,
      } as const;
      yield key === null ? base : { ...base, key };
    }
    yield { kind: "answer", answer: unpackAnswer(record, sequence).answer };
  }
}

/**
 * Takes the records into an index without answers, which counts as unfinished until this resolves; returns how many
 * documents came. Throws UsageError for what cannot be imported, into what is not empty too.
 */
export async function importRecords(
  contents: Contents,
  name: string,
  records: Iterable<ExportRecord> | AsyncIterable<ExportRecord>,
  commit: () => Promise<void>,
): Promise<number> {
  let taken = 0;
  const numbers = new Map<number, number>();
  contents.state = { ...contents.state, importing: true };
  for await (const record of records) {
    if (record.kind === "document") {
      const { arrived, key = null, sequence } = record;
      const document = checkedDocument(record.document);
      if (contents.numberOf(document.id) !== undefined)
        throw new UsageError(`${name}: found document ${document.id} twice in the export, expected it once`);
      const prepared = contents.preparer.prepare(document);
      const number = contents.ask(document, prepared, instantOf(arrived));
      contents.keep(sequence, key);
      numbers.set(sequence, number);
      if (++taken % TAKEN_PER_COMMIT === 0) await commit();
    } else if (record.kind === "answer") {
      const { answer } = record;
      const number = numbers.get(answer.sequence) ?? 0;
      numbers.delete(answer.sequence);
      contents.putAnswer(answer.sequence, answer.id, packAnswer({ number, answer }));
    } else checkExported(record);
  }
  for (const sequence of numbers.keys())
    throw new UsageError(
      `${name}: found no answer ${sequence} for a document of the export; it is cut short`,
    );
  contents.state = { ...contents.state, importing: false };
  await commit();
  return taken;
}

/** Takes an index back to where it was when it was made. */
export async function eraseAll(staged: StagedStore): Promise<void> {
  staged.discard();
  for (const prefix of Object.values(PARTS)) {
    if (prefix === PARTS.header) continue;
    for (const { key } of staged.entries(Uint8Array.of(prefix.charCodeAt(0)))) staged.put(key, null);
  }
  staged.put(keyOf("state"), null);
  await staged.commit();
}
