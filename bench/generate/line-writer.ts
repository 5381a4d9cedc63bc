/** Writes documents as JSON lines straight into bytes: strings would cost most of a generator's time. */
import { CLOSE_QUOTE, COMMA, OPEN_QUOTE, PARAGRAPH, STOP, WORD_MASK } from "./language.js";
import type { Vocabulary } from "./vocabulary.js";

const FIRST_DAY = Date.UTC(2024, 0, 1);
/** About 1,500 documents a day. */
const SECONDS_APART = 57;
/** An upper bound of what a token takes: the longest word, marks and white space. */
const TOKEN_BYTES = 48;
const HEAD_BYTES = 512;

const COMMA_BYTES = Buffer.from("،");
const QUOTE_BYTES = Buffer.from('\\"');
const BREAK_BYTES = Buffer.from("\\n\\n");

export class LineWriter {
  length = 0;
  #bytes: Uint8Array;
  readonly #vocabulary: Vocabulary;

  constructor(vocabulary: Vocabulary, bytes: number) {
    this.#vocabulary = vocabulary;
    this.#bytes = new Uint8Array(bytes * 2);
  }

  line(document: number, outlet: number, title: readonly number[], text: readonly number[]): void {
    this.#reserve((title.length + text.length) * TOKEN_BYTES + HEAD_BYTES);
    const published = new Date(FIRST_DAY + document * SECONDS_APART * 1000).toISOString().slice(0, 16);
    const id = `g${String(document).padStart(7, "0")}`;
    const source = `outlet${outlet}`;
    this.#ascii(`{"id":"${id}","source":"${source}","published":"${published}","title":"`);
    this.#tokens(title);
    this.#ascii(`","url":"https://${source}.example/${published.slice(0, 10)}/${id}","text":"`);
    this.#tokens(text);
    this.#ascii('"}\n');
  }

  /** A copy of the lines written since the last call. */
  take(): Uint8Array {
    const taken = this.#bytes.slice(0, this.length);
    this.length = 0;
    return taken;
  }

  #tokens(tokens: readonly number[]): void {
    const { bytes: words, starts } = this.#vocabulary;
    const bytes = this.#bytes;
    let at = this.length;
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i]!;
      const word = token & WORD_MASK;
      if (token & OPEN_QUOTE) for (const byte of QUOTE_BYTES) bytes[at++] = byte;
      const end = starts[word + 1]!;
      for (let from = starts[word]!; from < end; from++) bytes[at++] = words[from]!;
      if (token & CLOSE_QUOTE) for (const byte of QUOTE_BYTES) bytes[at++] = byte;
      if (token & STOP) bytes[at++] = 0x2e;
      else if (token & COMMA) for (const byte of COMMA_BYTES) bytes[at++] = byte;
      if (i + 1 === tokens.length) break;
      if (token & PARAGRAPH) for (const byte of BREAK_BYTES) bytes[at++] = byte;
      else bytes[at++] = 0x20;
    }
    this.length = at;
  }

  #ascii(text: string): void {
    for (let i = 0; i < text.length; i++) this.#bytes[this.length++] = text.charCodeAt(i);
  }

  #reserve(more: number): void {
    if (this.length + more <= this.#bytes.length) return;
    const larger = new Uint8Array((this.length + more) * 2);
    larger.set(this.#bytes.subarray(0, this.length));
    this.#bytes = larger;
  }
}
