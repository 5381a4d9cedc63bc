/**
 * Lines that a crash kept from the ledger, or tore, are written from the answers that the index remembers.
 *
 * Not when the ledger is opened, but up to an item that comes: an answer may have been stored and not gone out, and a
 * line in the ledger would tell its sender that all before it has. The item that a sender begins with shows how much
 * it knows to be safe.
 */
import { StoreError } from "../errors.js";
import type { Index } from "../index/index.js";
import type { ItemVerdict } from "../model/answer.js";
import { ledgerLine } from "./answer-lines.js";
import type { Ledger } from "./ledger.js";

const CHUNK = 1 << 18;

/** Throws StoreError for a ledger that cannot be this index's. */
export function checkLedger(ledger: Ledger, { lastSequence }: Pick<Index, "lastSequence">): void {
  if (ledger.last <= lastSequence) return;
  throw new StoreError(
    `ledger ${ledger.path}: its last sequence number is ${ledger.last}, the index has given ${lastSequence}; ` +
      "it is the ledger of another index",
  );
}

/** Appends the lines of the answers [from, to); returns how many there were. */
export function refill(
  ledger: Ledger,
  index: Pick<Index, "answers">,
  from: number,
  to: number,
  isHeld: (verdict: ItemVerdict) => boolean,
): number {
  let lines = "";
  let added = 0;
  for (const answer of index.answers(from)) {
    if (answer.sequence >= to) break;
    if (answer.verdict === "new") continue;
    lines += ledgerLine(answer, isHeld(answer.verdict));
    added++;
    if (lines.length < CHUNK) continue;
    ledger.append(lines);
    lines = "";
  }
  if (lines !== "") ledger.append(lines);
  return added;
}
