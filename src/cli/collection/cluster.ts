import { Command, Option } from "commander";
import type { ClusterReport, Engine } from "../../index.js";
import type { Cluster } from "../../model/index.js";
import { CANONICAL_CHOICES, CANONICAL_DEFAULT, type Canonical } from "../../options.js";
import type { ExitCode } from "../shared/exit.js";
import type { Io } from "../shared/io.js";
import {
  addCopyOptions,
  addExamples,
  addIndexInput,
  addReadOptions,
  addResultOptions,
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

interface ClusterFlags extends ReadFlags, ResultFlags, CopyFlags, IndexInputFlags {
  readonly canonical: Canonical;
}

export function clusterCommand(run: Run): Command {
  const command = new Command("cluster")
    .summary("groups of articles that are copies of one text")
    .description(
      "Groups articles that are copies of one text. Every member was verified against one and the same text of " +
        "its cluster; the percentages are its similarity to the canonical text.",
    )
    .usage("<input...> [options]")
    .addArgument(optionalInputsArgument());
  addResultOptions(command);
  command.addOption(
    new Option("--canonical <choice>", "which member stands for a cluster")
      .choices(CANONICAL_CHOICES)
      .default(CANONICAL_DEFAULT),
  );
  addCopyOptions(command);
  addIndexInput(addReadOptions(command));
  addExamples(command, [
    ["isnad cluster corpus/articles.jsonl", "a tree of clusters with titles, sources and dates"],
    ["isnad cluster --json -o clusters.jsonl news/", "all articles of a folder, one cluster a line"],
    ["zcat news.jsonl.gz | isnad cluster --format jsonl --canonical earliest -", "from a pipe"],
  ]);
  return command.action((inputs: string[], flags: ClusterFlags) => run((io) => cluster(io, inputs, flags)));
}

async function cluster(io: Io, inputs: readonly string[], flags: ClusterFlags): Promise<ExitCode> {
  const [{ withCollection }, { withOutput }] = await Promise.all([
    import("../shared/session.js"),
    import("../shared/output.js"),
  ]);
  const work = async (output: Output, session: Session): Promise<void> => {
    const { engine, bar } = session;
    bar.begin("candidates");
    const report = await engine.clusters({
      canonical: flags.canonical,
      ...copyThreshold(flags),
      signal: io.signal,
      onProgress: bar.update,
    });
    bar.stop();
    const render = await renderer(io, engine, flags);
    for (const [i, one] of report.clusters.entries()) await output.write(render(one, i));
    session.result = await resultText(report);
  };
  return withOutput(io, flags.output, (output) =>
    withCollection(io, inputs, flags, output, (session) => work(output, session)),
  );
}

async function renderer(
  io: Io,
  engine: Engine,
  flags: ClusterFlags,
): Promise<(cluster: Cluster, index: number) => string> {
  if (flags.json) return (await import("../../report/json.js")).clusterLine;
  const [{ clusterText }, { textStyle }] = await Promise.all([
    import("../../report/text/clusters.js"),
    import("../shared/text-style.js"),
  ]);
  const style = textStyle(io, flags);
  const label = (id: string) => engine.describe(id)!;
  return (cluster, index) => (index > 0 ? "\n" : "") + clusterText(cluster, index + 1, label, style);
}

async function resultText({ clusters, giantBuckets, largestBucket }: ClusterReport): Promise<string> {
  const { counted } = await import("../../report/text/numbers.js");
  const members = clusters.reduce((sum, one) => sum + one.members.length, 0);
  const found = `${counted(clusters.length, "cluster")} of ${counted(members, "document")}`;
  if (giantBuckets === 0) return found;
  return `${found} · ${counted(giantBuckets, "giant bucket")}, the largest of ${counted(largestBucket, "document")}`;
}
