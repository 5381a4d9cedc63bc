/** JSON lines → documents, → tokens, → signatures: one thread, bytes in memory, nothing kept. */

import { SKETCH } from "../../src/document/sketch.js";
import { DEFAULT_FIELDS, FIELD_INDEX } from "../../src/ingest/fields.js";
import { JsonLinesParser } from "../../src/ingest/formats/json-lines.js";
import type { RecordSink, RecordView } from "../../src/ingest/record.js";
import { createKernel, type Kernel, type SketchScheme } from "../../src/kernel/index.js";
import { ReferenceKernel } from "../../src/kernel/reference.js";
import { check } from "../support/check.js";
import { lineRanges } from "../support/floors.js";

const CHUNK_BYTES = 1 << 20;
/** The twin reads like the definition and is slow. */
const TWIN_DOCUMENTS = 60;

export class KernelCases {
  readonly kernel: Kernel;
  readonly #lines: Buffer;
  readonly #signature = new Uint32Array(SKETCH.slots);

  static async create(lines: Buffer): Promise<KernelCases> {
    return new KernelCases(await createKernel(), lines);
  }

  private constructor(kernel: Kernel, lines: Buffer) {
    this.kernel = kernel;
    this.#lines = lines;
  }

  /** Returns the number of documents. */
  documents(): number {
    return this.#read(() => {});
  }

  /** Returns the number of tokens. */
  tokens(): number {
    let tokens = 0;
    this.#read((start, end) => {
      tokens += this.kernel.tokenise(start, end, false);
    });
    return tokens;
  }

  /** Returns a number that depends on every signature. */
  signatures(scheme: SketchScheme): number {
    let sum = 0;
    this.#read((start, end) => {
      this.kernel.tokenise(start, end, false);
      this.kernel.sketch(scheme, SKETCH.shingleTokens, this.#signature);
      sum = (sum + this.#signature[0]!) >>> 0;
    });
    return sum;
  }

  /** The same documents as `JSON.parse` gives; the same tokens and signatures as the reference gives. */
  check(): { documents: number; texts: readonly string[] } {
    const texts: string[] = [];
    this.#read((start, end) => texts.push(this.#text(start, end)));
    const expected = parsedTexts(this.#lines);
    check(texts.length === expected.length, `${texts.length} documents, JSON.parse gives ${expected.length}`);
    const different = texts.findIndex((text, i) => text !== expected[i]);
    check(different < 0, `text of document ${different} is not what JSON.parse gives`);
    this.#checkTwin(texts.slice(0, TWIN_DOCUMENTS));
    return { documents: texts.length, texts };
  }

  #checkTwin(texts: readonly string[]): void {
    const twin = new ReferenceKernel();
    const { slots, shingleTokens } = SKETCH;
    for (const text of texts) {
      const [mine, theirs] = [this.kernel, twin].map((kernel) => {
        const bytes = Buffer.from(text);
        kernel.input(bytes.length).set(bytes);
        kernel.tokenise(0, bytes.length, false);
        const hashes = [...kernel.hashes()];
        const signatures = (["fss", "affine32"] as const).map((scheme) => {
          const signature = new Uint32Array(slots);
          kernel.sketch(scheme, shingleTokens, signature);
          return [...signature];
        });
        return JSON.stringify([hashes, signatures]);
      });
      check(mine === theirs, "kernel and reference differ");
    }
  }

  #text(start: number, end: number): string {
    const bytes = this.kernel.input(end);
    return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString("utf8");
  }

  /** Calls `each` with the range of every document's text in the input area. */
  #read(each: (start: number, end: number) => void): number {
    let documents = 0;
    const sink: RecordSink = {
      record({ ranges }: RecordView) {
        documents++;
        each(ranges[2 * FIELD_INDEX.text]!, ranges[2 * FIELD_INDEX.text + 1]!);
      },
      skip() {},
    };
    const parser = new JsonLinesParser(this.kernel, DEFAULT_FIELDS, sink);
    for (let at = 0; at < this.#lines.length; at += CHUNK_BYTES) {
      const chunk = this.#lines.subarray(at, at + CHUNK_BYTES);
      parser.space(chunk.length).set(chunk);
      parser.filled(chunk.length);
    }
    parser.end();
    return documents;
  }
}

function parsedTexts(lines: Buffer): string[] {
  const texts: string[] = [];
  for (const [start, end] of lineRanges(lines)) {
    const record = JSON.parse(lines.utf8Slice(start, end)) as Record<string, unknown>;
    const text = DEFAULT_FIELDS.text.map((key) => record[key]).find((value) => typeof value === "string");
    if (typeof text === "string" && text.trim() !== "") texts.push(text);
  }
  return texts;
}
