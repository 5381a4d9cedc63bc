/** `isnad index export` and `import`: an index as JSON lines, to be rebuilt under other parameters. */
import type { Readable } from "node:stream";
import type { Command } from "commander";
import { readTrouble, UsageError } from "../../errors.js";
import type { ExportRecord } from "../../index.js";
import { EXIT, type ExitCode } from "../shared/exit.js";
import { type Io, say } from "../shared/io.js";
import {
  addStoreOptions,
  dirCommand,
  openForWriting,
  type StoreFlags,
  sayMade,
  tellResult,
  withIndex,
} from "../shared/open-index.js";
import { addExamples } from "../shared/options.js";
import { withOutput } from "../shared/output.js";
import type { Run } from "../shared/run.js";

interface ExportFlags {
  readonly output?: string;
  readonly quiet?: boolean;
}

export function exportCommand(run: Run): Command {
  const command = dirCommand(
    "export",
    "the whole index as JSON lines",
    "Writes documents and answers as JSON lines, from which import makes an index again, if they have their texts.",
    "<dir> [options]",
  )
    .option("--json", "JSON lines; an export has no other form")
    .option("-o, --output <file>", "write to this file, which appears only once it is complete")
    .option("--quiet", "no summary on stderr");
  addExamples(command, [
    ["isnad index export seen | isnad index import smaller --no-text -", "the same without texts"],
    ["isnad index export seen -o seen.jsonl", "a copy that any version can read"],
  ]);
  return command.action((dir: string, flags: ExportFlags) => run((io) => exportAll(io, dir, flags)));
}

async function exportAll(io: Io, dir: string, flags: ExportFlags): Promise<ExitCode> {
  const { counted } = await import("../../report/text/numbers.js");
  return withOutput(io, flags.output, (output) =>
    withIndex(dir, "read", async (index) => {
      for (const record of index.export()) {
        io.signal.throwIfAborted();
        await output.write(`${JSON.stringify(record)}\n`);
      }
      if (!flags.quiet) {
        const lack = index.keepText ? "" : " without texts: no index can be made from them";
        say(io, `${counted(index.documents, "document")} exported${lack}`);
      }
      return EXIT.done;
    }),
  );
}

interface ImportFlags extends StoreFlags {
  readonly json?: boolean;
}

export function importCommand(run: Run): Command {
  const command = dirCommand(
    "import",
    "make an index from an export",
    "Fills a new index from the JSON lines of export, under the parameters of this version and these options.",
    "<dir> <file> [options]",
  )
    .argument("<file>", "an export, or - for standard input")
    .option("--json", "the result as JSON");
  addStoreOptions(command).option("--quiet", "no word of success");
  addExamples(command, [["isnad index import seen export.jsonl", "into a folder that is missing or empty"]]);
  return command.action((dir: string, file: string, flags: ImportFlags) =>
    run((io) => importAll(io, dir, file, flags)),
  );
}

async function importAll(io: Io, dir: string, file: string, flags: ImportFlags): Promise<ExitCode> {
  // Opened before the index is made: a file that is not there leaves nothing behind.
  const input = await openInput(file);
  try {
    return await importRecords(io, dir, parsed(input, file === "-" ? "standard input" : file), flags);
  } finally {
    input.destroy();
  }
}

async function importRecords(
  io: Io,
  dir: string,
  records: AsyncIterable<ExportRecord>,
  flags: ImportFlags,
): Promise<ExitCode> {
  const { counted } = await import("../../report/text/numbers.js");
  const index = await openForWriting(io, dir, { ...flags, quiet: true });
  let documents: number;
  try {
    documents = await index.import(interruptible(records, io.signal));
  } catch (error) {
    // The first trouble is the one to tell of.
    await index.abandon().catch(() => {});
    throw error;
  }
  await index.close();
  sayMade(io, index, flags);
  await tellResult(io, flags, { documents }, () => `${counted(documents, "document")} imported`);
  return EXIT.done;
}

async function* interruptible<Record>(
  records: AsyncIterable<Record>,
  signal: AbortSignal,
): AsyncGenerator<Record, void> {
  for await (const record of records) {
    signal.throwIfAborted();
    yield record;
  }
}

async function openInput(file: string): Promise<Readable> {
  if (file === "-") return process.stdin;
  const { open } = await import("node:fs/promises");
  const handle = await open(file).catch((error: Error) => {
    throw new UsageError(`export ${file}: cannot be read (${readTrouble(error)})`);
  });
  return handle.createReadStream();
}

async function* parsed(input: Readable, name: string): AsyncGenerator<ExportRecord, void> {
  const { createInterface } = await import("node:readline");
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    yield exportRecord(line, `${name}:${number}`);
  }
}

function exportRecord(line: string, place: string): ExportRecord {
  try {
    const record = JSON.parse(line) as ExportRecord | null;
    if (record !== null && isWhole(record)) return record;
  } catch {
    // Told of below, as any other line that is no record.
  }
  throw new UsageError(
    `export ${place}: found ${JSON.stringify(line.slice(0, 40))}, expected a JSON line of kind index, document, answer`,
  );
}

/** Has it what an index is made from? */
function isWhole(record: ExportRecord): boolean {
  switch (record.kind) {
    case "index":
      return true;
    case "document": {
      const { document, sequence, arrived } = record;
      const isDocument = typeof document?.id === "string" && typeof document.text === "string";
      return isDocument && Number.isSafeInteger(sequence) && !Number.isNaN(Date.parse(arrived));
    }
    case "answer": {
      const { id, sequence, matches } = record.answer ?? {};
      return typeof id === "string" && Number.isSafeInteger(sequence) && Array.isArray(matches);
    }
    default:
      return false;
  }
}
