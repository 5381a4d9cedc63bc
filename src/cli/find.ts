import { Command } from "commander";
import type { Finding } from "../model.js";
import { EXIT, type ExitCode, Failure } from "./exit.js";
import type { Io } from "./io.js";
import type { Run } from "./program.js";
import {
  addExamples,
  addReadOptions,
  addResultOptions,
  inputsOption,
  type ReadFlags,
  type ResultFlags,
} from "./shared-options.js";

interface FindFlags extends ReadFlags, ResultFlags {
  readonly in: readonly string[];
}

export function findCommand(run: Run): Command {
  const command = new Command("find")
    .summary("who has this sentence: exactly, cut, varied, attributed to whom")
    .description(
      "Finds the articles in which a sentence stands: exactly (equal after normalisation), cut (some of its words, " +
        "unchanged) or varied, with the words of the same sentence that say whose words they are.",
    )
    .argument("<quote>", "the sentence, in quotation marks of the shell")
    .addOption(inputsOption("where to look").makeOptionMandatory());
  addResultOptions(command);
  addReadOptions(command);
  addExamples(command, [
    [
      'isnad find "the bridge will stay open at night" --in corpus/articles.jsonl',
      "every article that has it",
    ],
    ['isnad find --json "سيبقى الجسر مفتوحا ليلا" --in news/', "one finding a line"],
  ]);
  return command.action((quote: string, flags: FindFlags) => run((io) => find(io, quote, flags)));
}

async function find(io: Io, quote: string, flags: FindFlags): Promise<ExitCode> {
  const [{ withCollection }, { withOutput }] = await Promise.all([
    import("./session.js"),
    import("./output.js"),
  ]);
  return withCollection(io, flags.in, flags, async (session) => {
    const { engine, bar } = session;
    const findings: Finding[] = [];
    for await (const finding of engine.find(quote, { signal: io.signal })) findings.push(finding);
    bar.stop();
    const tally = { exact: 0, cut: 0, varied: 0 };
    for (const finding of findings) tally[finding.form]++;
    const { count, counted } = await import("../report/text/numbers.js");
    const kinds = Object.entries(tally).filter(([, found]) => found > 0);
    session.result = `found in ${counted(findings.length, "document")} (${kinds.map(([form, found]) => `${count(found)} ${form}`).join(", ")})`;
    if (findings.length === 0)
      throw new Failure("the sentence stands in none of the documents read", EXIT.notFound);
    await withOutput(io, flags.output, async (output) => {
      if (flags.json) {
        const { findingLine } = await import("../report/json.js");
        for (const finding of findings) await output.write(findingLine(finding, engine.text(finding.id)!));
        return;
      }
      const [{ findingText }, { textStyle }] = await Promise.all([
        import("../report/text/find.js"),
        import("./text-style.js"),
      ]);
      const style = textStyle(io, flags);
      for (const [i, finding] of findings.entries()) {
        const side = { label: engine.describe(finding.id)!, text: engine.text(finding.id)! };
        await output.write(findingText(finding, i + 1, side, style));
      }
    });
  });
}
