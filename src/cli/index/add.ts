/** `isnad index add` and `check`: every item of an input gets an answer, and is kept or not. */
import type { Command } from "commander";
import type { AnsweringIndex } from "../../dedup/filter.js";
import type { Index } from "../../index.js";
import type { ItemAnswer } from "../../model/answer.js";
import { EXIT, type ExitCode } from "../shared/exit.js";
import type { FilterFlags } from "../shared/filter-run.js";
import { type Io, say } from "../shared/io.js";
import {
  addStoreOptions,
  dirCommand,
  openForWriting,
  type StoreFlags,
  withIndex,
} from "../shared/open-index.js";
import {
  addExamples,
  addInputOptions,
  addItemVerdictsHelp,
  addQuestionOptions,
  inputsArgument,
} from "../shared/options.js";
import type { Run } from "../shared/run.js";

interface AddFlags extends FilterFlags, StoreFlags {
  readonly json?: boolean;
}

export function addCommand(run: Run): Command {
  const command = dirCommand(
    "add",
    "keep every article of the inputs",
    "Adds articles to an index, which is made if it is not there. All are kept, whatever they match. " +
      "A document without an id is called after its file and the folder around it (day1/a.html).",
    "<dir> <input...> [options]",
  )
    .addArgument(inputsArgument())
    .option("--json", "the answer to each article as a JSON line, once it is on disk");
  addItemOptions(addStoreOptions(command));
  addExamples(command, [
    ["isnad index add seen corpus/articles.jsonl", "fill an index before dedup uses it"],
    ["isnad index add seen --no-text archive/*.jsonl.gz", "a small one, without texts"],
  ]);
  return command.action((dir: string, inputs: string[], flags: AddFlags) =>
    run((io) => add(io, dir, inputs, flags)),
  );
}

async function add(io: Io, dir: string, inputs: readonly string[], flags: AddFlags): Promise<ExitCode> {
  const { answerLine } = await import("../../dedup/answer-lines.js");
  const index = await openForWriting(io, dir, flags);
  const show = flags.json ? answerLine : () => "";
  return closing(index, () => answerAll(io, index, index, inputs, flags, show));
}

interface CheckFlags extends FilterFlags {
  readonly json?: boolean;
  readonly isolates: boolean;
}

export function checkCommand(run: Run): Command {
  const command = dirCommand(
    "check",
    "what is known of each article of the inputs",
    "Says of each article whether it is new to the index, and if not, what of: as dedup does, without adding it.",
    "<dir> <input...> [options]",
  )
    .addArgument(inputsArgument())
    .option("--json", "the answer to each article as a JSON line, with passages and changed facts")
    .option("--no-isolates", "no Unicode isolates around right-to-left text, for terminals that show them");
  addItemOptions(addQuestionOptions(command));
  addItemVerdictsHelp(command);
  addExamples(command, [
    ["isnad index check seen today.jsonl", "verdict, probability, what it matches"],
    ["isnad index check seen --json --within 7d -", "one answer a line, for a queue"],
  ]);
  return command.action((dir: string, inputs: string[], flags: CheckFlags) =>
    run((io) => check(io, dir, inputs, flags)),
  );
}

async function check(io: Io, dir: string, inputs: readonly string[], flags: CheckFlags): Promise<ExitCode> {
  const show = await renderer(io, flags);
  return withIndex(dir, "read", (index) => {
    const asking: AnsweringIndex = {
      documents: index.documents,
      take: (item, question) => index.check(item, question),
      sent: () => {},
      commit: async () => {},
      expire: async () => 0,
      answers: (from) => index.answers(from),
    };
    return answerAll(io, asking, index, inputs, flags, show);
  });
}

async function renderer(io: Io, flags: CheckFlags): Promise<(answer: ItemAnswer) => string> {
  if (flags.json) return (await import("../../dedup/answer-lines.js")).answerLine;
  const [{ answerText }, { textStyle }] = await Promise.all([
    import("../../report/text/answer.js"),
    import("../shared/text-style.js"),
  ]);
  const style = textStyle(io, flags);
  return (answer) => answerText(answer, style);
}

function addItemOptions(command: Command): Command {
  return addInputOptions(command)
    .option(
      "--skipped <file>",
      "append records that could not be read to this file, as they came; of whole files, name and reason",
    )
    .option("--quiet", "no summary on stderr");
}

async function answerAll(
  io: Io,
  asking: AnsweringIndex,
  index: Index,
  inputs: readonly string[],
  flags: FilterFlags,
  output: (answer: ItemAnswer) => string,
): Promise<ExitCode> {
  const [{ filterItems }, { byteWriter }, { counted }] = await Promise.all([
    import("../shared/filter-run.js"),
    import("../shared/output.js"),
    import("../../report/text/numbers.js"),
  ]);
  const task = { drop: [], output, pass: byteWriter(io) };
  const { summary, parts } = await filterItems(io, asking, inputs, flags, task);
  const kept = `${counted(index.documents, "document")} kept`;
  if (!flags.quiet) say(io, [...parts, kept].join(" · "));
  return summary.lost > 0 ? EXIT.notFound : EXIT.done;
}

async function closing(index: Index, work: () => Promise<ExitCode>): Promise<ExitCode> {
  let code: ExitCode;
  try {
    code = await work();
  } catch (error) {
    // The first trouble is the one to tell of.
    await index.close().catch(() => {});
    throw error;
  }
  await index.close();
  return code;
}
