import { Command } from "commander";
import type { Engine } from "../../index.js";
import type { Finding } from "../../model/index.js";
import { positiveNumber } from "../shared/arguments.js";
import { EXIT, type ExitCode, Failure } from "../shared/exit.js";
import type { Io } from "../shared/io.js";
import {
  addExamples,
  addIndexInput,
  addReadOptions,
  addResultOptions,
  type IndexInputFlags,
  inputsOption,
  type ReadFlags,
  type ResultFlags,
} from "../shared/options.js";
import type { Output } from "../shared/output.js";
import type { Run } from "../shared/run.js";
import type { Session } from "../shared/session.js";

interface FindFlags extends ReadFlags, ResultFlags, IndexInputFlags {
  readonly in?: readonly string[];
  readonly limit?: number;
}

/** Exact words first, then cut, then varied. */
const FORMS = ["exact", "cut", "varied"] as const;

export function findCommand(run: Run): Command {
  const command = new Command("find")
    .summary("who has this sentence: exactly, cut, varied, attributed to whom")
    .description(
      "Finds the articles in which a sentence stands: exactly (equal after normalisation), cut (some of its words, " +
        "unchanged) or varied, in this order, with the sentence around and who says it.",
    )
    .usage("<quote> --in <input...> [options]")
    .argument("<quote>", "the sentence, in quotation marks of the shell")
    .addOption(inputsOption("where to look"))
    .option("--limit <n>", "print only the first so many", positiveNumber);
  addResultOptions(command);
  addIndexInput(addReadOptions(command));
  addExamples(command, [
    ['isnad find "لم تصل إلى قراهم مكتبة من قبل" --in corpus/articles.jsonl', "every article that has it"],
    ['isnad find --json "the bridge stays open at night" --in news/ wire.jsonl.gz', "one finding a line"],
  ]);
  return command.action((quote: string, flags: FindFlags) => run((io) => find(io, quote, flags)));
}

async function find(io: Io, quote: string, flags: FindFlags): Promise<ExitCode> {
  const [{ withCollection }, { withOutput }, { checkQuote, findQuote }] = await Promise.all([
    import("../shared/session.js"),
    import("../shared/output.js"),
    import("../../app/find.js"),
  ]);
  checkQuote(quote);
  const work = async (output: Output, session: Session): Promise<void> => {
    const { engine, bar } = session;
    const findings = await findQuote(engine, quote, io.signal);
    bar.stop();
    if (findings.length === 0) {
      throw new Failure("the sentence stands in none of the documents read", EXIT.notFound);
    }
    findings.sort((a, b) => FORMS.indexOf(a.form) - FORMS.indexOf(b.form) || b.share - a.share);
    const render = await renderer(io, engine, flags);
    const shown = findings.slice(0, flags.limit);
    for (const [i, finding] of shown.entries()) await output.write(render(finding, i));
    const left = findings.length - shown.length;
    session.result = (await tallied(findings)) + (left > 0 ? `; ${left} not printed (--limit)` : "");
  };
  return withOutput(io, flags.output, (output) =>
    withCollection(io, flags.in ?? [], flags, output, (session) => work(output, session)),
  );
}

async function renderer(
  io: Io,
  engine: Engine,
  flags: FindFlags,
): Promise<(finding: Finding, index: number) => string> {
  if (flags.json) {
    const { findingLine } = await import("../../report/json.js");
    return (finding) => findingLine(finding, engine.text(finding.id)!);
  }
  const [{ findingText }, { textStyle }] = await Promise.all([
    import("../../report/text/find.js"),
    import("../shared/text-style.js"),
  ]);
  const style = textStyle(io, flags);
  return (finding, index) => {
    const side = { label: engine.describe(finding.id)!, text: engine.text(finding.id)! };
    return findingText(finding, index + 1, side, style);
  };
}

async function tallied(findings: readonly Finding[]): Promise<string> {
  const { count, counted } = await import("../../report/text/numbers.js");
  const forms = FORMS.map(
    (form) => [findings.filter((finding) => finding.form === form).length, form] as const,
  );
  const parts = forms.filter(([found]) => found > 0).map(([found, form]) => `${count(found)} ${form}`);
  return `found in ${counted(findings.length, "document")} (${parts.join(", ")})`;
}
