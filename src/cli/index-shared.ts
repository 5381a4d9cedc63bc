/** What the commands of `isnad index` have in common. */
import { Argument, Command } from "commander";
import type { Index } from "../index.js";
import type { ItemVerdict } from "../model-index.js";
import { clean } from "../report/text/clean.js";
import { count } from "../report/text/numbers.js";
import { type Io, say } from "./io.js";

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
    .option("--copies-only", "whole copies only, without looking for excerpts and rewrites; faster")
    .option("--no-text", "keep no texts: a smaller index, whose matches are estimates")
    .option("--must-exist", "refuse to make an index");
}

/** Opens the index, in memory for null, and says so where it had to be made. */
export async function openForWriting(io: Io, dir: string | null, flags: StoreFlags): Promise<Index> {
  const { openIndex } = await import("../index.js");
  const index = await openIndex(dir, {
    mustExist: flags.mustExist === true,
    ...(flags.text === false ? { keepText: false } : {}),
    ...(flags.copiesOnly ? { copiesOnly: true } : {}),
  });
  if (index.created && index.dir !== null && !flags.quiet) say(io, `index made in ${clean(index.dir)}`);
  return index;
}

/** Runs `work` on an index that is there, and closes it whatever comes. */
export async function withIndex<Result>(
  dir: string,
  mode: "read" | "write",
  work: (index: Index) => Promise<Result>,
): Promise<Result> {
  const { openIndex } = await import("../index.js");
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
