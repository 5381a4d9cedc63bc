/**
 * Where results go: standard output, or a file that appears whole or not at all.
 */
import { createWriteStream } from "node:fs";
import { open, realpath, rename, stat, unlink } from "node:fs/promises";
import { dirname } from "node:path";
import { UsageError, writeTrouble } from "../../errors.js";
import { BrokenPipe, EXIT, Failure } from "./exit.js";
import type { Io } from "./io.js";

const CHUNK = 1 << 16;

export interface Output {
  /** Resolves at once unless the reader is slower than the writer. Throws BrokenPipe once the reader has gone. */
  write(text: string): Promise<void>;
  /** What was written is where it goes. */
  flush(): Promise<void>;
  /** Everything is written: hand it over. */
  finish(): Promise<void>;
  /** The command failed: leave nothing half-made behind. */
  discard(): Promise<void>;
}

const STANDARD_OUTPUT = "standard output";

async function openOutput(io: Io, file: string | undefined, option: string): Promise<Output> {
  return file === undefined || file === "-"
    ? new StreamOutput(io.stdout, STANDARD_OUTPUT)
    : await openFile(file, option);
}

/** What to throw where `name` could not be written to the end. */
function unwritten(error: Error, name: string): Error {
  return (error as NodeJS.ErrnoException).code === "EPIPE"
    ? new BrokenPipe()
    : new Failure(`${name}: cannot be written (${writeTrouble(error)})`, EXIT.notFound);
}

/**
 * Writes bytes to standard output; resolves when its reader took them or they fit into the pipe. Throws BrokenPipe once
 * the reader has gone.
 */
export function byteWriter({ stdout }: Io): (bytes: Uint8Array) => Promise<void> {
  let failure: Error | undefined;
  stdout.on("error", (error) => {
    failure ??= error;
  });
  return async (bytes) => {
    await new Promise<void>((resolve) => {
      stdout.write(bytes, (error) => {
        failure ??= error ?? undefined;
        resolve();
      });
    });
    if (failure) throw unwritten(failure, STANDARD_OUTPUT);
  };
}

class StreamOutput implements Output {
  readonly #stream: NodeJS.WritableStream;
  readonly #name: string;
  #pending = "";
  #failure: Error | undefined;

  /** `name` is what to call it where it cannot be written. */
  constructor(stream: NodeJS.WritableStream, name: string) {
    this.#stream = stream;
    this.#name = name;
    stream.on("error", (error) => this.#fail(error));
  }

  async write(text: string): Promise<void> {
    this.#pending += text;
    if (this.#pending.length >= CHUNK) await this.flush();
  }

  async finish(): Promise<void> {
    await this.flush();
  }

  async discard(): Promise<void> {
    // What is on standard output already cannot be taken back; the rest is complete lines and worth having.
    if (!this.#failure) await this.flush();
  }

  async flush(): Promise<void> {
    const text = this.#pending;
    this.#pending = "";
    if (!this.#failure && text !== "") {
      await new Promise<void>((resolve) => {
        this.#stream.write(text, (error) => {
          if (error) this.#fail(error);
          resolve();
        });
      });
    }
    if (this.#failure) throw this.#failure;
  }

  #fail(error: Error): void {
    this.#failure ??= unwritten(error, this.#name);
  }
}

async function openFile(file: string, option: string): Promise<Output> {
  const target = await realpath(file).catch(() => file);
  const known = await stat(target).catch(() => undefined);
  if (known?.isDirectory())
    throw new UsageError(`${option} ${file}: a folder; the name of a file is expected`);
  // A device or a pipe cannot be replaced by a file of the same name: it is written to.
  if (known && !known.isFile()) return new StreamOutput(createWriteStream(target), `${option} ${file}`);
  const temporary = `${target}.${process.pid}.tmp`;
  const handle = await open(temporary, "wx", known?.mode ?? 0o666).catch((error: Error) => {
    throw new UsageError(`${option} ${file}: cannot be written (${writeTrouble(error)})`);
  });
  let pending = "";
  const flush = async (): Promise<void> => {
    const text = pending;
    pending = "";
    await handle.writeFile(text).catch((error: Error) => {
      throw unwritten(error, `${option} ${file}`);
    });
  };
  return {
    flush,
    async write(text) {
      pending += text;
      if (pending.length >= CHUNK) await flush();
    },
    async finish() {
      await flush();
      // Else a power cut could leave the new name on an empty file, and the old one gone.
      await handle.sync();
      await handle.close();
      await rename(temporary, target);
      await syncFolder(dirname(target));
    },
    async discard() {
      await handle.close();
      await unlink(temporary);
    },
  };
}

/** A new name survives a power cut only if its folder's entry for it does. */
async function syncFolder(folder: string): Promise<void> {
  // Some systems do not let a folder be opened, and a few file systems cannot flush one: then nothing more can be done.
  const handle = await open(folder, "r").catch(() => undefined);
  await handle?.sync().catch(() => {});
  await handle?.close();
}

/**
 * Opens the output for `work` and hands it over when that is done, or leaves nothing behind when it fails. `option` is
 * what named the file.
 */
export async function withOutput<Result>(
  io: Io,
  file: string | undefined,
  work: (output: Output) => Promise<Result>,
  option = "-o",
): Promise<Result> {
  const output = await openOutput(io, file, option);
  let result: Result;
  try {
    result = await work(output);
  } catch (error) {
    await output.discard();
    throw error;
  }
  await output.finish();
  return result;
}
