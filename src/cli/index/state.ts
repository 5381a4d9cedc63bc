/** `isnad index stats`, `verify`, `compact`: the state of an index. */
import type { Command } from "commander";
import { EXIT, type ExitCode } from "../shared/exit.js";
import type { Io } from "../shared/io.js";
import { dirCommand, tellResult, withIndex } from "../shared/open-index.js";
import { addExamples, addResultOptions, type ResultFlags } from "../shared/options.js";
import { withOutput } from "../shared/output.js";
import type { Run } from "../shared/run.js";

export function statsCommand(run: Run): Command {
  const command = dirCommand(
    "stats",
    "how much it holds, and what takes the room",
    "Counts documents and answers, bytes by part, entries of both channels, and the commonest formulae.",
    "<dir> [options]",
  );
  addResultOptions(command);
  addExamples(command, [
    ["isnad index stats seen", "a table"],
    ["isnad index stats --json seen", "the same as one JSON object"],
  ]);
  return command.action((dir: string, flags: ResultFlags) => run((io) => stats(io, dir, flags)));
}

async function stats(io: Io, dir: string, flags: ResultFlags): Promise<ExitCode> {
  const [{ statsText }, { textStyle }] = await Promise.all([
    import("../../report/text/stats.js"),
    import("../shared/text-style.js"),
  ]);
  return withOutput(io, flags.output, (output) =>
    withIndex(dir, "read", async (index) => {
      const found = index.stats();
      await output.write(flags.json ? `${JSON.stringify(found)}\n` : statsText(found, textStyle(io, flags)));
      return EXIT.done;
    }),
  );
}

interface StateFlags {
  readonly json?: boolean;
  readonly quiet?: boolean;
}

export function verifyCommand(run: Run): Command {
  const command = dirCommand(
    "verify",
    "is every byte of it sound?",
    "Checks every checksum and every reference both ways, and counts frequencies anew, in a process of its own, so " +
      "that damage which ends that process is a finding too. Exit 1 if anything is wrong.",
    "<dir> [options]",
  )
    .option("--json", "one finding a line as JSON; nothing where there is none")
    .option("--quiet", "findings only");
  addExamples(command, [["isnad index verify seen && cp -r seen backup/", "before a backup"]]);
  return command.action((dir: string, flags: StateFlags) => run((io) => verify(io, dir, flags)));
}

async function verify(io: Io, dir: string, flags: StateFlags): Promise<ExitCode> {
  const [{ verifyApart }, { progressBar }, { clean }, { counted }] = await Promise.all([
    import("./verify.js"),
    import("../shared/progress.js"),
    import("../../report/text/clean.js"),
    import("../../report/text/numbers.js"),
  ]);
  const bar = progressBar(io, flags.quiet === true);
  bar.begin("verify");
  const { documents, findings } = await verifyApart(dir, io.signal, bar.update).finally(bar.stop);
  await withOutput(io, undefined, async (output) => {
    for (const finding of findings) {
      const { part, found, expected } = finding;
      const text = `${clean(part)}: ${clean(found)}, expected ${clean(expected)}\n`;
      await output.write(flags.json ? `${JSON.stringify({ part, found, expected })}\n` : text);
    }
    if (flags.json || flags.quiet) return;
    const checked = documents === null ? "" : `${counted(documents, "document")} checked · `;
    const result = findings.length === 0 ? "sound" : counted(findings.length, "finding");
    await output.write(`${checked}${result}\n`);
  });
  return findings.length === 0 ? EXIT.done : EXIT.notFound;
}

export function compactCommand(run: Run): Command {
  const command = dirCommand(
    "compact",
    "give back room that is no longer needed",
    "Rewrites an index in as little room as it needs, as after many documents were removed.",
    "<dir> [options]",
  )
    .option("--json", "bytes before and after as JSON")
    .option("--quiet", "no word of success");
  addExamples(command, [["isnad index compact seen", "bytes before and after"]]);
  return command.action((dir: string, flags: StateFlags) => run((io) => compact(io, dir, flags)));
}

async function compact(io: Io, dir: string, flags: StateFlags): Promise<ExitCode> {
  const { size } = await import("../../report/text/numbers.js");
  return withIndex(dir, "write", async (index) => {
    const before = index.bytes;
    await index.compact();
    const after = index.bytes;
    await tellResult(io, flags, { before, after }, () => `${size(before)} before, ${size(after)} after`);
    return EXIT.done;
  });
}
