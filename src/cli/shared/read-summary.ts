/** What is said on stderr of what was read: one line of figures, and what was left out and why. */
import type { FormatCount } from "../../ingest/index.js";
import type { Skipped } from "../../model/index.js";
import { skippedLine } from "../../report/json.js";
import { clean } from "../../report/text/clean.js";
import { count, counted, duration, size } from "../../report/text/numbers.js";
import { type Io, say } from "./io.js";
import type { LeftOutFlags } from "./options.js";
import { withOutput } from "./output.js";

const RECORDS_NAMED = 3;
const REASONS_NAMED = 6;
const VERSIONS_NAMED = 3;

export interface WhatWasRead {
  readonly documents: number;
  readonly bytes: number;
  readonly skipped: readonly Skipped[];
  readonly leftAlone: number;
  readonly repaired: number;
  readonly formats: readonly FormatCount[];
  readonly repeated?: number;
  readonly versions?: readonly string[];
}

/** Writes the list that `--skipped` asks for, and names the first of every kind on stderr. */
export async function leftOut(io: Io, skipped: readonly Skipped[], flags: LeftOutFlags): Promise<void> {
  if (flags.skipped !== undefined) {
    await withOutput(io, flags.skipped, (file) => file.write(skipped.map(skippedLine).join("")), "--skipped");
  }
  if (skipped.length === 0 || flags.quiet) return;
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

/** "240 documents, 1.2 MB in 0.8 s · 12 page, 1 feed (RSS) · RESULT · 3 repaired · 2 left out". */
export function summary(read: WhatWasRead, elapsedMs: number, result: string): string {
  const rate = read.bytes >= 1e6 ? ` (${(read.bytes / 1e3 / elapsedMs).toFixed(1)} MB/s)` : "";
  // An index says how many documents it holds, not how many bytes they are.
  const bytes = read.bytes > 0 ? `, ${size(read.bytes)}` : "";
  const { repeated = 0, versions = [] } = read;
  const parts = [`${counted(read.documents, "document")}${bytes} in ${duration(elapsedMs)}${rate}`];
  if (read.formats.length > 0) parts.push(formatsText(read.formats));
  if (result !== "") parts.push(result);
  if (repeated > 0) parts.push(`${count(repeated)} repeated`);
  if (versions.length > 0) parts.push(versionsText(versions));
  if (read.repaired > 0) parts.push(`${count(read.repaired)} repaired`);
  if (read.skipped.length > 0) parts.push(`${count(read.skipped.length)} left out`);
  if (read.leftAlone > 0) parts.push(`${counted(read.leftAlone, "hidden file")} not looked at`);
  return parts.join(" · ");
}

/** "12 page, 3 feed (RSS), 1 JSON (articles[])". */
export function formatsText(formats: readonly FormatCount[]): string {
  return formats.map(({ label, files }) => `${count(files)} ${label}`).join(", ");
}

function versionsText(ids: readonly string[]): string {
  const named = ids.slice(0, VERSIONS_NAMED).map(clean).join(", ");
  return `${counted(ids.length, "version")} (${named}${ids.length > VERSIONS_NAMED ? ", …" : ""})`;
}
