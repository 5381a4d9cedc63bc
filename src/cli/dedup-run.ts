/** `isnad dedup` once its options are known: opens what it needs, runs the filter, says what happened. */
import { closeSync, openSync, writeSync } from "node:fs";
import { Filter, type FilterSummary } from "../dedup/filter.js";
import { Ledger } from "../dedup/ledger.js";
import { refill } from "../dedup/refill.js";
import { StoreError, UsageError } from "../errors.js";
import type { CheckOptions } from "../index.js";
import { type Index, openIndex } from "../index.js";
import { checkEncoding, fieldMap } from "../ingest/index.js";
import type { Skipped } from "../model.js";
import type { ItemVerdict } from "../model-index.js";
import { clean } from "../report/text/clean.js";
import { count, counted, duration, size } from "../report/text/numbers.js";
import type { DedupFlags, QuestionFlags } from "./dedup.js";
import { BrokenPipe, EXIT, type ExitCode } from "./exit.js";
import { type Io, say } from "./io.js";
import { byteWriter } from "./output.js";
import { type InputFlags, readOptions } from "./shared-options.js";

const REASONS_SHOWN = 3;

export async function runFilter(io: Io, inputs: readonly string[], flags: DedupFlags): Promise<ExitCode> {
  if (flags.index === undefined && flags.mustExist) {
    throw new UsageError("--must-exist: only with --index, which names what must exist");
  }
  const began = performance.now();
  const reading = readingOptions(flags);
  const ledger = flags.ledger === undefined ? null : new Ledger(flags.ledger);
  const skippedFile = flags.skipped === undefined ? null : openSkipped(flags.skipped);
  let index: Index | undefined;
  try {
    index = await openForWriting(io, flags);
    const held = (verdict: ItemVerdict) => !flags.annotate && flags.drop.some((one) => one === verdict);
    if (ledger !== null && index.dir !== null) levelLedger(io, ledger, index, held, flags);
    const filter = new Filter(index, index.lastSequence, {
      inputs,
      ...reading,
      drop: flags.drop,
      annotate: flags.annotate === true,
      question: questionOptions(flags),
      sequenceBase: index.dir === null && ledger !== null ? ledger.last : 0,
      key: flags.key,
      maxDocuments: flags.maxDocuments,
      forgetMs: index.dir === null ? flags.within : undefined,
      signal: io.signal,
      pass: byteWriter(io),
      ledger,
      skipped: skippedFile === null ? null : (bytes) => appendTo(skippedFile, bytes, flags.skipped!),
      onSkipped: skippedSayer(io, flags),
    });
    await runAndTell(io, filter);
    await index.close();
    const { summary } = filter;
    if (!flags.quiet) say(io, summaryText(summary, performance.now() - began, index, io, flags));
    index = undefined;
    return summary.lost > 0 ? EXIT.notFound : EXIT.done;
  } finally {
    // The first trouble is the one to tell of.
    await index?.close().catch(() => {});
    ledger?.close();
    if (skippedFile !== null) closeSync(skippedFile);
  }
}

/** How inputs are read, for commands that ask an index about each item. */
export function readingOptions(flags: InputFlags) {
  const { format, encoding, fields } = readOptions(flags);
  if (encoding !== undefined) checkEncoding(encoding);
  return {
    format,
    encoding,
    fields: fieldMap(Object.entries(fields ?? {}).map(([field, key]) => `${field}=${key}`)),
  };
}

export function questionOptions({ within, sameSource }: QuestionFlags): CheckOptions {
  return {
    ...(within === undefined ? {} : { withinMs: within }),
    ...(sameSource === undefined ? {} : { sameSource }),
  };
}

export interface IndexFlags {
  readonly mustExist?: boolean;
  readonly text?: boolean;
  readonly copiesOnly?: boolean;
  readonly quiet?: boolean;
}

/** Opens the index and says so where it had to be made. */
export async function openForWriting(
  io: Io,
  flags: IndexFlags & { readonly index?: string },
): Promise<Index> {
  const index = await openIndex(flags.index ?? null, {
    mustExist: flags.mustExist === true,
    ...(flags.text === false ? { keepText: false } : {}),
    ...(flags.copiesOnly ? { copiesOnly: true } : {}),
  });
  if (index.created && index.dir !== null && !flags.quiet) say(io, `index made in ${clean(index.dir)}`);
  return index;
}

function levelLedger(
  io: Io,
  ledger: Ledger,
  index: Index,
  held: (verdict: ItemVerdict) => boolean,
  { quiet }: DedupFlags,
): void {
  const added = refill(ledger, index, held);
  if (quiet || (ledger.cut === 0 && added === 0)) return;
  const torn = ledger.cut === 0 ? "" : `${counted(ledger.cut, "byte")} of a torn line cut off, `;
  say(io, `ledger ${clean(ledger.path)}: ${torn}${counted(added, "line")} written from the index`);
}

async function runAndTell(io: Io, filter: Filter): Promise<void> {
  try {
    await filter.run();
  } catch (error) {
    if (!(error instanceof BrokenPipe)) {
      const { acknowledged, items } = filter.summary;
      const rest = items - acknowledged;
      const sent = rest === 0 ? "" : `; ${counted(rest, "item")} read after that and not let go: send again`;
      say(io, `${counted(acknowledged, "item")} answered, and kept${sent}`);
    }
    throw error;
  }
}

function openSkipped(path: string): number {
  try {
    return openSync(path, "a");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(
      `--skipped ${path}: cannot be opened (${code === "ENOENT" ? "no such folder" : code})`,
    );
  }
}

function appendTo(file: number, bytes: Uint8Array, path: string): void {
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
  } catch (error) {
    throw new StoreError(`--skipped ${path}: cannot be written (${(error as Error).message})`);
  }
}

/** Says where the first few records that could not be read stand, as they come. */
export function skippedSayer(io: Io, { quiet }: { readonly quiet?: boolean }): (skipped: Skipped) => void {
  let said = 0;
  return ({ file, line, reason }) => {
    if (quiet || ++said > REASONS_SHOWN) return;
    const place = line === undefined ? file : `${file}:${line}`;
    say(io, `could not be read: ${clean(place)}: ${clean(reason)}`);
  };
}

function summaryText(
  summary: FilterSummary,
  elapsedMs: number,
  index: Index,
  { signal }: Io,
  flags: DedupFlags,
): string {
  const { items, bytes, held, replayed, unreadable, lost, expired } = summary;
  const rate = items >= 1000 ? ` (${count(Math.round((1000 * items) / elapsedMs))}/s)` : "";
  const parts = [
    `${counted(items, "item")}, ${size(bytes)} in ${duration(elapsedMs)}${rate}`,
    verdictsText(summary.verdicts),
    `${count(held)} held back`,
  ];
  if (replayed > 0) parts.push(`${count(replayed)} answered before`);
  if (unreadable > 0) {
    const where = lost < unreadable ? ` (${count(unreadable - lost)} in ${clean(flags.skipped!)})` : "";
    parts.push(`${count(unreadable)} could not be read${where}`);
  }
  if (expired > 0) parts.push(`${count(expired)} made room`);
  if (index.dir !== null) parts.push(`${counted(index.documents, "document")} kept in ${clean(index.dir)}`);
  if (signal.aborted) parts.push(`ended by ${String(signal.reason)}`);
  return parts.filter((part) => part !== "").join(" · ");
}

/** `28,000 new, 1,500 duplicate`. */
export function verdictsText(verdicts: Readonly<Record<ItemVerdict, number>>): string {
  return Object.entries(verdicts)
    .filter(([, found]) => found > 0)
    .map(([verdict, found]) => `${count(found)} ${verdict}`)
    .join(", ");
}
