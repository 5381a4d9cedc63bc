/**
 * What the user named → the files to read. Files, folders (recursively), globs and `-` for standard input.
 *
 * The order in which they are named does not matter: files come sorted by path, each once. Inside folders
 * only known extensions are read; other files, and entries whose name begins with a dot, are counted as left
 * alone. A file named by itself is read whatever it is called.
 */
import { type BigIntStats, promises as fs } from "node:fs";
import { join, normalize } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import { UsageError } from "../errors.js";
import type { Skipped } from "../model.js";
import { type Format, isGzip, refineFormat, SNIFF_BYTES, sniffFormat } from "./sniff.js";

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
  for (const input of inputs) await listing.add(input);
  return listing.result();
}

class Listing {
  readonly #format: Format | undefined;
  /** By real path, so that a file named twice is read once. */
  readonly #files = new Map<string, InputFile>();
  readonly #skipped = new Map<string, Skipped>();
  readonly #leftAlone = new Set<string>();

  constructor(format: Format | undefined) {
    this.#format = format;
  }

  result(): Inputs {
    return {
      files: [...this.#files.values()].sort((a, b) => byCodePoint(a.path, b.path)),
      leftAlone: this.#leftAlone.size,
      skipped: [...this.#skipped.values()].sort((a, b) => byCodePoint(a.file, b.file)),
    };
  }

  async add(input: string): Promise<void> {
    if (input === "-") {
      this.#files.set("-", { path: "-", format: this.#format ?? "unknown", gzip: false, bytes: null });
      return;
    }
    const stats = await fs.stat(input, { bigint: true }).catch(() => null);
    if (stats !== null) return this.#addNamed(input, stats);
    if (!isDynamicPattern(input)) throw new UsageError(`input ${JSON.stringify(input)} does not exist`);
    const matches = await glob(input, {
      onlyFiles: false,
      expandDirectories: false,
      followSymbolicLinks: false,
    });
    if (matches.length === 0) throw new UsageError(`input ${JSON.stringify(input)} matches nothing`);
    for (const match of matches) {
      const found = await fs.stat(match, { bigint: true }).catch((error: Error) => error);
      if (found instanceof Error) this.#skip(match, found);
      else if (!found.isDirectory()) await this.#addNamed(match, found);
    }
  }

  async #addNamed(path: string, stats: BigIntStats): Promise<void> {
    if (!stats.isDirectory()) return this.#addFile(path, stats);
    const before = this.#files.size + this.#skipped.size;
    const others = this.#leftAlone.size;
    const seen = await this.#walk(path, new Set());
    if (seen || this.#files.size + this.#skipped.size > before) return;
    const left = this.#leftAlone.size - others;
    throw new UsageError(
      `folder ${JSON.stringify(path)} has no ${Object.keys(EXTENSIONS).join(", ")} file in it` +
        (left > 0 ? ` (${left} other ${left === 1 ? "file was" : "files were"} left alone)` : ""),
    );
  }

  /** Whether there was anything to read. `above` holds the real paths of the folders around: a loop ends there. */
  async #walk(folder: string, above: ReadonlySet<string>): Promise<boolean> {
    let names: string[];
    let real: string;
    try {
      real = await fs.realpath(folder);
      if (above.has(real)) return false;
      names = await fs.readdir(folder);
    } catch (error) {
      this.#skip(folder, error as Error);
      return true;
    }
    let any = false;
    const inside = new Set([...above, real]);
    for (const name of names.sort(byCodePoint)) {
      const path = join(folder, name);
      const format = extensionFormat(name);
      const stats = await fs.stat(path, { bigint: true }).catch((error: Error) => error);
      if (name.startsWith(".")) this.#leftAlone.add(path);
      else if (stats instanceof Error) {
        if (format !== null) this.#skip(path, stats);
        else this.#leftAlone.add(path);
      } else if (stats.isDirectory()) any = (await this.#walk(path, inside)) || any;
      else if (format === null || !stats.isFile()) this.#leftAlone.add(path);
      else {
        await this.#addFile(path, stats);
        any = true;
      }
    }
    return any;
  }

  async #addFile(path: string, stats: BigIntStats): Promise<void> {
    const shown = normalize(path);
    if (!stats.isFile()) {
      this.#files.set(shown, { path: shown, format: this.#format ?? "unknown", gzip: false, bytes: null });
      return;
    }
    let real: string;
    try {
      real = await fs.realpath(path);
    } catch (error) {
      return this.#skip(shown, error as Error);
    }
    const known = this.#files.get(real);
    if (known !== undefined && byCodePoint(known.path, shown) <= 0) return;
    const byName = extensionFormat(path);
    // Text files are many and read whole, so they are looked at when they are read.
    const head = byName === "text" ? new Uint8Array(0) : await readHead(path);
    const gzip = isGzip(head) || (byName === "text" && path.endsWith(".gz"));
    const format = this.#format ?? byName ?? (gzip ? "unknown" : sniffFormat(head));
    this.#files.set(real, {
      path: shown,
      format: gzip || format === "unknown" ? format : refineFormat(format, head),
      gzip,
      bytes: Number(stats.size),
    });
  }

  #skip(path: string, error: Error): void {
    const file = normalize(path);
    this.#skipped.set(file, { file, reason: fileTrouble(error) });
  }
}

/** The format that a name promises, or null. */
function extensionFormat(name: string): Format | null {
  const lower = name.toLowerCase().replace(/\.gz$/, "");
  return EXTENSIONS[lower.slice(lower.lastIndexOf("."))] ?? null;
}

/** The first bytes; none where the file cannot be read, which its reader will then report. */
async function readHead(path: string): Promise<Uint8Array> {
  try {
    const file = await fs.open(path);
    try {
      const { buffer, bytesRead } = await file.read(new Uint8Array(SNIFF_BYTES), 0, SNIFF_BYTES, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    return new Uint8Array(0);
  }
}

/** Why a file could not be read, without the path that stands beside it anyway. */
export function fileTrouble(error: Error): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case "ENOENT":
      return "the file is not there (any more)";
    case "EACCES":
    case "EPERM":
      return "no permission to read it";
    case "EISDIR":
      return "it is a folder";
    case "ELOOP":
      return "its symbolic links lead in a circle";
    default:
      return error.message;
  }
}

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
