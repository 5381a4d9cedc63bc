/**
 * What the user named → the files to read. Files, folders (recursively), globs and `-` for standard input.
 *
 * The order in which they are named does not matter: files come sorted by path, each once. Inside folders
 * only known extensions are read; other files, and entries whose name begins with a dot, are counted as left
 * alone. A file named by itself is read whatever it is called.
 */
import { readdirSync, realpathSync, type Stats, statSync } from "node:fs";
import { join, normalize } from "node:path";
import { readTrouble, UsageError } from "../errors.js";
import type { Skipped } from "../model/index.js";
import { type Format, foreignKind, isGzip, refineFormat, SNIFF_BYTES, sniffFormat } from "./sniff.js";
import { SyncFile } from "./sync-file.js";

export interface InputFile {
  /** As shown to users; "-" for standard input. */
  readonly path: string;
  /** "unknown": a stream, whose first bytes decide when it is read. */
  readonly format: Format | "unknown";
  readonly gzip: boolean;
  /** Null for a stream. */
  readonly bytes: number | null;
}

export interface Inputs {
  readonly files: readonly InputFile[];
  /** Files in the folders that are of no known kind. */
  readonly leftAlone: number;
  readonly skipped: readonly Skipped[];
}

export interface InputOptions {
  /** How to read every file, whatever its name and first bytes say. */
  readonly format?: Format | undefined;
}

const EXTENSIONS: Readonly<Record<string, Format>> = {
  ".jsonl": "jsonl",
  ".ndjson": "jsonl",
  ".json": "json",
  ".txt": "text",
};

/**
 * Lists the files. Throws UsageError for an input that does not exist, a glob that matches nothing, and a
 * folder with nothing to read in it; a file in a folder that cannot be looked at is a skip.
 */
export async function expandInputs(inputs: readonly string[], options: InputOptions = {}): Promise<Inputs> {
  if (inputs.length === 0)
    throw new UsageError("no input given: expected files, folders, globs or - for standard input");
  const listing = new Listing(options.format);
  for (const input of [...new Set(inputs)].sort(byPath)) await listing.add(input);
  return listing.result();
}

class Listing {
  readonly #format: Format | undefined;
  /** By real path, so that a file named twice is read once. */
  readonly #files = new Map<string, InputFile>();
  readonly #skipped = new Map<string, Skipped>();
  readonly #leftAlone = new Set<string>();
  /** By real path: whether there was anything to read in a folder. It is walked once, so that links may loop. */
  readonly #folders = new Map<string, boolean>();

  constructor(format: Format | undefined) {
    this.#format = format;
  }

  result(): Inputs {
    return {
      files: [...this.#files.values()].sort((a, b) => byPath(a.path, b.path)),
      leftAlone: this.#leftAlone.size,
      skipped: [...this.#skipped.values()].sort((a, b) => byPath(a.file, b.file)),
    };
  }

  async add(input: string): Promise<void> {
    if (input === "-") {
      this.#files.set("-", { path: "-", format: this.#format ?? "unknown", gzip: false, bytes: null });
      return;
    }
    const stats = look(input);
    if (!(stats instanceof Error)) {
      this.#addNamed(input, stats);
      return;
    }
    // Loaded here and not above: it takes 15 ms, and most inputs are files and folders.
    const { glob, isDynamicPattern } = await import("tinyglobby");
    if (!isDynamicPattern(input)) throw new UsageError(`input ${JSON.stringify(input)} does not exist`);
    const matches = await glob(input, {
      onlyFiles: false,
      expandDirectories: false,
      followSymbolicLinks: false,
    });
    if (matches.length === 0) throw new UsageError(`input ${JSON.stringify(input)} matches nothing`);
    for (const match of matches) {
      const found = look(match);
      if (found instanceof Error) this.#skip(match, found);
      else if (!found.isDirectory()) this.#addNamed(match, found);
    }
  }

  #addNamed(path: string, stats: Stats): void {
    if (!stats.isDirectory()) {
      this.#addFile(path, stats);
      return;
    }
    const others = this.#leftAlone.size;
    if (this.#walk(path)) return;
    const left = this.#leftAlone.size - others;
    throw new UsageError(
      `folder ${JSON.stringify(path)} has no ${Object.keys(EXTENSIONS).join(", ")} file in it` +
        (left > 0 ? ` (${left} other ${left === 1 ? "file was" : "files were"} left alone)` : ""),
    );
  }

  /** Whether there was anything to read. */
  #walk(folder: string): boolean {
    let names: string[];
    let real: string;
    try {
      real = realpathSync.native(folder);
      const known = this.#folders.get(real);
      if (known !== undefined) return known;
      this.#folders.set(real, false);
      names = readdirSync(folder);
    } catch (error) {
      this.#skip(folder, error as Error);
      return true;
    }
    let any = false;
    for (const name of names.sort(byPath)) any = this.#addEntry(join(folder, name), name) || any;
    this.#folders.set(real, any);
    return any;
  }

  /** Whether the entry of a folder is to be read, or would be if it could. */
  #addEntry(path: string, name: string): boolean {
    const stats = name.startsWith(".") ? null : look(path);
    const known = extensionFormat(name) !== null;
    if (stats instanceof Error && known) {
      this.#skip(path, stats);
      return true;
    }
    if (stats === null || stats instanceof Error || !(stats.isDirectory() || (stats.isFile() && known))) {
      this.#leftAlone.add(path);
      return false;
    }
    if (stats.isDirectory()) return this.#walk(path);
    this.#addFile(path, stats);
    return true;
  }

  #addFile(path: string, stats: Stats): void {
    const shown = normalize(path);
    if (!stats.isFile()) {
      this.#files.set(shown, { path: shown, format: this.#format ?? "unknown", gzip: false, bytes: null });
      return;
    }
    const real = realpathSync.native(path);
    const known = this.#files.get(real);
    if (known !== undefined && byPath(known.path, shown) <= 0) return;
    const byName = extensionFormat(path);
    // Text files are many and read whole, so they are looked at when they are read.
    const head = byName === "text" ? new Uint8Array(0) : readHead(path);
    const gzip = isGzip(head) || (byName === "text" && path.endsWith(".gz"));
    const format = this.#format ?? byName ?? (gzip ? "unknown" : sniffFormat(head));
    const foreign = format === "text" && byName === null && !this.#format ? foreignKind(head, path) : null;
    if (foreign !== null) {
      this.#skipped.set(shown, { file: shown, reason: foreign });
      return;
    }
    this.#files.set(real, {
      path: shown,
      format: gzip || format === "unknown" ? format : refineFormat(format, head),
      gzip,
      bytes: stats.size,
    });
  }

  #skip(path: string, error: Error): void {
    const file = normalize(path);
    this.#skipped.set(file, { file, reason: readTrouble(error) });
  }
}

/** The format that a name promises, or null. */
function extensionFormat(name: string): Format | null {
  const lower = name.toLowerCase().replace(/\.gz$/, "");
  return EXTENSIONS[lower.slice(lower.lastIndexOf("."))] ?? null;
}

/** The first bytes; none where the file cannot be read, which its reader will then report. */
function readHead(path: string): Uint8Array {
  const file = new SyncFile(path);
  try {
    const head = new Uint8Array(SNIFF_BYTES);
    return head.subarray(0, file.read(head, 0));
  } finally {
    file.close();
  }
}

function look(path: string): Stats | Error {
  try {
    return statSync(path);
  } catch (error) {
    return error as Error;
  }
}

function byPath(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
