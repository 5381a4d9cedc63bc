/** Opens what `openIndex` names, or makes it. */

import xxhash from "xxhash-wasm";
import { StoreError } from "../errors.js";
import { createKernel } from "../kernel/index.js";
import { openStore, StagedStore } from "../store/index.js";
import { Contents } from "./rows/contents.js";
import { newHeader, putJson, readHeader, readState } from "./rows/format.js";
import { Preparer } from "./rows/prepare.js";
import { Index } from "./standing.js";
import { keyOf } from "./storage/keys.js";
import { Squeezer } from "./storage/squeezer.js";
import type { OpenIndexOptions } from "./types.js";
import { eraseAll } from "./upkeep/transfer.js";

/** See `openIndex`. */
export async function openStanding(dir: string | null, options: OpenIndexOptions): Promise<Index> {
  const { mode = "write", mustExist = false, copiesOnly = false } = options;
  const { keepText = !copiesOnly } = options;
  const [kernel, hashes] = await Promise.all([createKernel(), xxhash()]);
  const { store, isNew, unlock, unmake } = await openStore(dir, { mode, mustExist });
  const staged = new StagedStore(store);
  try {
    if (isNew) {
      putJson(staged, "header", newHeader(keepText, copiesOnly));
      await staged.commit();
    }
    const header = readHeader(staged);
    for (const [name, wanted, found] of [
      ["copiesOnly", options.copiesOnly, header.copiesOnly],
      ["keepText", options.keepText, header.keepText],
    ] as const) {
      if (wanted === undefined || wanted === found) continue;
      throw new StoreError(`${dir}: the index was made with ${name} ${found}, expected ${wanted}`);
    }
    if (readState(staged).importing) {
      if (mode === "read")
        throw new StoreError(
          `${dir}: found an import that is not finished, expected a whole index; import again`,
        );
      await eraseAll(staged);
    }
    if (mode === "write") staged.guard(keyOf("state"));
    const isAligned = header.keepText && !header.copiesOnly;
    const squeezer = new Squeezer();
    const open = () => {
      const current = readHeader(staged);
      return new Contents(
        staged,
        current,
        new Preparer(kernel, hashes, { aligned: isAligned, ids: header.keepText }),
        hashes,
        squeezer,
      );
    };
    return new Index({ dir, mode, created: isNew, staged, open, unlock, unmake, squeezer });
  } catch (error) {
    await store.close();
    unlock();
    if (isNew) unmake();
    throw error;
  }
}
