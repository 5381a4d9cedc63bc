/**
 * A plain text file → one record. Its id is its path; its first line may be a title.
 *
 * Mended and refused here: pages decoded with a wrong charset on their way, and text whose lines stand in
 * visual order, as some PDF extractors write Arabic (every word backwards: it would match nothing).
 */
import { arabicEvidence } from "./arabic-evidence.js";
import { decodeText } from "./charset.js";
import { mendMojibake } from "./mojibake.js";
import {
  type ByteArea,
  type FieldValues,
  MutableView,
  type RecordParser,
  type RecordSink,
} from "./record.js";
import { InputWindow, MAX_RECORD_BYTES, TOO_LONG } from "./window.js";

/** A first line with a blank one after it is a title up to this many words; a longer one is a lead. */
const TITLE_WORDS_APART = 40;
/** Directly above the text, "clearly short". Headlines of the Arabic press seldom have more than 16. */
const TITLE_WORDS = 20;
/** UTF-16 units that tell whether words stand backwards: some three hundred words. */
const VISUAL_SAMPLE = 2000;

export class TextFileParser implements RecordParser {
  readonly #window: InputWindow;
  readonly #sink: RecordSink;
  readonly #path: string;
  readonly #encoding: string | undefined;
  #tooLong = false;

  /** `encoding` is a label that `checkEncoding` accepts; a byte order mark overrules it. */
  constructor(area: ByteArea, path: string, encoding: string | undefined, sink: RecordSink) {
    this.#window = new InputWindow(area);
    this.#path = path;
    this.#encoding = encoding;
    this.#sink = sink;
  }

  space(minBytes: number): Uint8Array {
    return this.#window.space(minBytes);
  }

  filled(bytes: number): void {
    this.#window.length += bytes;
    if (this.#window.length > MAX_RECORD_BYTES) {
      this.#tooLong = true;
      this.#window.discard(this.#window.length);
    }
  }

  end(): void {
    const window = this.#window;
    const values = this.#tooLong ? TOO_LONG : readText(window.bytes(), this.#path, this.#encoding);
    if (typeof values === "string") {
      this.#sink.skip(0, values, 0, 0);
      return;
    }
    const view = new MutableView();
    view.line = 1;
    view.unit = "file";
    view.end = window.length;
    view.place(values, window.area, window.length);
    this.#sink.record(view);
  }
}

function readText(bytes: Uint8Array, path: string, encoding: string | undefined): FieldValues | string {
  const decoded = decodeText(bytes, encoding);
  if ("refused" in decoded) return decoded.refused;
  const mended = mendMojibake({ text: decoded.text });
  const text = mended?.text ?? decoded.text;
  if (text.trim() === "") return "no text (the file is empty)";
  if (isVisualOrder(text))
    return "Arabic in visual order (each word backwards, as some PDF extractors write it)";
  return { id: path, ...mended, ...splitTitle(text) };
}

/**
 * The first line is the title where a blank line follows or it is clearly short: few words, no full stop, and
 * less than what follows. A file of one line is a text.
 */
export function splitTitle(whole: string): { readonly text: string; readonly title?: string } {
  const text = whole.trim();
  const first = /^([^\r\n]+)(?:\r\n?|\n)([^\S\r\n]*(?:\r\n?|\n))?\s*/.exec(text);
  if (first === null) return { text };
  const title = first[1]!.trim();
  const rest = text.slice(first[0].length);
  const words = title.split(/\s+/).length;
  if (first[2] !== undefined) return words <= TITLE_WORDS_APART ? { text: rest, title } : { text };
  const short =
    words <= TITLE_WORDS && !/[.!?؟۔…،؛:,;]["”»’')\]]*$/.test(title) && title.length < rest.length;
  return short ? { text: rest, title } : { text };
}

/** Enough words to judge, and backwards they read like Arabic while forwards they do not. */
function isVisualOrder(text: string): boolean {
  const { words, share, reversedShare } = arabicEvidence(text, VISUAL_SAMPLE);
  return words >= 12 && reversedShare >= 0.15 && reversedShare > 3 * share;
}
