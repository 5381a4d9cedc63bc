/** `isnad dedup` once its options are known. */
import { Ledger } from "../../dedup/ledger.js";
import { checkLedger } from "../../dedup/refill.js";
import { UsageError } from "../../errors.js";
import type { Index } from "../../index.js";
import { clean } from "../../report/text/clean.js";
import { counted } from "../../report/text/numbers.js";
import { EXIT, type ExitCode } from "../shared/exit.js";
import { filterItems } from "../shared/filter-run.js";
import { type Io, say } from "../shared/io.js";
import { openForWriting } from "../shared/open-index.js";
import { byteWriter } from "../shared/output.js";
import type { DedupFlags } from "./flags.js";

export async function runDedup(io: Io, inputs: readonly string[], flags: DedupFlags): Promise<ExitCode> {
  if (flags.index === undefined && flags.mustExist) {
    throw new UsageError("--must-exist: only with --index, which names what must exist");
  }
  const ledger = flags.ledger === undefined ? null : new Ledger(flags.ledger);
  if (ledger !== null && ledger.cut > 0 && !flags.quiet) {
    say(io, `ledger ${clean(ledger.path)}: ${counted(ledger.cut, "byte")} of a torn end cut off`);
  }
  let index: Index | undefined;
  try {
    index = await openForWriting(io, flags.index ?? null, flags);
    const remembers = index.dir !== null;
    if (ledger !== null && remembers) checkLedger(ledger, index);
    const { summary, parts } = await filterItems(io, index, inputs, flags, {
      drop: flags.drop,
      output: flags.annotate ? "annotated" : "items",
      pass: byteWriter(io),
      ledger,
      sequenceBase: remembers || ledger === null ? 0 : ledger.last,
      maxDocuments: flags.maxDocuments,
      forgetMs: remembers ? undefined : flags.within,
    });
    const kept = remembers ? [`${counted(index.documents, "document")} kept in ${clean(index.dir!)}`] : [];
    const closing = index;
    index = undefined;
    await closing.close();
    if (!flags.quiet) say(io, [...parts, ...kept].join(" · "));
    return summary.lost > 0 ? EXIT.notFound : EXIT.done;
  } finally {
    // The first trouble is the one to tell of.
    await index?.close().catch(() => {});
    ledger?.close();
  }
}
