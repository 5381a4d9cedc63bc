import { Command, Option } from "commander";
import type { Engine } from "../../index.js";
import type { Match, Verdict } from "../../model/index.js";
import { STRONGEST_FIRST } from "../../model/verdicts.js";
import { MIN_VERDICT_CHOICES, MIN_VERDICT_DEFAULT, type MinVerdict } from "../../options.js";
import type { ExitCode } from "../shared/exit.js";
import type { Io } from "../shared/io.js";
import {
  addCopyOptions,
  addExamples,
  addIndexInput,
  addReadOptions,
  addResultOptions,
  addVerdictsHelp,
  type CopyFlags,
  copyThreshold,
  type IndexInputFlags,
  optionalInputsArgument,
  type ReadFlags,
  type ResultFlags,
} from "../shared/options.js";
import type { Output } from "../shared/output.js";
import type { Run } from "../shared/run.js";
import type { Session } from "../shared/session.js";

interface PairsFlags extends ReadFlags, ResultFlags, CopyFlags, IndexInputFlags {
  readonly minVerdict: MinVerdict;
  readonly sameNews?: boolean;
  readonly expand?: boolean;
}

export function pairsCommand(run: Run): Command {
  const command = new Command("pairs")
    .summary("every pair of articles of which one took text from the other")
    .description(
      "Finds every pair of articles that share text beyond standing formulae: verdict, probability of reuse, the " +
        "share of each side that stands in the other, and with --json every passage, edit and changed fact.",
    )
    .usage("<input...> [options]")
    .addArgument(optionalInputsArgument());
  addResultOptions(command);
  command
    .addOption(
      new Option("--min-verdict <verdict>", "leave out pairs of a lesser verdict")
        .choices(MIN_VERDICT_CHOICES)
        .default(MIN_VERDICT_DEFAULT),
    )
    .option("--same-news", "also pairs that tell the same news independently (--min-verdict same-news)")
    .option("--expand", "every pair within a group of identical texts, instead of each with the first");
  addCopyOptions(command);
  addIndexInput(addReadOptions(command));
  addVerdictsHelp(command);
  addExamples(command, [
    ["isnad pairs corpus/articles.jsonl", "a table of pairs"],
    ["isnad pairs --json --min-verdict copy news.jsonl.gz", "copies with their passages, one match a line"],
    [
      "isnad pairs --same-news --field text=content feed.jsonl",
      "text in another field; independent reports of the same news too",
    ],
  ]);
  return command.action((inputs: string[], flags: PairsFlags) => run((io) => pairs(io, inputs, flags)));
}

async function pairs(io: Io, inputs: readonly string[], flags: PairsFlags): Promise<ExitCode> {
  const [{ withCollection }, { withOutput }] = await Promise.all([
    import("../shared/session.js"),
    import("../shared/output.js"),
  ]);
  const work = async (output: Output, session: Session): Promise<void> => {
    const { engine, bar } = session;
    bar.begin("candidates");
    const render = await renderer(io, engine, flags);
    const tally: Record<Verdict, number> = {
      copy: 0,
      rewrite: 0,
      excerpt: 0,
      "same-news": 0,
      none: 0,
    };
    const matches = engine.matches({
      minVerdict: flags.sameNews ? "same-news" : flags.minVerdict,
      expand: flags.expand === true,
      ...copyThreshold(flags),
      signal: io.signal,
      onProgress: bar.update,
    });
    for await (const match of matches) {
      // A bar and results on one screen would write over each other.
      if (flags.output === undefined && io.stdout.isTTY) bar.stop();
      tally[match.verdict]++;
      await output.write(render(match));
    }
    if (!flags.json) await output.write(await legend(io, tally, flags));
    session.result = await tallied(tally, engine.capped);
  };
  return withOutput(io, flags.output, (output) =>
    withCollection(io, inputs, flags, output, (session) => work(output, session)),
  );
}

async function legend(io: Io, tally: Readonly<Record<Verdict, number>>, flags: PairsFlags): Promise<string> {
  const [{ pairsLegend }, { textStyle }] = await Promise.all([
    import("../../report/text/pairs.js"),
    import("../shared/text-style.js"),
  ]);
  return pairsLegend(
    STRONGEST_FIRST.filter((verdict) => tally[verdict] > 0),
    textStyle(io, flags),
  );
}

async function tallied(tally: Readonly<Record<Verdict, number>>, capped: Engine["capped"]): Promise<string> {
  const { count, counted } = await import("../../report/text/numbers.js");
  const kinds = Object.entries(tally).filter(([, found]) => found > 0);
  const total = kinds.reduce((sum, [, found]) => sum + found, 0);
  const detail = kinds.map(([verdict, found]) => `${count(found)} ${verdict}`).join(", ");
  const found = counted(total, "pair") + (detail && ` (${detail})`);
  if (capped === undefined || capped.fingerprints === 0) return found;
  const left = `${counted(capped.fingerprints, "formula", "formulae")} of four words not followed`;
  return `${found} · ${left}, at ${counted(capped.postings, "place")}`;
}

async function renderer(io: Io, engine: Engine, flags: PairsFlags): Promise<(match: Match) => string> {
  if (flags.json) return (await import("../../report/json.js")).matchLine;
  const [{ pairsHeader, pairText }, { textStyle }] = await Promise.all([
    import("../../report/text/pairs.js"),
    import("../shared/text-style.js"),
  ]);
  const style = textStyle(io, flags);
  const side = (id: string) => ({
    label: engine.describe(id)!,
    text: flags.copiesOnly ? "" : engine.text(id)!,
  });
  let header = pairsHeader(style);
  return (match) => {
    const text = header + pairText(match, side(match.a), side(match.b), style);
    header = "";
    return text;
  };
}
