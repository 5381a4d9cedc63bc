/**
 * Options that several commands have in common. One name means one thing everywhere.
 */

import { Argument, type Command, Option } from "commander";
import { UsageError } from "../../errors.js";
import type { ReadOptions } from "../../index.js";
import { FORMAT_NAMES, type Format } from "../../ingest/registry.js";
import { ITEM_VERDICT_MEANINGS, verdictLines } from "../../model/verdicts.js";
import { WHOLE_THRESHOLD_DEFAULT } from "../../options.js";
import { byteSize, fieldMapping, fraction, period, workers } from "./arguments.js";

/** How inputs are to be read. */
export interface InputFlags {
  readonly format?: Format;
  readonly encoding?: string;
  readonly field?: Record<string, string>;
  readonly maxRecord?: number;
  readonly timezone?: string;
  readonly fromName?: string;
}

/** What items are compared with. */
export interface QuestionFlags {
  readonly within?: number;
  readonly sameSource?: "skip" | "only";
  readonly key?: string;
}

/** What is to be done with what cannot be read. */
export interface LeftOutFlags {
  readonly skipped?: string;
  readonly strict?: boolean;
  readonly quiet?: boolean;
}

export interface ReadFlags extends InputFlags, LeftOutFlags {
  readonly workers: number | "auto";
}

export interface ResultFlags {
  readonly json?: boolean;
  readonly output?: string;
  readonly isolates: boolean;
}

const INPUTS =
  "files (pages, feeds, WARC, tables, Parquet, Word, text, JSON; also .gz .br .zst .zip), folders, globs, or - for standard input";

export function inputsArgument(): Argument {
  return new Argument("<input...>", INPUTS);
}

/** Inputs that may be left out where `--index` is given. */
export function optionalInputsArgument(): Argument {
  return new Argument("[input...]", INPUTS);
}

export interface IndexInputFlags {
  readonly index?: string;
}

/** `--index`, with or instead of `<input...>` or `--in`. */
export function addIndexInput(command: Command): Command {
  return command
    .option("--index <dir>", "read the documents that this index keeps, alone or together with inputs")
    .hook("preAction", (_, called) => {
      const given = called.opts<{ index?: string; in?: string[] }>();
      if (given.index !== undefined || given.in !== undefined) return;
      if (command.options.some(({ long }) => long === "--in")) {
        command.error("required option '--in <input...>' or '--index <dir>' not specified");
      }
      if (called.args.length === 0)
        command.error("missing required argument 'input', or option '--index <dir>'");
    });
}

export function inputsOption(description: string): Option {
  return new Option("--in <input...>", `${description}: ${INPUTS}`);
}

/** `format` is the option's name where `--format` says how the result is written. */
export function addInputOptions(command: Command, format = "--format"): Command {
  return command
    .addOption(
      new Option(`${format} <format>`, "read every input as this, whatever its name").choices(FORMAT_NAMES),
    )
    .option(
      "--encoding <name>",
      "encoding of files that are no JSON, such as windows-1256 (default: detected)",
    )
    .option(
      "--field <name=key>",
      "take a field from another key or column, as in text=content or text=_source.body; repeatable",
      fieldMapping,
    )
    .option("--from-name <pattern>", "how names of files are made, as in {source}_{date}_*")
    .option("--timezone <zone>", "zone of times that say none, as in Asia/Damascus or +03:00")
    .option(
      "--max-record <size>",
      "leave out records of more bytes than this, as in 64MB (default: 64MB)",
      byteSize,
    );
}

export function addReadOptions(command: Command, format = "--format"): Command {
  const threads = new Option("--workers <n>", 'threads to use: a number, or "auto"')
    .argParser(workers)
    .default("auto" as const);
  return addLeftOutOptions(addInputOptions(command, format).addOption(threads));
}

export function addLeftOutOptions(command: Command): Command {
  return command
    .option("--skipped <file>", "write every record and file that was left out to this file, as JSON lines")
    .option("--strict", "exit 1 if anything was left out")
    .option("--quiet", "no progress and no summary on stderr");
}

/** What an item is compared with. */
export function addQuestionOptions(command: Command): Command {
  return command
    .option("--within <period>", "compare only with items published (or arrived) that near, as in 7d", period)
    .addOption(
      new Option(
        "--same-source <choice>",
        "compare with items of the same source never, or only with them",
      ).choices(["skip", "only"]),
    )
    .option("--key <field>", "look up this field's exact value first, as in guid or url");
}

/** What a person knows better, and the form of both files under the help. */
export function addPersonalOptions(command: Command): Command {
  return command
    .option("--decisions <file>", "what a person decided: directions confirmed or rejected, times mended")
    .option("--agencies <file>", "further agencies to know in credits")
    .addHelpText("after", PERSONAL_FILES);
}

const PERSONAL_FILES = `
Files:
  --decisions, as JSON lines: {"version": 1} first, then any of
      {"confirm": {"from": ID, "to": ID}}
      {"reject": {"from": ID, "to": ID}}
      {"time": {"document": ID, "published": "2026-03-26T11:00+03:00"}}
  --agencies, as JSON; "ambiguous" are names that are also words, and need a sign that they are meant
      {"version": 1, "agencies": [{"name": NAME, "aliases": [], "ambiguous": [], "hosts": []}]}`;

export function addResultOptions(command: Command): Command {
  return command
    .option("--json", "JSON lines instead of text for people")
    .option("-o, --output <file>", "write the result to this file, which appears only once it is complete")
    .option("--no-isolates", "no Unicode isolates around right-to-left text, for terminals that show them");
}

/** What the verdicts mean, under the help. */
export function addVerdictsHelp(command: Command): Command {
  return command.addHelpText(
    "after",
    `\nVerdicts:\n${verdictLines()
      .map((line) => `  ${line}`)
      .join("\n")}`,
  );
}

/** What the answers to an item mean, under the help. */
export function addItemVerdictsHelp(command: Command): Command {
  const lines = Object.entries(ITEM_VERDICT_MEANINGS).map(([verdict, meaning]) => `  ${verdict}: ${meaning}`);
  return command.addHelpText("after", `\nAnswers:\n${lines.join("\n")}`);
}

/** `--copies-only` and the threshold that only it has. */
export interface CopyFlags {
  readonly copiesOnly?: boolean;
  readonly threshold?: number;
}

export function addCopyOptions(command: Command): Command {
  return command
    .option("--copies-only", "copies only, without looking for texts that took a part; faster")
    .option(
      "--threshold <fraction>",
      `with --copies-only: least Jaccard of the word sets of a copy (default: ${WHOLE_THRESHOLD_DEFAULT})`,
      fraction,
    );
}

/** Throws UsageError for a threshold that would do nothing. */
export function copyThreshold({ copiesOnly, threshold }: CopyFlags): { threshold?: number } {
  if (threshold === undefined) return {};
  if (!copiesOnly)
    throw new UsageError(`--threshold ${threshold}: only with --copies-only; else the verdict decides`);
  return { threshold };
}

export function addExamples(command: Command, examples: readonly [line: string, meaning: string][]): Command {
  const lines = examples.map(([line, meaning]) => `  ${line}\n      ${meaning}`);
  return command.addHelpText("after", `\nExamples:\n${lines.join("\n")}`);
}

/** The flags as the library takes them. */
export function readOptions(
  flags: InputFlags,
): Pick<ReadOptions, "format" | "encoding" | "fields" | "maxRecordBytes" | "timezone" | "fromName"> {
  return {
    ...(flags.maxRecord === undefined ? {} : { maxRecordBytes: flags.maxRecord }),
    ...(flags.format === undefined ? {} : { format: flags.format }),
    ...(flags.fromName === undefined ? {} : { fromName: flags.fromName }),
    ...(flags.timezone === undefined ? {} : { timezone: flags.timezone }),
    ...(flags.encoding === undefined ? {} : { encoding: flags.encoding }),
    ...(flags.field === undefined ? {} : { fields: flags.field }),
  };
}
