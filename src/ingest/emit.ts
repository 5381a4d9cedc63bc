/** Fields that a reader has as strings → a record of the sink. For formats that are no JSON. */
import type { FormatReader, ReadContext, Source } from "./format.js";
import { type FieldValues, MutableView, type RecordNotes } from "./record.js";
import { repairValues } from "./repair.js";
import { inTimezone } from "./timezone.js";
import { tooLong } from "./window.js";

/** Hands records to the sink one by one: `line` is the number of the record, as `RecordView.line` says. */
export class ValueEmitter {
  readonly #context: ReadContext;
  readonly #view = new MutableView();

  constructor(context: ReadContext) {
    this.#context = context;
    this.#view.unit = "document";
  }

  emit(line: number, values: FieldValues, notes: RecordNotes): void {
    const { sink, area, timezone } = this.#context;
    if (values.text === undefined || values.text.trim() === "") {
      sink.skip(line, "no text", 0, 0);
      return;
    }
    const mended = repairValues(values);
    if (typeof mended === "string") {
      sink.skip(line, mended, 0, 0);
      return;
    }
    const view = this.#view;
    view.line = line;
    view.notes = notes;
    view.place(timezone === undefined ? mended : inTimezone(mended, timezone), area, 0);
    sink.record(view);
  }

  skip(line: number, reason: string): void {
    this.#context.sink.skip(line, reason, 0, 0);
  }
}

/** All bytes of a source that is one record, or why it cannot be one. */
export async function wholeBytes(source: Source, maxRecordBytes: number): Promise<Uint8Array | string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of source.pieces()) {
    length += piece.length;
    if (length > maxRecordBytes) return tooLong(maxRecordBytes);
    pieces.push(piece.slice());
  }
  return pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);
}

/** What the reader of a format whose file is one article finds in it. */
export interface WholeArticle {
  readonly values: FieldValues;
  /** Of each field, where it came from. */
  readonly from: Readonly<Record<string, string>>;
  readonly cut?: RecordNotes["cut"];
}

/** A reader for a format whose file is one article; `read` returns it, or why there is none. */
export function oneArticle(
  read: (source: Source, context: ReadContext) => Promise<WholeArticle | string>,
): FormatReader {
  return {
    async *read(source, context) {
      const emitter = new ValueEmitter(context);
      const article = await read(source, context);
      if (typeof article === "string") {
        emitter.skip(0, article);
      } else {
        const { values, from } = withFacts(article, source);
        emitter.emit(1, values, { from, ...(article.cut === undefined ? {} : { cut: article.cut }) });
      }
      yield;
    },
  };
}

/** The article with what is known of its file where the file itself does not say it. */
function withFacts({ values, from }: WholeArticle, { id, facts }: Source) {
  const all: FieldValues = { id, ...values };
  const origins: Record<string, string> = { id: "path", ...from };
  for (const name of ["source", "published", "url", "title"] as const) {
    const fact = facts[name];
    if (fact === undefined || all[name] !== undefined) continue;
    all[name] = fact;
    origins[name] = facts.from[name] ?? "file name";
  }
  return { values: all, from: origins };
}
