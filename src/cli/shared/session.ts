/**
 * What commands that read a collection share: an engine filled from the inputs, with a bar while it works and a
 * summary at the end.
 */
import type { Engine, ReadSummary } from "../../index.js";
import { EXIT, type ExitCode, Failure } from "./exit.js";
import { type Io, say } from "./io.js";
import {
  type CopyFlags,
  copyThreshold,
  type IndexInputFlags,
  type ReadFlags,
  readOptions,
} from "./options.js";
import type { Output } from "./output.js";
import { type ProgressBar, progressBar } from "./progress.js";
import { leftOut, summary } from "./read-summary.js";

export interface Session {
  readonly engine: Engine;
  readonly read: ReadSummary;
  readonly bar: ProgressBar;
  /** What came out, in words, for the summary: "12 clusters". */
  result: string;
}

/**
 * Reads the inputs, runs `work`, which writes to `output`, says what happened after what was written, and closes the
 * engine whatever comes.
 */
export async function withCollection(
  io: Io,
  inputs: readonly string[],
  flags: ReadFlags & CopyFlags & IndexInputFlags,
  output: Output,
  work: (session: Session) => Promise<void>,
): Promise<ExitCode> {
  copyThreshold(flags);
  const began = performance.now();
  const bar = progressBar(io, flags.quiet === true);
  const [{ createEngine }, { fillFrom }] = await Promise.all([
    import("../../index.js"),
    import("../../app/open.js"),
  ]);
  const engine = await createEngine({ copiesOnly: flags.copiesOnly === true });
  try {
    const sources = { inputs, ...(flags.index === undefined ? {} : { index: flags.index }) };
    const read = await fillFrom(engine, sources, {
      ...readOptions(flags),
      workers: flags.workers,
      signal: io.signal,
      onProgress: bar.update,
    });
    bar.pause();
    await leftOut(io, read.skipped, flags);
    if (read.documents === 0) {
      const names = inputs.map((input) => (input === "-" ? "standard input" : input));
      if (flags.index !== undefined) names.push(`the index ${flags.index}`);
      throw new Failure(`no documents found in ${names.join(", ")}`, EXIT.notFound);
    }
    const session: Session = { engine, read, bar, result: "" };
    await work(session);
    bar.stop();
    await output.flush();
    if (!flags.quiet) say(io, summary(read, performance.now() - began, session.result));
    return flags.strict && read.skipped.length > 0 ? EXIT.notFound : EXIT.done;
  } finally {
    bar.stop();
    await engine.close();
  }
}
