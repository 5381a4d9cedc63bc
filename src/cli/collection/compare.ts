import { existsSync } from "node:fs";
import { Command } from "commander";
import { UsageError } from "../../errors.js";
import type { Engine } from "../../index.js";
import type { Match } from "../../model/index.js";
import type { Side } from "../../report/label.js";
import { EXIT, type ExitCode, Failure } from "../shared/exit.js";
import { type Io, say } from "../shared/io.js";
import {
  addExamples,
  addReadOptions,
  addResultOptions,
  addVerdictsHelp,
  type IndexInputFlags,
  inputsOption,
  type ReadFlags,
  type ResultFlags,
} from "../shared/options.js";
import type { Output } from "../shared/output.js";
import type { Run } from "../shared/run.js";
import { unknownId } from "../shared/unknown-id.js";

interface CompareFlags extends ReadFlags, ResultFlags, IndexInputFlags {
  readonly in?: readonly string[];
  readonly html?: string;
}

export function compareCommand(run: Run): Command {
  const command = new Command("compare")
    .summary("two texts, passage by passage: what was reused, changed, left out")
    .description(
      "Compares two articles: verdict and reasons, then every passage that stands in both with its edits, and the " +
        "facts that were changed. With --in the collection tells what is standing formula and what is not.",
    )
    .usage("<a> <b> [options]")
    .argument("<a>", "a file with one article, or with --in or --index an id")
    .argument("<b>", "the other file or id")
    .addOption(inputsOption("take both articles, by their ids, from these inputs"))
    .option("--html <file>", "write one offline page with both texts side by side");
  addResultOptions(command);
  addReadOptions(command).option("--index <dir>", "take articles, by their ids, from this index");
  addVerdictsHelp(command);
  addExamples(command, [
    ["isnad compare a.txt b.txt", "two files"],
    ["isnad compare tukhum-172 sahil-771 --in corpus/articles.jsonl", "two articles of a collection"],
    ["isnad compare a.txt b.txt --html compare.html", "the same as a page for a browser"],
  ]);
  return command.action((a: string, b: string, flags: CompareFlags) => run((io) => compare(io, a, b, flags)));
}

async function compare(io: Io, a: string, b: string, flags: CompareFlags): Promise<ExitCode> {
  const { withOutput } = await import("../shared/output.js");
  return withOutput(io, flags.output, async (output) => {
    if (flags.in === undefined && flags.index === undefined) return compareFiles(io, a, b, flags, output);
    const { withCollection } = await import("../shared/session.js");
    return withCollection(io, flags.in ?? [], flags, output, async ({ engine, bar }) => {
      for (const id of [a, b]) {
        if (!engine.describe(id)) throw unknownId(engine, id);
      }
      const match = await engine.compare(a, b, { signal: io.signal, onProgress: bar.update });
      bar.stop();
      await show(io, engine, match, a, b, flags, output);
    });
  });
}

async function compareFiles(
  io: Io,
  a: string,
  b: string,
  flags: CompareFlags,
  output: Output,
): Promise<ExitCode> {
  const { comparingTwo } = await import("../../app/compare.js");
  const { readArticle } = await import("../shared/article.js");
  const many = (file: string): string => `name two by their ids: isnad compare ID ID --in ${file}`;
  const read = (file: string) =>
    readArticle(file, flags, many(file)).catch((error: Error) => {
      if (error instanceof Failure || file === "-" || existsSync(file)) throw error;
      throw new UsageError(`${error.message}; ids are looked for in --in INPUT… or --index DIR`);
    });
  const [first, second] = [await read(a), await read(b)];
  // Two files may call their article by one id, or be one file: the second goes by its name.
  await comparingTwo([first, second], b, (pair, engine) =>
    show(io, engine, pair.match, first.id, pair.second, flags, output),
  );
  return EXIT.done;
}

async function show(
  io: Io,
  engine: Engine,
  match: Match,
  a: string,
  b: string,
  flags: CompareFlags,
  output: Output,
): Promise<void> {
  const side = (id: string): Side => ({ label: engine.describe(id)!, text: engine.text(id)! });
  const sides = [side(a), side(b)] as const;
  const { orient } = await import("../../report/orient.js");
  const oriented = orient(match, a);
  if (flags.html !== undefined) {
    const { comparePage } = await import("../../report/html/compare.js");
    const { withOutput } = await import("../shared/output.js");
    await withOutput(io, flags.html, (page) => page.write(comparePage(oriented, ...sides)), "--html");
    if (!flags.quiet) say(io, `page written to ${flags.html}`);
    if (!flags.json && flags.output === undefined) return;
  }
  if (flags.json) return output.write((await import("../../report/json.js")).matchLine(match));
  const [{ compareText }, { textStyle }] = await Promise.all([
    import("../../report/text/compare.js"),
    import("../shared/text-style.js"),
  ]);
  await output.write(compareText(oriented, ...sides, textStyle(io, flags)));
}
