#!/usr/bin/env node
/** The bin: wires the process to the command line. */
import { runCommandLine } from "./program.js";

const abort = new AbortController();
// Once: a second Ctrl-C ends the process at once, as everywhere.
process.once("SIGINT", () => abort.abort());

// A reader that has gone is no error; who writes results notices by itself and stops.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

process.exitCode = await runCommandLine(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  signal: abort.signal,
});
