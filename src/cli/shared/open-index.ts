/** What the commands of `isnad index` have in common. */
import { Argument, Command } from "commander";
import type { Index } from "../../index.js";
import type { ItemVerdict } from "../../model/answer.js";
import { clean } from "../../report/text/clean.js";
import { count } from "../../report/text/numbers.js";
import { type Io, say } from "./io.js";
import { withOutput } from "./output.js";

export interface StoreFlags {
  readonly mustExist?: boolean;
  readonly text?: boolean;
  readonly copiesOnly?: boolean;
  readonly quiet?: boolean;
}

/** A command that works on the index in `<dir>`. */
export function dirCommand(name: string, summary: string, description: string, usage: string): Command {
  return new Command(name)
    .summary(summary)
    .description(description)
    .usage(usage)
    .addArgument(new Argument("<dir>", "the folder of the index"));
}

/** Options for commands that may make an index. */
export function addStoreOptions(command: Command): Command {
  return command
    .option("--copies-only", "copies only, without looking for excerpts and rewrites; faster")
    .option("--no-text", "keep no texts: a smaller index, whose matches are estimates")
    .option("--must-exist", "refuse to make an index");
}

/** Opens the index, in memory for null, and says so where it had to be made. */
export async function openForWriting(io: Io, dir: string | null, flags: StoreFlags): Promise<Index> {
  const { openIndex } = await import("../../index.js");
  const index = await openIndex(dir, {
    mustExist: flags.mustExist === true,
    ...(flags.text === false ? { keepText: false } : {}),
    ...(flags.copiesOnly ? { copiesOnly: true } : {}),
  });
  sayMade(io, index, flags);
  return index;
}

export function sayMade(io: Io, index: Index, { quiet }: StoreFlags): void {
  if (index.created && index.dir !== null && !quiet) say(io, `index made in ${clean(index.dir)}`);
}

/** What came of a command, for standard output: as JSON where asked for, else in words unless `--quiet`. */
export async function tellResult(
  io: Io,
  { json, quiet }: { readonly json?: boolean; readonly quiet?: boolean },
  result: object,
  words: () => string,
): Promise<void> {
  if (quiet && !json) return;
  const line = json ? JSON.stringify(result) : words();
  await withOutput(io, undefined, (output) => output.write(`${line}\n`));
}

/** Why there is no document of an id: an item of it may have been answered and not kept. */
export function whyNotKept(index: Index, id: string): string {
  const answer = index.lastAnswer(id);
  if (answer === undefined) return "";
  const { verdict, of, arrived, sequence } = answer;
  const what = of === null ? verdict : `${verdict} of ${clean(of)}`;
  return `; an item of this id was answered at ${arrived} (number ${sequence}): ${what}, and not kept`;
}

/** Runs `work` on an index that is there, and closes it whatever comes. */
export async function withIndex<Result>(
  dir: string,
  mode: "read" | "write",
  work: (index: Index) => Promise<Result>,
): Promise<Result> {
  const { openIndex } = await import("../../index.js");
  const index = await openIndex(dir, { mode, mustExist: true });
  let result: Result;
  try {
    result = await work(index);
  } catch (error) {
    // The first trouble is the one to tell of.
    await index.close().catch(() => {});
    throw error;
  }
  await index.close();
  return result;
}

/** `28,000 new, 1,500 duplicate`. */
export function verdictsText(verdicts: Readonly<Record<ItemVerdict, number>>): string {
  return Object.entries(verdicts)
    .filter(([, found]) => found > 0)
    .map(([verdict, found]) => `${count(found)} ${verdict}`)
    .join(", ");
}
