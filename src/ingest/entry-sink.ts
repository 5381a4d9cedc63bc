/**
 * A sink for what lies in an archive. Entries are read in an area of their own and their records copied to the
 * archive's; the sink behind knows the archive only, so places are told, and names are given, here.
 */
import type { Source } from "./format.js";
import { missingId } from "./missing-id.js";
import {
  type ByteArea,
  MutableView,
  PlainArea,
  type RecordSink,
  type RecordView,
  viewValues,
} from "./record.js";

export class EntrySink implements RecordSink {
  /** Where the entry is to be read. */
  readonly area = new PlainArea();
  readonly #sink: RecordSink;
  readonly #target: ByteArea;
  readonly #entry: Source;
  readonly #view = new MutableView();

  constructor(sink: RecordSink, target: ByteArea, entry: Source) {
    this.#sink = sink;
    this.#target = target;
    this.#entry = entry;
  }

  record(from: RecordView): void {
    const values = viewValues(from, this.area);
    if (values.url === undefined) values.id ??= missingId(this.#entry.id, from.line);
    const { line, unit, newline, offset, notes } = from;
    const { path } = this.#entry;
    const within = from.within === null ? path : `${path}/${from.within}`;
    const view = Object.assign(this.#view, { line, unit, newline, offset, within, notes });
    [view.start, view.end] = this.#copy(from.start, from.end);
    view.place(values, this.#target, view.end);
    this.#sink.record(view);
  }

  skip(line: number, reason: string, start: number, end: number): void {
    const place = line > 0 ? `${this.#entry.path}:${line}` : this.#entry.path;
    this.#sink.skip(0, `${place}: ${reason}`, ...this.#copy(start, end));
  }

  #copy(start: number, end: number): [start: number, end: number] {
    if (end <= start) return [0, 0];
    this.#target.input(end - start).set(this.area.input(0).subarray(start, end));
    return [0, end - start];
  }
}
