/**
 * What the user named → the files to read. Files, folders (recursively), globs and `-` for standard input.
 *
 * The order in which they are named does not matter: files come sorted by path, each once. Inside folders what is
 * of no format that is read is listed as left out, with its kind; entries whose name begins with a dot, and the files
 * that a browser saves beside a page, are only counted. A file named by itself is read whatever it is called.
 */
import { readdirSync, realpathSync, type Stats, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join, normalize, relative, resolve, sep } from "node:path";
import { readTrouble, UsageError } from "../errors.js";
import type { Skipped } from "../model/index.js";
import { codingOf } from "./codings.js";
import { detectFormat, fallbackFormat, SNIFF_BYTES, unnamedKind } from "./detect.js";
import { type FileFacts, factsOf, type NamePattern, NO_FACTS, namePattern } from "./file-facts.js";
import { identities } from "./identity.js";
import { metadataTables } from "./metadata-table.js";
import { EXTENSIONS, type Format } from "./registry.js";
import { SyncFile } from "./sync-file.js";

export interface InputFile {
  /** As shown to users; "-" for standard input. */
  readonly path: string;
  /** What its documents are called after where they have no id: relative to what was given. */
  readonly id: string;
  /** "unknown": a stream or compressed, whose first bytes decide when it is read. */
  readonly format: Format | "unknown";
  /** Whether the bytes are compressed. */
  readonly isCoded: boolean;
  /** Null for a stream. */
  readonly bytes: number | null;
  readonly facts: FileFacts;
}

export interface Inputs {
  readonly files: readonly InputFile[];
  /** Hidden files, and those that a browser saved beside a page. */
  readonly leftAlone: number;
  readonly skipped: readonly Skipped[];
}

export interface InputOptions {
  /** How to read every file, whatever its name and first bytes say. */
  readonly format?: Format | undefined;
  /** How names of files are made, as `namePattern` takes it. */
  readonly fromName?: string | undefined;
  /**
   * Whether ids begin with the name of the folder that was given, or that a given file lies in: for what is kept between
   * runs, where the `a.html` of one day is no version of the `a.html` of another.
   */
  readonly nameFolders?: boolean | undefined;
}

/**
 * Lists the files. Throws UsageError for an input that does not exist, a glob that matches nothing, and a
 * folder with nothing to read in it; a file in a folder that cannot be looked at is a skip.
 */
export async function expandInputs(inputs: readonly string[], options: InputOptions = {}): Promise<Inputs> {
  if (inputs.length === 0)
    throw new UsageError("no input given: expected files, folders, globs or - for standard input");
  const pattern = options.fromName === undefined ? undefined : namePattern(options.fromName);
  const listing = new Listing(options.format);
  for (const input of [...new Set(inputs)].sort(byPath)) await listing.add(input);
  return listing.result(pattern, options.nameFolders === true);
}

/** A file before it has an identity, which depends on what else there is. */
type Listed = Omit<InputFile, "id"> & { readonly relative: string; readonly withFolder: string };

const ADDRESS = /^(?:https?|ftp):\/\//i;

class Listing {
  readonly #format: Format | undefined;
  /** By real path, so that a file named twice is read once. */
  readonly #files = new Map<string, Listed>();
  readonly #skipped = new Map<string, Skipped>();
  readonly #leftAlone = new Set<string>();
  /** By real path: whether there was anything to read in a folder. It is walked once, so that links may loop. */
  readonly #folders = new Map<string, boolean>();

  constructor(format: Format | undefined) {
    this.#format = format;
  }

  async result(pattern: NamePattern | undefined, nameFolders: boolean): Promise<Inputs> {
    const listed = [...this.#files.values()].sort((a, b) => byPath(a.path, b.path));
    const onDisk = listed.filter(({ bytes }) => bytes !== null);
    const tables = await metadataTables(new Set(onDisk.flatMap(({ path }) => foldersOf(path))));
    const isTable = new Set([...tables.values()].map(({ path }) => path));
    const rowOf = (path: string) =>
      foldersOf(path)
        .map((folder) => tables.get(folder)?.rowOf(path))
        .find((row) => row !== undefined);
    const files = listed
      .filter(({ path }) => !isTable.has(path))
      .map((file) =>
        file.bytes === null ? file : { ...file, facts: factsOf(file.relative, rowOf(file.path), pattern) },
      );
    return {
      files: identities(
        files.map(({ withFolder, ...file }) => (nameFolders ? { ...file, relative: withFolder } : file)),
      ),
      leftAlone: this.#leftAlone.size,
      skipped: [...this.#skipped.values()].sort((a, b) => byPath(a.file, b.file)),
    };
  }

  async add(input: string): Promise<void> {
    if (input === "-") {
      this.#files.set("-", this.#stream("-", "stdin"));
      return;
    }
    const stats = look(input);
    if (!(stats instanceof Error)) {
      this.#addNamed(input, stats);
      return;
    }
    if (ADDRESS.test(input)) {
      throw new UsageError(
        `input ${JSON.stringify(input)} is an address, and isnad never reaches the network: save the page in your browser, and give the file`,
      );
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
      if (found instanceof Error) this.#skip(match, readTrouble(found));
      else if (!found.isDirectory()) this.#addNamed(match, found);
    }
  }

  #stream(path: string, id: string): Listed {
    const format = this.#format ?? "unknown";
    return { path, relative: id, withFolder: id, format, isCoded: false, bytes: null, facts: NO_FACTS };
  }

  #addNamed(path: string, stats: Stats): void {
    if (!stats.isDirectory()) {
      // What lies outside the folder one works in has no name that would be the same elsewhere, but its own.
      const shown = normalize(path);
      const id = isAbsolute(shown) || shown.startsWith("..") ? basename(shown) : shown;
      this.#addFile(path, id, stats, true);
      return;
    }
    const before = this.#skipped.size;
    if (this.#walk(path, path)) return;
    const left = this.#skipped.size - before;
    const kinds = [...this.#skipped.values()]
      .slice(before, before + 1)
      .map(({ file, reason }) => `, such as ${file}: ${reason}`);
    throw new UsageError(
      `folder ${JSON.stringify(path)} has no file in it that can be read (${EXTENSIONS.join(" ")})` +
        (left > 0 ? `; ${left} ${left === 1 ? "file was" : "files were"} left out${kinds.join("")}` : ""),
    );
  }

  /** Whether there was anything to read. */
  #walk(folder: string, root: string): boolean {
    let names: string[];
    let real: string;
    try {
      real = realpathSync.native(folder);
      const known = this.#folders.get(real);
      if (known !== undefined) return known;
      this.#folders.set(real, false);
      names = readdirSync(folder);
    } catch (error) {
      this.#skip(folder, readTrouble(error as Error));
      return true;
    }
    const pages = new Set(
      names.filter((name) => /\.x?html?$/i.test(name)).map((name) => name.replace(/\.[^.]+$/, "")),
    );
    let any = false;
    for (const name of names.sort(byPath)) any = this.#addEntry(join(folder, name), name, root, pages) || any;
    this.#folders.set(real, any);
    return any;
  }

  /** Whether the entry of a folder is to be read, or would be if it could. */
  #addEntry(path: string, name: string, root: string, pages: ReadonlySet<string>): boolean {
    if (name.startsWith(".")) {
      this.#leftAlone.add(path);
      return false;
    }
    const stats = look(path);
    if (stats instanceof Error) {
      this.#skip(path, readTrouble(stats));
      return true;
    }
    if (stats.isDirectory()) {
      // What a browser saves beside a page in a folder called after it: its pictures, scripts and advertisements.
      const page = /^(.+?)(?:_files|\.files|_fichiers|-Dateien|_archivos|_ملفات|_dosyalar|-filer)$/i.exec(
        name,
      )?.[1];
      if (page === undefined || !pages.has(page)) return this.#walk(path, root);
      this.#leftAlone.add(path);
      return false;
    }
    if (!stats.isFile()) {
      this.#skip(path, "no file, but a pipe, socket or device");
      return false;
    }
    return this.#addFile(path, relative(root, path), stats, false);
  }

  /** Whether the file is to be read. One that is named by itself is, whatever it is called. */
  #addFile(path: string, id: string, stats: Stats, isNamed: boolean): boolean {
    const shown = normalize(path);
    if (!stats.isFile()) {
      this.#files.set(shown, this.#stream(shown, id));
      return true;
    }
    const real = realpathSync.native(path);
    const known = this.#files.get(real);
    if (known !== undefined && byPath(known.path, shown) <= 0) return true;
    const head = readHead(path);
    const isCoded = codingOf(head, path) !== null;
    const format = this.#format ?? (isCoded ? "unknown" : this.#formatOf(shown, head, isNamed));
    if (format === null) return false;
    this.#files.set(real, {
      path: shown,
      relative: id,
      withFolder: withFolder(shown, id, isNamed),
      format,
      isCoded,
      bytes: stats.size,
      facts: NO_FACTS,
    });
    return true;
  }

  #formatOf(shown: string, head: Uint8Array, isNamed: boolean): Format | null {
    const detected = detectFormat(head, shown) ?? (isNamed ? fallbackFormat(head) : unnamedKind(head, shown));
    if ("format" in detected) return detected.format;
    this.#skip(shown, detected.refused);
    return null;
  }

  #skip(path: string, reason: string): void {
    const file = normalize(path);
    this.#skipped.set(file, { file, reason });
  }
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

/** The folder of a file and the one around it: a table may name files in folders beside it. */
function foldersOf(path: string): string[] {
  const folder = dirname(path);
  return folder === "." || folder === "/" ? [folder] : [folder, dirname(folder)];
}

/** The relative path with the name of the folder around it. A file named with folders has them in it. */
function withFolder(path: string, id: string, isNamed: boolean): string {
  if (isNamed && id.includes(sep)) return id;
  return resolve(path)
    .split(sep)
    .slice(-id.split(sep).length - 1)
    .join(sep);
}

function byPath(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
