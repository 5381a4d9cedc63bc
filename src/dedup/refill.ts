/**
 * Makes a ledger level with its index: answers that were stored, and whose lines a crash kept from being written or
 * tore, are written from what the index remembers.
 */
import { StoreError } from "../errors.js";
import type { Index } from "../incremental/index.js";
import type { ItemVerdict } from "../model-index.js";
import { ledgerLine } from "./answer-lines.js";
import type { Ledger } from "./ledger.js";

/** The part of an index that remembers. */
export type RememberingIndex = Pick<Index, "lastSequence" | "answers">;

const CHUNK = 1 << 18;

/** Returns how many lines were added. Throws StoreError for the ledger of another index. */
export function refill(
  ledger: Ledger,
  index: RememberingIndex,
  held: (verdict: ItemVerdict) => boolean,
): number {
  if (ledger.last > index.lastSequence) {
    throw new StoreError(
      `ledger ${ledger.path}: its last sequence number is ${ledger.last}, the index has given ${index.lastSequence}; ` +
        "it is the ledger of another index",
    );
  }
  let lines = "";
  let added = 0;
  for (const answer of index.answers(ledger.last + 1)) {
    if (answer.verdict === "new") continue;
    lines += ledgerLine(answer, held(answer.verdict));
    added++;
    if (lines.length < CHUNK) continue;
    ledger.append(lines);
    lines = "";
  }
  if (lines !== "") ledger.append(lines);
  return added;
}
