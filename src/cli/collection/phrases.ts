import { Command, InvalidArgumentError } from "commander";
import type { Phrase } from "../../model/index.js";
import { positiveNumber } from "../shared/arguments.js";
import type { ExitCode } from "../shared/exit.js";
import type { Io } from "../shared/io.js";
import {
  addExamples,
  addIndexInput,
  addReadOptions,
  addResultOptions,
  type IndexInputFlags,
  optionalInputsArgument,
  type ReadFlags,
  type ResultFlags,
} from "../shared/options.js";
import type { Output } from "../shared/output.js";
import type { Run } from "../shared/run.js";
import type { Session } from "../shared/session.js";

interface PhrasesFlags extends ReadFlags, ResultFlags, IndexInputFlags {
  readonly minOutlets: number;
  readonly since?: string;
  readonly limit?: number;
}

export function phrasesCommand(run: Run): Command {
  const command = new Command("phrases")
    .summary("reused phrasing: the sentences that several outlets share")
    .description(
      "Lists each sentence, or part of one, that two outlets or more share, once, in its fullest wording: who has it, " +
        "what each changed, whether it is quoted and who says it, and where it first stands as far as that is known. " +
        "What is rare, long and in many outlets comes first. Text for people shows the five best sentences of a " +
        "story, --json all of them.",
    )
    .usage("<input...> [options]")
    .addArgument(optionalInputsArgument())
    .option("--min-outlets <n>", "only what so many outlets have, 2 or more", outlets, 2)
    .option("--since <date>", "only what an article published then or later has, as in 2015-08-10")
    .option("--limit <n>", "print only the first so many", positiveNumber);
  addResultOptions(command);
  addIndexInput(addReadOptions(command));
  addExamples(command, [
    ["isnad phrases corpus/articles.jsonl", "the sentences that outlets share"],
    ["isnad phrases --min-outlets 3 --limit 20 news/", "the twenty heaviest that three outlets have"],
    ["isnad phrases --json --since 2024-05-01 --index archive", "of an index, one phrase a line"],
  ]);
  return command.action((inputs: string[], flags: PhrasesFlags) => run((io) => phrases(io, inputs, flags)));
}

function outlets(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 2)
    throw new InvalidArgumentError("A whole number from 2 was expected.");
  return number;
}

async function phrases(io: Io, inputs: readonly string[], flags: PhrasesFlags): Promise<ExitCode> {
  const [{ withCollection }, { withOutput }, { bestOfStories, checkSince, sharedPhrases }] =
    await Promise.all([
      import("../shared/session.js"),
      import("../shared/output.js"),
      import("../../app/phrases.js"),
    ]);
  checkSince(flags.since);
  const { minOutlets, since } = flags;
  const work = async (output: Output, session: Session): Promise<void> => {
    const { engine, bar } = session;
    bar.begin("candidates");
    const asked = { minOutlets, ...(since === undefined ? {} : { since }) };
    const found = await sharedPhrases(engine, asked, { signal: io.signal, onProgress: bar.update });
    bar.stop();
    const best = flags.json ? found : bestOfStories(found);
    const render = await renderer(io, flags);
    const shown = best.slice(0, flags.limit);
    for (const [at, phrase] of shown.entries()) await output.write(render(phrase, at));
    session.result = await tallied(found.length, found.length - best.length, best.length - shown.length);
  };
  return withOutput(io, flags.output, (output) =>
    withCollection(io, inputs, flags, output, (session) => work(output, session)),
  );
}

async function renderer(io: Io, flags: PhrasesFlags): Promise<(phrase: Phrase, index: number) => string> {
  if (flags.json) return (await import("../../report/phrases-json.js")).phraseLine;
  const [{ phraseText }, { textStyle }] = await Promise.all([
    import("../../report/text/phrases.js"),
    import("../shared/text-style.js"),
  ]);
  const style = textStyle(io, flags);
  return (phrase, index) => (index > 0 ? "\n" : "") + phraseText(phrase, index + 1, style);
}

async function tallied(found: number, alike: number, left: number): Promise<string> {
  const { count, counted } = await import("../../report/text/numbers.js");
  const parts = [counted(found, "phrase")];
  if (alike > 0) parts.push(`${count(alike)} more of the same stories not printed (--json has them)`);
  if (left > 0) parts.push(`${count(left)} not printed (--limit)`);
  return parts.join(" · ");
}
