import { Command, Option } from "commander";
import type { ClusterReport, Engine } from "../../index.js";
import type { Cluster, NewsStory } from "../../model/index.js";
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
  readonly series?: boolean;
}

export function clusterCommand(run: Run): Command {
  const command = new Command("cluster")
    .summary("stories: all reports of one statement, decision or incident")
    .description(
      "Puts the reports of one statement, decision or incident together, whether they copy one another or tell it in " +
        "their own words. Each report is named with what it is to which other (copy, rewrite, excerpt, same news). " +
        "The percentage is the share of its words that stand there; of the same news, how likely it is that. With " +
        "--copies-only groups of copies of one text, much faster.",
    )
    .usage("<input...> [options]")
    .addArgument(optionalInputsArgument());
  addResultOptions(command);
  command.addOption(
    new Option("--canonical <choice>", "which member stands for a story")
      .choices(CANONICAL_CHOICES)
      .default(CANONICAL_DEFAULT),
  );
  command.option("--series", "also what comes back day after day in one formula (weather, cables, closes)");
  addCopyOptions(command);
  addIndexInput(addReadOptions(command));
  addExamples(command, [
    ["isnad cluster corpus/articles.jsonl", "stories with titles, sources and dates"],
    ["isnad cluster --json -o stories.jsonl news/", "all articles of a folder, one story a line"],
    ["isnad cluster --series news/", "what comes back day after day in one formula, too"],
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
    if (flags.copiesOnly !== true) {
      const stories = await engine.newsStories({
        canonical: flags.canonical,
        signal: io.signal,
        onProgress: bar.update,
      });
      bar.stop();
      session.result = await writeStories(io, engine, flags, stories, output);
      return;
    }
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

async function writeStories(
  io: Io,
  engine: Engine,
  flags: ClusterFlags,
  stories: readonly NewsStory[],
  output: Output,
): Promise<string> {
  const { counted } = await import("../../report/text/numbers.js");
  const shown = stories.filter(({ series }) => flags.series === true || !series);
  if (flags.json) {
    const { storyLine } = await import("../../report/json.js");
    for (const story of shown) await output.write(storyLine(story));
  } else {
    const [{ storyText }, { textStyle }] = await Promise.all([
      import("../../report/text/stories.js"),
      import("../shared/text-style.js"),
    ]);
    const style = textStyle(io, flags);
    const titles = new Map(stories.map(({ id, title }) => [id, title]));
    for (const [at, story] of shown.entries()) {
      const text = storyText(
        story,
        at + 1,
        (id) => engine.describe(id)!,
        (id) => titles.get(id),
        style,
      );
      await output.write((at > 0 ? "\n" : "") + text);
    }
  }
  const reports = shown.reduce((sum, { members }) => sum + members.length, 0);
  const left = stories.length - shown.length;
  const series = left === 0 ? "" : ` · ${left} of a formula left out (--series shows them)`;
  return `${counted(shown.length, "story", "stories")} of ${counted(reports, "report")}${series}`;
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
