/** `isnad report`: reads the collection, makes the page and writes it. */
import { open, stat } from "node:fs/promises";
import { personal } from "../../app/personal.js";
import { makeReport, type Recipe } from "../../app/report.js";
import { UsageError } from "../../errors.js";
import type { Lineage } from "../../model/index.js";
import { REPORT_GENERATOR } from "../../report/html/bundle-format.js";
import { count, counted, size } from "../../report/text/numbers.js";
import type { ExitCode } from "../shared/exit.js";
import type { Io } from "../shared/io.js";
import { withOutput } from "../shared/output.js";
import { withCollection } from "../shared/session.js";
import { reportFiles } from "./files.js";
import { REPORT_OUTPUT_DEFAULT, REPORT_UI_DEFAULT, type ReportFlags } from "./flags.js";

/** Bytes at the beginning of a file in which a report says that it is one. */
const HEAD_BYTES = 512;

export async function writeReport(io: Io, inputs: readonly string[], flags: ReportFlags): Promise<ExitCode> {
  const target = flags.output ?? REPORT_OUTPUT_DEFAULT;
  await refuseOther(target);
  const files = await reportFiles(inputs, flags);
  const recipe: Recipe = { options: optionsOf(flags), files, ...commands(inputs, flags) };
  const options = await personal(flags);
  return withOutput(io, target, (output) =>
    withCollection(io, inputs, flags, output, async (session) => {
      session.bar.begin("candidates");
      const lineage = await session.engine.lineage({
        ...options,
        signal: io.signal,
        onProgress: session.bar.update,
      });
      const { engine, read, bar } = session;
      const working = { signal: io.signal, onProgress: bar.update };
      const parts = await makeReport({ engine, read, lineage }, recipe, working);
      bar.stop();
      let bytes = 0;
      for (const part of parts) {
        for (const piece of part) {
          bytes += Buffer.byteLength(piece);
          await output.write(piece);
        }
      }
      session.result = `${found(lineage)} · ${size(bytes)} in ${target === "-" ? "standard output" : target}`;
    }),
  );
}

function found({ stories }: Lineage): string {
  const stated = (isSure: boolean): number =>
    stories.reduce(
      (sum, { edges }) => sum + edges.filter(({ certainty }) => (certainty === "sure") === isSure).length,
      0,
    );
  const open = stories.reduce((sum, story) => sum + story.undecided.length, 0);
  const many = stories.length === 1 ? "1 story" : `${counted(stories.length, "stories", "stories")}`;
  return `${many}, ${counted(stated(true), "sure direction")}, ${count(stated(false))} likely, ${count(open)} open`;
}

/** A file that is no report is somebody's, and a slip of the keyboard must not cost it. */
async function refuseOther(target: string): Promise<void> {
  const known = target === "-" ? undefined : await stat(target).catch(() => undefined);
  // A device is written to, and has no contents to lose; some have no end.
  if (known === undefined || !known.isFile() || known.size === 0) return;
  const head = await headOf(target);
  if (head?.includes(`content="${REPORT_GENERATOR.split(" ", 2).join(" ")}`) !== false) return;
  throw new UsageError(`-o ${target}: there is a file that is no isnad report; remove it or name another`);
}

/** The first bytes of a file; undefined where it cannot be read, which its writer will tell of. */
async function headOf(path: string): Promise<string | undefined> {
  const file = await open(path).catch(() => undefined);
  if (file === undefined) return undefined;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.toString("latin1", 0, bytesRead);
  } finally {
    await file.close();
  }
}

export function optionsOf(flags: ReportFlags): Recipe["options"] {
  return {
    ui: flags.ui ?? REPORT_UI_DEFAULT,
    excerptsOnly: flags.excerptsOnly === true,
    ...(flags.format === undefined ? {} : { format: flags.format }),
    ...(flags.encoding === undefined ? {} : { encoding: flags.encoding }),
    ...(flags.field === undefined ? {} : { fields: Object.fromEntries(Object.entries(flags.field).sort()) }),
  };
}

/** As typed into a shell; the order of inputs does not matter, so they are sorted. */
function commands(inputs: readonly string[], flags: ReportFlags): Pick<Recipe, "command" | "checkCommand"> {
  const { ui, excerptsOnly, format, encoding, fields } = optionsOf(flags);
  const names = [...new Set(inputs)].sort();
  const both: string[] = [];
  if (flags.decisions !== undefined) both.push("--decisions", flags.decisions);
  if (flags.agencies !== undefined) both.push("--agencies", flags.agencies);
  const made = ["--ui", ui];
  if (excerptsOnly) made.push("--excerpts-only");
  if (format !== undefined) made.push("--format", format);
  if (encoding !== undefined) made.push("--encoding", encoding);
  for (const [name, key] of Object.entries(fields ?? {})) made.push("--field", `${name}=${key}`);
  const line = (words: readonly string[]): string => words.map(quoted).join(" ");
  return {
    command: line(["isnad", "report", ...names, ...made, ...both, "-o", REPORT_OUTPUT_DEFAULT]),
    checkCommand: line(["isnad", "report", "--check", REPORT_OUTPUT_DEFAULT, ...both, ...names]),
  };
}

function quoted(word: string): string {
  return /^[\w./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
