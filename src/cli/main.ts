#!/usr/bin/env node
/** The bin: wires the process to the command line. */
import { runCommandLine } from "./program.js";

const abort = new AbortController();
// Once: a second Ctrl-C ends the process at once, as everywhere.
for (const name of ["SIGINT", "SIGTERM"] as const) {
  process.once(name, () => {
    abort.abort(name);
    // Who waits for standard input would go on waiting.
    process.stdin.destroy();
  });
}

// Who writes results notices by itself that they cannot be written; nobody is left to tell of the rest.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});

process.exitCode = await runCommandLine(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  signal: abort.signal,
});
