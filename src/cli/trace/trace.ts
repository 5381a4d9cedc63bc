import { Command, Option } from "commander";
import { UsageError } from "../../errors.js";
import { TRACE_FORMATS } from "../../options.js";
import { CSV_TABLES } from "../../report/csv/tables.js";
import type { ExitCode } from "../shared/exit.js";
import type { Io } from "../shared/io.js";
import { addExamples, addPersonalOptions, addReadOptions, addResultOptions } from "../shared/options.js";
import type { Run } from "../shared/run.js";
import type { TraceFlags } from "./flags.js";

export function traceCommand(run: Run): Command {
  const command = new Command("trace")
    .summary("where one article comes from: sources, direction, credits, timeline, on what evidence")
    .description(
      "Traces one article through a collection: what was taken from where and by whom, with the words that say so, " +
        "who is credited and whether it agrees, what was changed, and what stays undecided. Without an article, " +
        "--format writes the lineage of the whole collection.",
    )
    .usage("[article] --against <input...> [options]")
    .argument("[article]", "a file with one article, - for standard input, or an id of the collection")
    .option(
      "--against <input...>",
      "the collection: files (.jsonl .jsonl.gz .json .txt), folders, globs, or -",
    )
    .option("--index <dir>", "the collection: what this index keeps");
  addResultOptions(command);
  command
    .addOption(
      new Option(
        "--format <format>",
        "write the result as W3C PROV, as Web Annotations, or as tables",
      ).choices(TRACE_FORMATS),
    )
    .addOption(
      new Option(
        "--csv-table <table>",
        "with --format csv: only this table; without it -o names a folder for all",
      ).choices(CSV_TABLES),
    );
  addReadOptions(addPersonalOptions(command), "--input-format");
  addExamples(command, [
    ["isnad trace article.txt --against archive.jsonl.gz", "a file against a collection"],
    ["isnad trace sahil-702 --against corpus/articles.jsonl", "an article of the collection itself"],
    ["isnad trace - --index archive --json < article.txt", "standard input against an index"],
    ["isnad trace --against corpus/articles.jsonl --format csv -o tables/", "a whole collection, for Gephi"],
  ]);
  return command.action((article: string | undefined, flags: TraceFlags) =>
    run((io) => trace(io, article, flags)),
  );
}

async function trace(io: Io, article: string | undefined, flags: TraceFlags): Promise<ExitCode> {
  check(article, flags);
  const { runTrace } = await import("./run.js");
  return runTrace(io, article, flags);
}

/** Throws UsageError for flags that contradict one another. */
function check(article: string | undefined, flags: TraceFlags): void {
  const { against, index, format, csvTable, json, output } = flags;
  if ((against === undefined) === (index === undefined))
    throw new UsageError("one of --against INPUT… and --index DIR was expected");
  if (article === "-" && against?.includes("-"))
    throw new UsageError("-: standard input can be the article or the collection, not both");
  if (json === true && format !== undefined)
    throw new UsageError(`--json and --format ${format}: one of the two was expected`);
  if (article === undefined && format === undefined)
    throw new UsageError(`without an article --format ${TRACE_FORMATS.join("|")} was expected`);
  if (csvTable !== undefined && format !== "csv")
    throw new UsageError(`--csv-table ${csvTable}: only with --format csv`);
  if (format === "csv" && csvTable === undefined && (output === undefined || output === "-"))
    throw new UsageError(
      `--format csv: --csv-table ${CSV_TABLES.join("|")}, or -o FOLDER for all, was expected`,
    );
}
