/**
 * The kernel over WebAssembly with SIMD: owns the module's memory, and hides its pointers. The layout is told in
 * `assembly/memory.ts`.
 */
import type { Kernel, SketchScheme } from "./kernel.js";
import type { ScannerExports } from "./scanner.js";
import { loadTables } from "./tables-load.js";
import { WASM_BASE64 } from "./wasm-bytes.js";

// Every environment has it, but only TypeScript's DOM library, which would hide uses of a browser, declares it.
declare const WebAssembly: {
  validate(bytes: Uint8Array): boolean;
  instantiate(bytes: Uint8Array): Promise<{ readonly instance: { readonly exports: unknown } }>;
};

const PAGE_BYTES = 65_536;
const SIGNATURE_BYTES = 4 * 1024;
/** Bytes after an area that vector loads and stores may touch. */
const SPARE_BYTES = 128;
const INITIAL_INPUT_BYTES = 65_536;
/** Text bytes for each token there is room for at first: Arabic news has about 11. */
const BYTES_PER_TOKEN = 4;
/** The tokeniser asks for a block's worst case before it reads the block. */
const SPARE_TOKENS = 64;
const TOKEN_ROOM_GROWTH = 3;

interface KernelExports extends ScannerExports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  dynamicAt(): number;
  placeTables(entries: number, pool: number): void;
  placeTokens(hashes: number, ids: number, starts: number, ends: number, capacity: number): void;
  placeShingles(shingles: number, table: number): void;
  tokenise(start: number, end: number, offsets: boolean): number;
  toUtf16(start: number, end: number, tokens: number): void;
  packIds(tokens: number): void;
  shingle(tokens: number, length: number): number;
  distinct(shingles: number): number;
  fssInto(elements: number, count: number, signature: number, slots: number): void;
  affine32Into(elements: number, count: number, signature: number, slots: number): void;
}

/** The bytes of the kernel that this package was built with. */
export function embeddedWasm(): Uint8Array {
  const packed = atob(WASM_BASE64);
  const wasm = new Uint8Array(packed.length);
  for (let i = 0; i < wasm.length; i++) wasm[i] = packed.charCodeAt(i);
  return wasm;
}

export class WasmKernel implements Kernel {
  readonly name = "wasm";
  /** For the line scanner, which reads the input area in place. */
  readonly scanner: ScannerExports;

  readonly #exports: KernelExports;
  readonly #signatureAt: number;
  readonly #inputAt: number;
  #inputBytes = 0;
  #input = new Uint8Array(0);
  /** How many tokens there is room for. */
  #tokenCapacity = 0;
  #hashesAt = 0;
  #idsAt = 0;
  #startsAt = 0;
  #endsAt = 0;
  #shinglesAt = 0;
  /** Where the last area ends. */
  #usedBytes = 0;
  /** The last text. */
  #textStart = 0;
  #textEnd = 0;
  #tokens = 0;

  private constructor(exports: KernelExports) {
    this.#exports = exports;
    this.scanner = exports;
    const { entries, pool } = loadTables();
    const entriesAt = align(exports.dynamicAt());
    const poolAt = align(entriesAt + entries.byteLength);
    this.#signatureAt = align(poolAt + pool.byteLength);
    this.#inputAt = this.#signatureAt + SIGNATURE_BYTES;
    this.#reserve(this.#inputAt);
    const { buffer } = exports.memory;
    new Uint16Array(buffer, entriesAt, entries.length).set(entries);
    new Uint32Array(buffer, poolAt, pool.length).set(pool);
    exports.placeTables(entriesAt, poolAt);
    this.#inputBytes = INITIAL_INPUT_BYTES;
    this.#layOut();
  }

  /** Whether this machine has WebAssembly, and the SIMD that this build of the kernel takes. */
  static isSupported(wasm: Uint8Array): boolean {
    return typeof WebAssembly === "object" && WebAssembly.validate(wasm);
  }

  /** Another build of the kernel than the embedded one can be given, to measure one against the other. */
  static async create(wasm: Uint8Array = embeddedWasm()): Promise<WasmKernel> {
    const { instance } = await WebAssembly.instantiate(wasm);
    return new WasmKernel(instance.exports as KernelExports);
  }

  input(bytes: number): Uint8Array {
    if (bytes > this.#inputBytes) {
      this.#inputBytes = align(Math.max(bytes, 2 * this.#inputBytes));
      this.#layOut();
    }
    return this.#input;
  }

  tokenise(start: number, end: number, offsets: boolean): number {
    const room = Math.ceil((end - start) / BYTES_PER_TOKEN) + SPARE_TOKENS;
    if (room > this.#tokenCapacity) {
      this.#tokenCapacity = room;
      this.#layOut();
    }
    this.#textStart = this.#inputAt + start;
    this.#textEnd = this.#inputAt + end;
    for (;;) {
      const tokens = this.#exports.tokenise(this.#textStart, this.#textEnd, offsets);
      if (tokens >= 0) {
        this.#tokens = tokens;
        return tokens;
      }
      this.#tokenCapacity *= TOKEN_ROOM_GROWTH;
      this.#layOut();
    }
  }

  hashes(): Uint32Array {
    return this.#words(this.#hashesAt, 2 * this.#tokens);
  }

  ids(): Uint32Array {
    this.#exports.packIds(this.#tokens);
    return this.#words(this.#idsAt, this.#tokens);
  }

  starts(): Uint32Array {
    return this.#words(this.#startsAt, this.#tokens);
  }

  ends(): Uint32Array {
    return this.#words(this.#endsAt, this.#tokens);
  }

  toUtf16(): void {
    this.#exports.toUtf16(this.#textStart, this.#textEnd, this.#tokens);
  }

  shingles(shingleTokens: number): Uint32Array {
    const all = this.#exports.shingle(this.#tokens, shingleTokens);
    return this.#words(this.#shinglesAt, 2 * this.#exports.distinct(all));
  }

  sketch(scheme: SketchScheme, shingleTokens: number, signature: Uint32Array): void {
    const count = this.#exports.shingle(this.#tokens, shingleTokens);
    this.#sketchElements(scheme, this.#shinglesAt, count, signature);
  }

  sketchHashes(scheme: SketchScheme, hashes: Uint32Array, signature: Uint32Array): void {
    this.#reserve(this.#usedBytes + hashes.byteLength);
    this.#words(this.#usedBytes, hashes.length).set(hashes);
    this.#sketchElements(scheme, this.#usedBytes, hashes.length / 2, signature);
  }

  #sketchElements(scheme: SketchScheme, at: number, count: number, signature: Uint32Array): void {
    const sketchInto = scheme === "fss" ? this.#exports.fssInto : this.#exports.affine32Into;
    sketchInto(at, count, this.#signatureAt, signature.length);
    signature.set(this.#words(this.#signatureAt, signature.length));
  }

  #words(at: number, length: number): Uint32Array {
    return new Uint32Array(this.#exports.memory.buffer, at, length);
  }

  /** Places what follows the input, for the room that is needed. */
  #layOut(): void {
    const capacity = this.#tokenCapacity;
    let at = this.#inputAt;
    const take = (bytes: number): number => {
      const taken = at;
      at = align(at + bytes + SPARE_BYTES);
      return taken;
    };
    take(this.#inputBytes);
    this.#hashesAt = take(8 * capacity);
    this.#idsAt = take(4 * capacity);
    this.#startsAt = take(4 * capacity);
    this.#endsAt = take(4 * capacity);
    this.#shinglesAt = take(8 * capacity);
    // At least twice as many slots as shingles, and a power of two: up to four times as many.
    const tableAt = take(16 * capacity);
    this.#usedBytes = at;
    this.#reserve(at);
    this.#exports.placeTokens(this.#hashesAt, this.#idsAt, this.#startsAt, this.#endsAt, capacity);
    this.#exports.placeShingles(this.#shinglesAt, tableAt);
    this.#input = new Uint8Array(this.#exports.memory.buffer, this.#inputAt, this.#inputBytes);
  }

  #reserve(bytes: number): void {
    const { memory } = this.#exports;
    const missing = bytes - memory.buffer.byteLength;
    if (missing <= 0) return;
    memory.grow(Math.ceil(missing / PAGE_BYTES));
    this.#input = new Uint8Array(memory.buffer, this.#inputAt, this.#inputBytes);
  }
}

/** Areas begin on cache lines. */
function align(at: number): number {
  return Math.ceil(at / 64) * 64;
}
