import { Command, Option } from "commander";
import { UI_CHOICES } from "../../report/html/bundle-format.js";
import type { ExitCode } from "../shared/exit.js";
import type { Io } from "../shared/io.js";
import { addExamples, addPersonalOptions, addReadOptions, inputsArgument } from "../shared/options.js";
import type { Run } from "../shared/run.js";
import { REPORT_OUTPUT_DEFAULT, REPORT_UI_DEFAULT, type ReportFlags } from "./flags.js";

export function reportCommand(run: Run): Command {
  const command = new Command("report")
    .summary("the evidence of a whole collection as one page, for any browser, offline")
    .description(
      "Writes one HTML file with all that was found: stories, who takes from whom and on what evidence, timelines, " +
        "texts side by side, credits, changed facts. It needs no network and holds the SHA-256 of every input and " +
        "text; --check makes it again from the inputs and compares it byte for byte.",
    )
    .usage("<input...> [options]")
    .addArgument(inputsArgument())
    .option(
      "-o, --output <file>",
      `the file to write, or - for standard output (default: ${REPORT_OUTPUT_DEFAULT})`,
    )
    .addOption(
      new Option(
        "--ui <language>",
        `language of the page at opening (default: ${REPORT_UI_DEFAULT})`,
      ).choices(UI_CHOICES),
    )
    .option("--excerpts-only", "keep no more of the texts than the passages, for sharing")
    .option(
      "--check <report>",
      "verify a report against its inputs instead of writing one; exit 1 if anything differs",
    );
  addReadOptions(addPersonalOptions(command));
  addExamples(command, [
    ["isnad report corpus/articles.jsonl", `the page of a collection, as ${REPORT_OUTPUT_DEFAULT}`],
    ["isnad report news/ --ui ar --excerpts-only -o share.html", "in Arabic, without whole texts"],
    ["isnad report --check share.html news/", "does the page hold what these inputs give?"],
  ]);
  return command.action((inputs: string[], flags: ReportFlags) => run((io) => report(io, inputs, flags)));
}

async function report(io: Io, inputs: readonly string[], flags: ReportFlags): Promise<ExitCode> {
  if (flags.check !== undefined)
    return (await import("./check.js")).checkReport(io, inputs, flags, flags.check);
  return (await import("./write.js")).writeReport(io, inputs, flags);
}
