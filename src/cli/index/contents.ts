/** `isnad index remove`, `list`, `show`, `expire`: the documents that an index keeps. */
import type { Command } from "commander";
import { UsageError } from "../../errors.js";
import type { Document } from "../../model/index.js";
import { period, positiveNumber } from "../shared/arguments.js";
import { EXIT, type ExitCode, Failure } from "../shared/exit.js";
import type { Io } from "../shared/io.js";
import { dirCommand, tellResult, whyNotKept, withIndex } from "../shared/open-index.js";
import { addExamples, addResultOptions, type ResultFlags } from "../shared/options.js";
import { withOutput } from "../shared/output.js";
import type { Run } from "../shared/run.js";

interface QuietFlags {
  readonly json?: boolean;
  readonly quiet?: boolean;
}

export function removeCommand(run: Run): Command {
  const command = dirCommand(
    "remove",
    "forget documents",
    "Removes documents and all that was kept of them. The answers given to them are forgotten too.",
    "<dir> <id...> [options]",
  )
    .argument("<id...>", "ids of documents")
    .option("--json", "one JSON line for each id")
    .option("--quiet", "no word of success");
  addExamples(command, [["isnad index remove seen tukhum-172 sahil-771", "two documents"]]);
  return command.action((dir: string, ids: string[], flags: QuietFlags) =>
    run((io) => remove(io, dir, ids, flags)),
  );
}

async function remove(io: Io, dir: string, ids: readonly string[], flags: QuietFlags): Promise<ExitCode> {
  const { counted } = await import("../../report/text/numbers.js");
  const missing: string[] = [];
  await withOutput(io, undefined, (output) =>
    withIndex(dir, "write", async (index) => {
      for (const id of ids) {
        const removed = await index.remove(id);
        if (!removed) missing.push(`${id}: no document of this id in ${dir}${whyNotKept(index, id)}`);
        if (flags.json) await output.write(`${JSON.stringify({ id, removed })}\n`);
      }
      if (!flags.json && !flags.quiet)
        await output.write(`${counted(ids.length - missing.length, "document")} removed\n`);
    }),
  );
  if (missing.length === 0) return EXIT.done;
  throw new Failure(missing.join("\n"), EXIT.notFound);
}

export function listCommand(run: Run): Command {
  const command = dirCommand(
    "list",
    "the documents kept",
    "Lists the documents that an index keeps, in the order in which they arrived.",
    "<dir> [options]",
  );
  addResultOptions(command);
  addExamples(command, [
    ["isnad index list seen", "title, source, time and id of each"],
    ["isnad index list --json seen | wc -l", "one JSON line each, without the text"],
  ]);
  return command.action((dir: string, flags: ResultFlags) => run((io) => list(io, dir, flags)));
}

async function list(io: Io, dir: string, flags: ResultFlags): Promise<ExitCode> {
  const render = await listed(io, flags);
  return withOutput(io, flags.output, (output) =>
    withIndex(dir, "read", async (index) => {
      for (const id of index.ids()) {
        if (io.signal.aborted) throw new Error("interrupted");
        const document = index.document(id);
        if (document !== undefined) await output.write(render(document));
      }
      return EXIT.done;
    }),
  );
}

async function listed(io: Io, flags: ResultFlags): Promise<(document: Document) => string> {
  if (flags.json) {
    return ({ text: _, ...label }) => `${JSON.stringify(label)}\n`;
  }
  const [{ labelLines }, { pen }, { textStyle }] = await Promise.all([
    import("../../report/text/label.js"),
    import("../../report/text/style.js"),
    import("../shared/text-style.js"),
  ]);
  const ink = pen(textStyle(io, flags));
  return (document) => `${labelLines(document, ink.columns, ink).join("\n  ")}\n`;
}

export function showCommand(run: Run): Command {
  const command = dirCommand(
    "show",
    "one document, with its text",
    "Shows a document as the index keeps it.",
    "<dir> <id> [options]",
  ).argument("<id>", "id of a document");
  addResultOptions(command);
  addExamples(command, [["isnad index show seen tukhum-172", "its fields and its text"]]);
  return command.action((dir: string, id: string, flags: ResultFlags) =>
    run((io) => show(io, dir, id, flags)),
  );
}

async function show(io: Io, dir: string, id: string, flags: ResultFlags): Promise<ExitCode> {
  const [{ documentText }, { textStyle }] = await Promise.all([
    import("../../report/text/document.js"),
    import("../shared/text-style.js"),
  ]);
  return withOutput(io, flags.output, (output) =>
    withIndex(dir, "read", async (index) => {
      const document = index.document(id);
      if (document === undefined)
        throw new Failure(`${id}: no document of this id in ${dir}${whyNotKept(index, id)}`, EXIT.notFound);
      await output.write(
        flags.json ? `${JSON.stringify(document)}\n` : documentText(document, textStyle(io, flags)),
      );
      return EXIT.done;
    }),
  );
}

interface ExpireFlags extends QuietFlags {
  readonly olderThan?: number;
  readonly maxDocuments?: number;
}

export function expireCommand(run: Run): Command {
  const command = dirCommand(
    "expire",
    "forget old documents",
    "Removes documents by age or number, the oldest arrivals first, and all that was kept of them.",
    "<dir> [options]",
  )
    .option("--older-than <period>", "those that arrived longer ago than this, as in 30d", period)
    .option("--max-documents <n>", "the oldest until so many are left", positiveNumber)
    .option("--json", "the result as JSON")
    .option("--quiet", "no word of success");
  addExamples(command, [
    ["isnad index expire seen --older-than 30d", "what arrived more than a month ago"],
    ["isnad index expire seen --max-documents 1000000", "all but the last million"],
  ]);
  return command.action((dir: string, flags: ExpireFlags) => run((io) => expire(io, dir, flags)));
}

async function expire(io: Io, dir: string, flags: ExpireFlags): Promise<ExitCode> {
  const { olderThan, maxDocuments } = flags;
  if (olderThan === undefined && maxDocuments === undefined) {
    throw new UsageError("expire: nothing asked; expected --older-than or --max-documents");
  }
  const { counted } = await import("../../report/text/numbers.js");
  return withIndex(dir, "write", async (index) => {
    const expired = await index.expire({
      ...(olderThan === undefined ? {} : { olderThanMs: olderThan }),
      ...(maxDocuments === undefined ? {} : { maxDocuments }),
    });
    await index.merge();
    const { documents } = index;
    const words = () => `${counted(expired, "document")} forgotten, ${counted(documents, "document")} kept`;
    await tellResult(io, flags, { expired, documents }, words);
    return EXIT.done;
  });
}
