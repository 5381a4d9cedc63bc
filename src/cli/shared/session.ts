/**
 * What commands that read a collection share: an engine filled from the inputs, with a bar while it works and a
 * summary at the end.
 */
import { UsageError } from "../../errors.js";
import type { Engine, ReadSummary } from "../../index.js";
import type { Skipped } from "../../model/index.js";
import { skippedLine } from "../../report/json.js";
import { clean } from "../../report/text/clean.js";
import { count, counted, duration, size } from "../../report/text/numbers.js";
import { EXIT, type ExitCode, Failure } from "./exit.js";
import { type Io, say } from "./io.js";
import {
  type CopyFlags,
  copyThreshold,
  type IndexInputFlags,
  type ReadFlags,
  readOptions,
} from "./options.js";
import { type Output, withOutput } from "./output.js";
import { type ProgressBar, progressBar } from "./progress.js";

const RECORDS_NAMED = 3;
const REASONS_NAMED = 6;
const VERSIONS_NAMED = 3;

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
  const { createEngine } = await import("../../index.js");
  const engine = await createEngine({ copiesOnly: flags.copiesOnly === true });
  try {
    const kept = flags.index === undefined ? 0 : await addKept(engine, flags.index, io.signal);
    const read = withKept(
      kept,
      inputs.length === 0 ? NOTHING_READ : await readInputs(engine, inputs, io, flags, bar),
    );
    await saySkipped(io, read.skipped, flags, bar);
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

const NOTHING_READ: ReadSummary = {
  documents: 0,
  bytes: 0,
  skipped: [],
  leftAlone: 0,
  repeated: 0,
  versions: [],
};

function withKept(kept: number, read: ReadSummary): ReadSummary {
  return kept === 0 ? read : { ...read, documents: kept + read.documents };
}

function readInputs(
  engine: Engine,
  inputs: readonly string[],
  io: Io,
  flags: ReadFlags,
  bar: ProgressBar,
): Promise<ReadSummary> {
  return engine.read(inputs, {
    ...readOptions(flags),
    workers: flags.workers,
    signal: io.signal,
    onProgress: bar.update,
  });
}

/** Gives the engine what an index keeps; returns how many documents that were. */
async function addKept(engine: Engine, dir: string, signal: AbortSignal): Promise<number> {
  const { withIndex } = await import("./open-index.js");
  return withIndex(dir, "read", async (index) => {
    for (const id of index.ids()) {
      signal.throwIfAborted();
      const document = index.document(id);
      if (document?.text === "") {
        throw new UsageError(`index ${dir} keeps no texts: there is nothing to compare`);
      }
      if (document !== undefined) engine.add(document);
    }
    return index.documents;
  });
}

async function saySkipped(
  io: Io,
  skipped: readonly Skipped[],
  flags: ReadFlags,
  bar: ProgressBar,
): Promise<void> {
  if (flags.skipped !== undefined) {
    await withOutput(io, flags.skipped, (file) => file.write(skipped.map(skippedLine).join("")), "--skipped");
  }
  if (skipped.length === 0 || flags.quiet) return;
  bar.pause();
  say(io, `${counted(skipped.length, "record")} could not be read and left out:`);
  const named = examples(skipped);
  for (const one of named) {
    const place = one.line === undefined ? one.file : `${one.file}:${one.line}`;
    say(io, `  ${clean(place)}: ${clean(one.reason)}`);
  }
  if (skipped.length > named.length) {
    const rest = `  and ${count(skipped.length - named.length)} more`;
    say(
      io,
      flags.skipped === undefined ? `${rest} (--skipped FILE lists all)` : `${rest}, all in ${flags.skipped}`,
    );
  }
}

/** The first of every reason and, where those are few, others; in their order. */
function examples(skipped: readonly Skipped[]): Skipped[] {
  const firsts = new Map<string, Skipped>();
  for (const one of skipped) if (!firsts.has(one.reason)) firsts.set(one.reason, one);
  const chosen = new Set([...firsts.values()].slice(0, REASONS_NAMED));
  for (const one of skipped) {
    if (chosen.size >= RECORDS_NAMED) break;
    chosen.add(one);
  }
  return skipped.filter((one) => chosen.has(one));
}

function summary(read: ReadSummary, elapsedMs: number, result: string): string {
  const rate = read.bytes >= 1e6 ? ` (${(read.bytes / 1e3 / elapsedMs).toFixed(1)} MB/s)` : "";
  // An index says how many documents it holds, not how many bytes they are.
  const bytes = read.bytes > 0 ? `, ${size(read.bytes)}` : "";
  const parts = [`${counted(read.documents, "document")}${bytes} in ${duration(elapsedMs)}${rate}`];
  if (result !== "") parts.push(result);
  if (read.repeated > 0) parts.push(`${count(read.repeated)} repeated`);
  if (read.versions.length > 0) parts.push(versionsText(read.versions));
  if (read.skipped.length > 0) parts.push(`${count(read.skipped.length)} left out`);
  if (read.leftAlone > 0) parts.push(`${counted(read.leftAlone, "other file")} left alone`);
  return parts.join(" · ");
}

function versionsText(ids: readonly string[]): string {
  const named = ids.slice(0, VERSIONS_NAMED).map(clean).join(", ");
  return `${counted(ids.length, "version")} (${named}${ids.length > VERSIONS_NAMED ? ", …" : ""})`;
}
