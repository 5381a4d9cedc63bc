import { Command, Option } from "commander";
import { HELD_BACK_CHOICES, HELD_BACK_DEFAULT } from "../../dedup/options.js";
import { choicesAmong, positiveNumber } from "../shared/arguments.js";
import type { ExitCode } from "../shared/exit.js";
import type { Io } from "../shared/io.js";
import { addStoreOptions } from "../shared/open-index.js";
import {
  addExamples,
  addInputOptions,
  addItemVerdictsHelp,
  addQuestionOptions,
  inputsArgument,
} from "../shared/options.js";
import type { Run } from "../shared/run.js";
import type { DedupFlags } from "./flags.js";

export function dedupCommand(run: Run): Command {
  const command = new Command("dedup")
    .summary("a stream filter: lets through what is new, holds back what was there before")
    .description(
      "Lets every item through that is not a duplicate of one before it: line by line as it came, in order, each as " +
        "soon as it is read. With --index it remembers between runs; an item goes out only once the index has it on " +
        "disk, and one that is sent again gets the answer it had. Of formats that are no JSON, each new document goes " +
        "out as one JSON line. A document without an id is called after its file and the folder around it.",
    )
    .usage("<input...> [options]")
    .addArgument(inputsArgument())
    .option("--index <dir>", "remember items in this index, which is made if it is not there")
    .option(
      "--ledger <file>",
      "append a JSON line for every item that is not new: what it matched, what it adds",
    )
    .option(
      "--skipped <file>",
      "append records that could not be read to this file, as they came; of whole files, name and reason",
    )
    .addOption(
      new Option("--drop <verdicts>", `what is held back, of ${HELD_BACK_CHOICES.join(",")}`)
        .argParser(choicesAmong(HELD_BACK_CHOICES))
        .default(HELD_BACK_DEFAULT, HELD_BACK_DEFAULT.join(",")),
    )
    .option("--annotate", "let everything through, each item with its answer in a field isnad");
  addQuestionOptions(command);
  command.option("--max-documents <n>", "keep at most so many items; the oldest go first", positiveNumber);
  addStoreOptions(command);
  addInputOptions(command).option("--quiet", "no summary on stderr");
  addItemVerdictsHelp(command);
  addExamples(command, [
    ["isnad dedup corpus/articles.jsonl > unique.jsonl", "one pass in memory"],
    [
      "tail -F feed.jsonl | isnad dedup --index seen --ledger ledger.jsonl - | store",
      "in a pipe for months; what was held back, and why, is in the ledger",
    ],
    ["isnad dedup --index seen --within 7d --annotate day.jsonl.gz", "every item, with what is known of it"],
    [
      "isnad dedup --index seen --key guid --drop duplicate,excerpt -",
      "exact keys first; excerpts held back too",
    ],
  ]);
  return command.action((inputs: string[], flags: DedupFlags) => run((io) => dedup(io, inputs, flags)));
}

async function dedup(io: Io, inputs: readonly string[], flags: DedupFlags): Promise<ExitCode> {
  const { runDedup } = await import("./run.js");
  return runDedup(io, inputs, flags);
}
