import { Writable } from "node:stream";
import { runCommandLine } from "../../src/cli/program.js";
import type { Io, Terminal } from "../../src/cli/shared/io.js";

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

interface Surroundings {
  /** Cells of a terminal; a pipe where undefined. */
  readonly columns?: number;
  readonly env?: Io["env"];
  readonly signal?: AbortSignal;
}

/** Runs a command line in this process and keeps what it writes. */
export async function isnad(args: readonly string[], around: Surroundings = {}): Promise<Outcome> {
  const stdout = sink(around.columns);
  const stderr = sink(undefined);
  const signal = around.signal ?? new AbortController().signal;
  const io: Io = { stdout: stdout.stream, stderr: stderr.stream, env: around.env ?? {}, signal };
  const code = await runCommandLine(args, io);
  return { code, out: stdout.text(), err: stderr.text() };
}

function sink(columns: number | undefined): { stream: Terminal; text: () => string } {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(String(chunk));
      done();
    },
  });
  const terminal = columns === undefined ? {} : { isTTY: true, columns };
  return { stream: Object.assign(stream, terminal), text: () => chunks.join("") };
}
