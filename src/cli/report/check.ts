/** `isnad report --check`: does the page hold what these inputs give? */
import { readFile } from "node:fs/promises";
import { personal } from "../../app/personal.js";
import { makeReport, type Recipe, sha256 } from "../../app/report.js";
import { version } from "../../app/version.js";
import { readTrouble, UsageError } from "../../errors.js";
import { readBlock } from "../../report/html/bundle.js";
import {
  BLOCKS,
  REPORT_FORMAT,
  type ReportFile,
  type ReportMethod,
} from "../../report/html/bundle-format.js";
import { clean } from "../../report/text/clean.js";
import { count, counted } from "../../report/text/numbers.js";
import { EXIT, type ExitCode } from "../shared/exit.js";
import type { Io } from "../shared/io.js";
import { type Output, withOutput } from "../shared/output.js";
import { type Session, withCollection } from "../shared/session.js";
import { reportFiles } from "./files.js";
import type { ReportFlags } from "./flags.js";

/** What the parts of a page are, in their order. */
const PARTS = [
  "its head, style or content policy",
  "how it was made",
  "the findings",
  "the texts",
  "its script",
];
const DIFFERENCES_SHOWN = 20;

export async function checkReport(
  io: Io,
  inputs: readonly string[],
  flags: ReportFlags,
  report: string,
): Promise<ExitCode> {
  for (const name of ["ui", "excerptsOnly", "format", "encoding", "field", "output"] as const) {
    if (flags[name] === undefined) continue;
    const option = name === "excerptsOnly" ? "excerpts-only" : name;
    throw new UsageError(`--${option} with --check: how the report was made stands in the report itself`);
  }
  const page = await readPage(report);
  const method = methodOf(page, report);
  return withOutput(io, undefined, async (output) => {
    const files = await reportFiles(inputs, flags);
    const { format, encoding, fields } = method.options;
    const reading = {
      ...flags,
      quiet: true,
      ...(format === undefined ? {} : { format: format as NonNullable<ReportFlags["format"]> }),
      ...(encoding === undefined ? {} : { encoding }),
      ...(fields === undefined ? {} : { field: { ...fields } }),
    };
    const differences = compareFiles(method.files, files);
    await withCollection(io, inputs, reading, output, async (session) => {
      differences.push(...compareTexts(method, session));
      if (differences.length > 0) return;
      differences.push(...(await compareBytes(io, session, flags, method, files, page)));
    });
    if (differences.length > 0) return tell(output, report, differences);
    const texts = counted(method.texts.length, "text");
    await output.write(
      `${report} holds: ${counted(method.files.length, "file")} and ${texts} agree, and isnad ${method.version} makes the same ${count(page.length)} bytes of them\n`,
    );
    return EXIT.done;
  });
}

async function readPage(report: string): Promise<Buffer> {
  return readFile(report).catch((error: Error) => {
    throw new UsageError(`--check ${report}: cannot be read (${readTrouble(error)})`);
  });
}

function methodOf(page: Buffer, report: string): ReportMethod {
  let method: unknown = null;
  try {
    method = readBlock(page.toString("utf8"), BLOCKS.method);
  } catch {
    // Told below: what cannot be parsed is no report.
  }
  const { format, version, options, files, texts } = (method ?? {}) as Partial<ReportMethod>;
  if (format !== undefined && (format as number) !== REPORT_FORMAT) {
    throw new UsageError(
      `--check ${report}: report format ${clean(String(format))}, expected ${REPORT_FORMAT}`,
    );
  }
  const known =
    typeof version === "string" &&
    typeof options === "object" &&
    Array.isArray(files) &&
    Array.isArray(texts);
  if (!known)
    throw new UsageError(`--check ${report}: no isnad report, or its record of how it was made is damaged`);
  return method as ReportMethod;
}

async function tell(output: Output, report: string, differences: readonly string[]): Promise<ExitCode> {
  await output.write(`${report} does not hold:\n`);
  for (const one of differences.slice(0, DIFFERENCES_SHOWN)) await output.write(`  ${clean(one)}\n`);
  const more = differences.length - DIFFERENCES_SHOWN;
  if (more > 0) await output.write(`  and ${count(more)} more\n`);
  return EXIT.notFound;
}

/** Files are the same by their bytes, wherever they stand now. */
function compareFiles(recorded: readonly ReportFile[], given: readonly ReportFile[]): string[] {
  const differences: string[] = [];
  const left = [...given];
  for (const file of recorded) {
    const same = left.findIndex(({ role, sha256 }) => role === file.role && sha256 === file.sha256);
    if (same >= 0) {
      left.splice(same, 1);
      continue;
    }
    const changed = left.findIndex(({ role, path }) => role === file.role && path === file.path);
    if (changed < 0) {
      differences.push(`${file.path}: not among the inputs (${file.role}, SHA-256 ${file.sha256})`);
      continue;
    }
    const [now] = left.splice(changed, 1);
    differences.push(`${file.path}: changed, SHA-256 is ${now!.sha256}, was ${file.sha256}`);
  }
  for (const file of left) differences.push(`${file.path}: was not an input of the report`);
  return differences;
}

function compareTexts(method: ReportMethod, { engine }: Session): string[] {
  const recorded = new Map(method.texts);
  const differences: string[] = [];
  for (const id of engine.ids()) {
    const was = recorded.get(id);
    recorded.delete(id);
    if (was === undefined) differences.push(`article ${id}: not in the report`);
    else if (was !== sha256(engine.text(id) ?? "")) differences.push(`article ${id}: its text differs`);
  }
  for (const id of recorded.keys())
    differences.push(`article ${id}: in the report, and not read from the inputs`);
  return differences;
}

/** Makes the page again under the names that the inputs had then. */
async function compareBytes(
  io: Io,
  session: Session,
  flags: ReportFlags,
  method: ReportMethod,
  files: readonly ReportFile[],
  page: Buffer,
): Promise<string[]> {
  if (method.version !== version()) {
    const versions = `made with isnad ${method.version}, and this is isnad ${version()}`;
    return [`${versions}: inputs and texts agree, the findings can only be checked with that version`];
  }
  const lineage = await session.engine.lineage({ ...(await personal(flags)), signal: io.signal });
  const { options, command, checkCommand } = method;
  const recipe: Recipe = { options, command, checkCommand, files: method.files };
  const { engine, read, bar } = renamed(session, method.files, files);
  const working = { signal: io.signal, onProgress: bar.update };
  const parts = await makeReport({ engine, read, lineage }, recipe, working);
  bar.stop();
  let at = 0;
  for (const [i, part] of parts.entries()) {
    for (const piece of part) {
      const made = Buffer.from(piece);
      const found = page.subarray(at, at + made.length);
      if (!found.equals(made)) {
        const byte = at + firstDifference(found, made);
        return [`byte ${count(byte)} differs from what the inputs give, in ${PARTS[i]!}`];
      }
      at += made.length;
    }
  }
  return at === page.length
    ? []
    : [`${counted(page.length - at, "byte")} more than the inputs give, at the end`];
}

function firstDifference(x: Buffer, y: Buffer): number {
  let at = 0;
  while (at < x.length && at < y.length && x[at] === y[at]) at++;
  return at;
}

/** What was skipped is told with the names of files: those of the report stand for those of today. */
function renamed(session: Session, recorded: readonly ReportFile[], given: readonly ReportFile[]): Session {
  const before = new Map(
    given.flatMap(({ path, sha256 }) => {
      const was =
        recorded.find((file) => file.path === path && file.sha256 === sha256) ??
        recorded.find((file) => file.sha256 === sha256);
      return was === undefined ? [] : [[path, was.path] as const];
    }),
  );
  const skipped = session.read.skipped.map((one) => ({ ...one, file: before.get(one.file) ?? one.file }));
  return { ...session, read: { ...session.read, skipped } };
}
