/** What `dedup`, `index add` and `index check` share: a run of the filter, and what is said of it on stderr. */
import { closeSync, openSync, writeSync } from "node:fs";
import { type AnsweringIndex, Filter, type FilterOptions, type FilterSummary } from "../../dedup/filter.js";
import { StoreError, UsageError, writeTrouble } from "../../errors.js";
import type { CheckOptions } from "../../index.js";
import { checkEncoding, checkTimezone, fieldMap } from "../../ingest/index.js";
import type { Skipped } from "../../model/index.js";
import { skippedLine } from "../../report/json.js";
import { clean } from "../../report/text/clean.js";
import { count, counted, duration, size } from "../../report/text/numbers.js";
import { BrokenPipe } from "./exit.js";
import { type Io, say } from "./io.js";
import { verdictsText } from "./open-index.js";
import { type InputFlags, type QuestionFlags, readOptions } from "./options.js";

const REASONS_SHOWN = 3;

export interface FilterFlags extends InputFlags, QuestionFlags {
  readonly skipped?: string;
  readonly quiet?: boolean;
}

/** What a command does with the items; the rest is in its flags. */
export type FilterTask = Pick<FilterOptions, "drop" | "output" | "pass"> &
  Partial<Pick<FilterOptions, "ledger" | "sequenceBase" | "maxDocuments" | "forgetMs">>;

export interface FilterResult {
  readonly summary: FilterSummary;
  /** For stderr; the command adds what it alone knows. */
  readonly parts: readonly string[];
}

/** Runs the inputs through the index. Where that fails, says how far it came, and throws on. */
export async function filterItems(
  io: Io,
  index: AnsweringIndex,
  inputs: readonly string[],
  flags: FilterFlags,
  task: FilterTask,
): Promise<FilterResult> {
  const began = performance.now();
  const { format, encoding, fields, maxRecordBytes, timezone, fromName } = readOptions(flags);
  if (encoding !== undefined) checkEncoding(encoding);
  if (timezone !== undefined) checkTimezone(timezone);
  const fieldAssignments = Object.entries(fields ?? {}).map(([field, key]) => `${field}=${key}`);
  const skipped = flags.skipped === undefined ? null : openSkipped(flags.skipped);
  const sayOne = skippedSayer(io, flags);
  const filter = new Filter(index, {
    ledger: null,
    sequenceBase: 0,
    ...task,
    inputs,
    format,
    encoding,
    maxRecordBytes,
    timezone,
    fromName,
    fields: fieldMap(fieldAssignments),
    question: questionOptions(flags),
    key: flags.key,
    signal: io.signal,
    skipped: skipped === null ? null : (bytes) => appendTo(skipped, bytes, flags.skipped!),
    onSkipped: (one, isLost) => {
      if (isLost && skipped !== null) appendTo(skipped, Buffer.from(skippedLine(one)), flags.skipped!);
      sayOne(one);
    },
  });
  try {
    await filter.run();
  } catch (error) {
    if (!(error instanceof BrokenPipe)) sayHowFar(io, filter.summary);
    throw error;
  } finally {
    if (skipped !== null) closeSync(skipped);
  }
  const { summary } = filter;
  return { summary, parts: summaryParts(summary, performance.now() - began, io, flags) };
}

function questionOptions({ within, sameSource }: QuestionFlags): CheckOptions {
  return {
    ...(within === undefined ? {} : { withinMs: within }),
    ...(sameSource === undefined ? {} : { sameSource }),
  };
}

function sayHowFar(io: Io, { acknowledged, items }: FilterSummary): void {
  if (items === 0) return;
  const rest = items - acknowledged;
  const sent = rest === 0 ? "" : `; ${counted(rest, "item")} read after that and not answered: send again`;
  say(io, `${counted(acknowledged, "item")} answered and safe${sent}`);
}

function openSkipped(path: string): number {
  try {
    return openSync(path, "a");
  } catch (error) {
    throw new UsageError(`--skipped ${path}: cannot be opened (${writeTrouble(error as Error)})`);
  }
}

function appendTo(file: number, bytes: Uint8Array, path: string): void {
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
  } catch (error) {
    throw new StoreError(`--skipped ${path}: cannot be written (${writeTrouble(error as Error)})`);
  }
}

/** Says where the first few records that could not be read stand, as they come, and that there are more. */
function skippedSayer(io: Io, { quiet, skipped }: FilterFlags): (skipped: Skipped) => void {
  let said = 0;
  return ({ file, line, reason }) => {
    if (quiet || ++said > REASONS_SHOWN + 1) return;
    if (said > REASONS_SHOWN) {
      const where =
        skipped === undefined ? "only counted (--skipped FILE keeps them)" : `all in ${clean(skipped)}`;
      return say(io, `could not be read: more than these; ${where}`);
    }
    const place = line === undefined ? file : `${file}:${line}`;
    say(io, `could not be read: ${clean(place)}: ${clean(reason)}`);
  };
}

function summaryParts(
  summary: FilterSummary,
  elapsedMs: number,
  { signal }: Io,
  { skipped }: FilterFlags,
): string[] {
  const { items, bytes, held, replayed, unreadable, lost, expired, refilled } = summary;
  const rate = items >= 1000 ? ` (${count(Math.round((1000 * items) / elapsedMs))}/s)` : "";
  const parts = [`${counted(items, "item")}, ${size(bytes)} in ${duration(elapsedMs)}${rate}`];
  if (items > 0) parts.push(verdictsText(summary.verdicts));
  if (held > 0) parts.push(`${count(held)} held back`);
  if (replayed > 0) parts.push(`${count(replayed)} answered before`);
  if (unreadable > 0) {
    const kept = unreadable - lost;
    parts.push(
      `${count(unreadable)} could not be read${kept > 0 ? ` (${count(kept)} in ${clean(skipped!)})` : ""}`,
    );
  }
  if (expired > 0) parts.push(`${count(expired)} made room`);
  if (refilled > 0) parts.push(`${counted(refilled, "line")} that the ledger lacked`);
  if (signal.aborted) parts.push(`ended by ${String(signal.reason)}`);
  return parts;
}
