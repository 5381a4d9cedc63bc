import { Command, Option } from "commander";
import { CANONICAL_CHOICES, CANONICAL_DEFAULT, type Canonical, WHOLE_THRESHOLD_DEFAULT } from "../options.js";
import { fraction } from "./arguments.js";
import type { ExitCode } from "./exit.js";
import type { Io } from "./io.js";
import type { Run } from "./program.js";
import {
  addExamples,
  addReadOptions,
  addResultOptions,
  inputsArgument,
  type ReadFlags,
  type ResultFlags,
} from "./shared-options.js";

interface ClusterFlags extends ReadFlags, ResultFlags {
  readonly threshold: number;
  readonly canonical: Canonical;
  readonly copiesOnly?: boolean;
}

export function clusterCommand(run: Run): Command {
  const command = new Command("cluster")
    .summary("groups of articles that are copies of one text")
    .description(
      "Groups articles that are copies of one text. Every member was verified against one and the same text of " +
        "its cluster; the percentages are its similarity to the canonical text.",
    )
    .addArgument(inputsArgument());
  addResultOptions(command);
  command
    .addOption(
      new Option("--threshold <fraction>", "with --copies-only: least Jaccard of word sets for a copy")
        .argParser(fraction)
        .default(WHOLE_THRESHOLD_DEFAULT),
    )
    .addOption(
      new Option("--canonical <choice>", "which member stands for a cluster")
        .choices(CANONICAL_CHOICES)
        .default(CANONICAL_DEFAULT),
    )
    .option("--copies-only", "whole copies only, without looking for texts that took a part; faster");
  addReadOptions(command);
  addExamples(command, [
    ["isnad cluster corpus/articles.jsonl", "a tree of clusters with titles, sources and dates"],
    ["isnad cluster --json -o clusters.jsonl news/", "all articles of a folder, one cluster a line"],
    ["zcat news.jsonl.gz | isnad cluster --format jsonl --canonical earliest -", "from a pipe"],
  ]);
  return command.action((inputs: string[], flags: ClusterFlags) => run((io) => cluster(io, inputs, flags)));
}

async function cluster(io: Io, inputs: readonly string[], flags: ClusterFlags): Promise<ExitCode> {
  const [{ withCollection }, { withOutput }] = await Promise.all([
    import("./session.js"),
    import("./output.js"),
  ]);
  return withCollection(io, inputs, flags, async (session) => {
    const { engine, bar } = session;
    const report = await engine.clusters({
      canonical: flags.canonical,
      threshold: flags.threshold,
      signal: io.signal,
      onProgress: bar.update,
    });
    bar.stop();
    await withOutput(io, flags.output, async (output) => {
      if (flags.json) {
        const { clusterLine } = await import("../report/json.js");
        for (const one of report.clusters) await output.write(clusterLine(one));
        return;
      }
      const [{ clusterText }, { textStyle }] = await Promise.all([
        import("../report/text/clusters.js"),
        import("./text-style.js"),
      ]);
      const style = textStyle(io, flags);
      for (const [i, one] of report.clusters.entries()) {
        if (i > 0) await output.write("\n");
        await output.write(clusterText(one, i + 1, (id) => engine.describe(id)!, style));
      }
    });
    const { counted } = await import("../report/text/numbers.js");
    const members = report.clusters.reduce((sum, one) => sum + one.members.length, 0);
    session.result = `${counted(report.clusters.length, "cluster")} of ${counted(members, "document")}`;
  });
}
