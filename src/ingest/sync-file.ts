/** A file read synchronously that simply ends where it cannot be read, and says why. */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { readTrouble } from "../errors.js";

/** Small enough to stay in a core's cache between being read and being scanned. */
export const CHUNK_BYTES = 1 << 18;

export class SyncFile {
  /** Why it could not be read, or not to its end; null while all is well. */
  trouble: string | null = null;
  #file: number | null = null;

  constructor(path: string) {
    this.#try(() => {
      this.#file = openSync(path, "r");
    });
  }

  /** Bytes of the file; 0 where it cannot be opened. */
  get size(): number {
    return this.#file === null ? 0 : fstatSync(this.#file).size;
  }

  /** Reads at most as many bytes as `into` holds, from `position` or where it stands; 0 at the end and after trouble. */
  read(into: Uint8Array, position: number | null): number {
    let bytes = 0;
    const file = this.#file;
    if (file !== null && this.trouble === null) {
      this.#try(() => {
        bytes = readSync(file, into, 0, into.length, position);
      });
    }
    return bytes;
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file);
  }

  #try(action: () => void): void {
    try {
      action();
    } catch (error) {
      this.trouble = readTrouble(error as Error);
    }
  }
}
