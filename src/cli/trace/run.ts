/** `isnad trace`: finds the article, fills an engine with what it is traced through, and writes what came out. */
import { statSync } from "node:fs";
import { personal } from "../../app/personal.js";
import { latestTrusted, subjectOf } from "../../app/trace.js";
import type { LineageOptions } from "../../index.js";
import type { Document } from "../../model/index.js";
import { EXIT, type ExitCode, Failure } from "../shared/exit.js";
import type { Io } from "../shared/io.js";
import { type Output, withOutput } from "../shared/output.js";
import type { Session } from "../shared/session.js";
import { withCollection } from "../shared/session.js";
import { unknownId } from "../shared/unknown-id.js";
import type { TraceFlags } from "./flags.js";
import { writeLineage, writeTrace } from "./write.js";

export async function runTrace(io: Io, article: string | undefined, flags: TraceFlags): Promise<ExitCode> {
  const now = latestTrusted(new Date());
  const options = { ...(await personal(flags)), now, signal: io.signal };
  const given = article === undefined ? undefined : await givenArticle(article, flags);
  if (flags.index !== undefined && article !== undefined)
    return traceIndexed(io, flags.index, article, given, flags, options);
  const work = (output: Output): Promise<ExitCode> =>
    withCollection(io, flags.against ?? [], readFlags(flags), output, async (session) => {
      if (article === undefined) await traceAll(io, session, flags, options, output);
      else await traceOne(io, session, article, given, flags, options, output);
    });
  return withOutput(io, isFolder(flags) ? undefined : flags.output, work);
}

/** Through what an index finds, without reading all of it. */
async function traceIndexed(
  io: Io,
  dir: string,
  article: string,
  given: Document | undefined,
  flags: TraceFlags,
  options: LineageOptions,
): Promise<ExitCode> {
  const { whyNotKept, withIndex } = await import("../shared/open-index.js");
  await withOutput(io, isFolder(flags) ? undefined : flags.output, (output) =>
    withIndex(dir, "read", async (index) => {
      if (given === undefined && index.document(article) === undefined)
        throw new Failure(
          `${article}: no file, and the index ${dir} keeps no article of this id${whyNotKept(index, article)}`,
          EXIT.notFound,
        );
      const trace = await index.trace(given ?? article, options);
      const describe = (id: string) => (id === given?.id ? given : index.document(id));
      await writeTrace(io, { describe, text: (id) => describe(id)?.text }, trace, flags, output);
    }),
  );
  return EXIT.done;
}

async function traceOne(
  io: Io,
  { engine, bar }: Session,
  article: string,
  given: Document | undefined,
  flags: TraceFlags,
  options: LineageOptions,
  output: Output,
): Promise<void> {
  if (given === undefined && engine.describe(article) === undefined)
    throw unknownId(engine, article, "no file, and ");
  const subject = given === undefined ? article : subjectOf(engine, article, given);
  bar.begin("candidates");
  const trace = await engine.trace(subject, { ...options, onProgress: bar.update });
  bar.stop();
  await writeTrace(io, engine, trace, flags, output);
}

async function traceAll(
  io: Io,
  session: Session,
  flags: TraceFlags,
  options: LineageOptions,
  output: Output,
): Promise<void> {
  const { engine, bar } = session;
  bar.begin("candidates");
  const lineage = await engine.lineage({ ...options, onProgress: bar.update });
  bar.stop();
  await writeLineage(io, engine, lineage, flags, output);
}

/** All three tables go to files of a folder. */
function isFolder({ format, csvTable }: TraceFlags): boolean {
  return format === "csv" && csvTable === undefined;
}

/** The reading options under the names that other commands have for them. */
function readFlags({ inputFormat, format: _, ...flags }: TraceFlags) {
  return { ...flags, ...(inputFormat === undefined ? {} : { format: inputFormat }) };
}

/** The article of a file or of standard input; undefined where the argument is to be an id. */
async function givenArticle(article: string, flags: TraceFlags): Promise<Document | undefined> {
  if (article !== "-" && !isFile(article)) return undefined;
  const { readArticle } = await import("../shared/article.js");
  return readArticle(article, readFlags(flags), `trace one by its id: isnad trace ID --against ${article}`);
}

function isFile(path: string): boolean {
  const known = statSync(path, { throwIfNoEntry: false });
  return known !== undefined && !known.isDirectory();
}
