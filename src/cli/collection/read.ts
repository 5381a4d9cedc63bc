/** `isnad read`: the documents of any input as isnad reads them, for people, or as JSON lines for other programs. */
import { Command } from "commander";
import type { ReadArticle } from "../../ingest/index.js";
import { EXIT, type ExitCode, Failure } from "../shared/exit.js";
import { type Io, say } from "../shared/io.js";
import {
  addExamples,
  addInputOptions,
  addLeftOutOptions,
  addResultOptions,
  type InputFlags,
  inputsArgument,
  type LeftOutFlags,
  type ResultFlags,
  readOptions,
} from "../shared/options.js";
import type { Output } from "../shared/output.js";
import type { Run } from "../shared/run.js";

interface ReadCommandFlags extends InputFlags, ResultFlags, LeftOutFlags {}

export function readCommand(run: Run): Command {
  const command = new Command("read")
    .summary("the documents as isnad reads them; also a converter to JSON lines")
    .description(
      "Prints every document of the inputs as isnad reads it: its text, its fields and where each came from, what was " +
        "repaired and what was cut. With --json one document a line, which every command reads again.",
    )
    .usage("<input...> [options]")
    .addArgument(inputsArgument());
  addResultOptions(command);
  addLeftOutOptions(addInputOptions(command));
  addExamples(command, [
    ["isnad read page.html", "what isnad sees of a saved page, and what it left out"],
    ["isnad read --json feed.xml crawl.warc.gz archive/ > articles.jsonl", "everything as JSON lines"],
  ]);
  return command.action((inputs: string[], flags: ReadCommandFlags) => run((io) => read(io, inputs, flags)));
}

async function read(io: Io, inputs: readonly string[], flags: ReadCommandFlags): Promise<ExitCode> {
  const [{ withOutput }, { progressBar }] = await Promise.all([
    import("../shared/output.js"),
    import("../shared/progress.js"),
  ]);
  const bar = progressBar(io, flags.quiet === true);
  try {
    return await withOutput(io, flags.output, (output) => readAll(io, inputs, flags, output, bar));
  } finally {
    bar.stop();
  }
}

async function readAll(
  io: Io,
  inputs: readonly string[],
  flags: ReadCommandFlags,
  output: Output,
  bar: import("../shared/progress.js").ProgressBar,
): Promise<ExitCode> {
  const [{ readArticles }, { leftOut, summary }] = await Promise.all([
    import("../../ingest/index.js"),
    import("../shared/read-summary.js"),
  ]);
  const began = performance.now();
  const render = await renderer(io, flags);
  const { fields, ...how } = readOptions(flags);
  let documents = 0;
  const reading = readArticles(inputs, {
    ...how,
    fields: Object.entries(fields ?? {}).map(([name, key]) => `${name}=${key}`),
    signal: io.signal,
    onBytes: (bytes, totalBytes) => bar.update({ phase: "read", documents, bytes, totalBytes }),
  });
  for (;;) {
    const step = await reading.next();
    io.signal.throwIfAborted();
    if (!step.done) {
      documents++;
      await output.write(render(step.value, documents));
      continue;
    }
    bar.stop();
    await output.flush();
    const result = step.value;
    await leftOut(io, result.skipped, flags);
    if (documents === 0)
      throw new Failure(
        `no documents found in ${inputs.map((one) => (one === "-" ? "standard input" : one)).join(", ")}`,
        EXIT.notFound,
      );
    if (!flags.quiet) say(io, summary(result, performance.now() - began, ""));
    return flags.strict && result.skipped.length > 0 ? EXIT.notFound : EXIT.done;
  }
}

async function renderer(
  io: Io,
  flags: ReadCommandFlags,
): Promise<(article: ReadArticle, number: number) => string> {
  if (flags.json) {
    const { readLine } = await import("../../report/read-json.js");
    return ({ document, notes }) => readLine(document, notes);
  }
  const [{ readText }, { textStyle }] = await Promise.all([
    import("../../report/text/read.js"),
    import("../shared/text-style.js"),
  ]);
  const style = textStyle(io, flags);
  return ({ document, notes, file }, number) => readText(document, notes, { file, number }, style);
}
