/**
 * The command line as a whole: the commands, and the one place where errors become lines and exit codes.
 */
import { Command, CommanderError } from "commander";
import { version } from "../app/version.js";
import { clean } from "../report/text/clean.js";
import { clusterCommand } from "./collection/cluster.js";
import { compareCommand } from "./collection/compare.js";
import { findCommand } from "./collection/find.js";
import { pairsCommand } from "./collection/pairs.js";
import { phrasesCommand } from "./collection/phrases.js";
import { readCommand } from "./collection/read.js";
import { dedupCommand } from "./dedup/dedup.js";
import { indexCommand } from "./index/command.js";
import { reportCommand } from "./report/report.js";
import { serveCommand } from "./server/serve.js";
import { tokenCommand } from "./server/token.js";
import { BrokenPipe, EXIT, type ExitCode, Failure } from "./shared/exit.js";
import { type Io, say } from "./shared/io.js";
import type { Run } from "./shared/run.js";
import { traceCommand } from "./trace/trace.js";

/** Runs one command line (without node and script) to its end. Never throws. */
export async function runCommandLine(given: readonly string[], io: Io): Promise<ExitCode> {
  const args = given[0] === "help" ? [...given.slice(1), "--help"] : given;
  let code: ExitCode = EXIT.done;
  const program = new Command("isnad")
    .description("Finds near-duplicates and rewrites in news and shows, passage by passage, what was reused.")
    .version(version(), "-V, --version", "print the version")
    .helpCommand("help [command]", "the help of a command");
  const run: Run = async (work) => {
    code = await work(io);
  };
  for (const build of [
    clusterCommand,
    pairsCommand,
    compareCommand,
    findCommand,
    phrasesCommand,
    traceCommand,
    reportCommand,
    readCommand,
    dedupCommand,
    indexCommand,
    serveCommand,
    tokenCommand,
  ])
    program.addCommand(build(run));
  program.addHelpText(
    "after",
    "\nExample:\n  isnad cluster corpus/articles.jsonl\n\nisnad COMMAND --help has the options of a command and more examples.",
  );
  for (const command of withSubcommands(program)) {
    command.exitOverride().configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: () => {},
      getOutHelpWidth: () => io.stdout.columns ?? 100,
    });
  }
  try {
    if (args.length === 0) program.help();
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    return explain(error, program, args, io);
  }
}

function explain(error: unknown, program: Command, args: readonly string[], io: Io): ExitCode {
  if (error instanceof BrokenPipe) return EXIT.done;
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.done;
    const command = called(program, args);
    if (error.code === "commander.help") {
      command.outputHelp();
      return EXIT.done;
    }
    say(io, clean(`isnad: ${usageLine(error)}${extraHint(error, command)}; see ${pathOf(command)} --help`));
    return EXIT.usage;
  }
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  if (io.signal.aborted && !(error instanceof Failure) && name !== "StoreError") {
    say(io, "isnad: interrupted");
    return io.signal.reason === "SIGTERM" ? EXIT.terminated : EXIT.interrupted;
  }
  say(io, `isnad: ${clean(message)}`);
  if (error instanceof Failure) return error.code;
  if (name === "UsageError") return EXIT.usage;
  return name === "StoreError" ? EXIT.unreadableStore : EXIT.notFound;
}

/** Commander's message as one line: "unknown option '--treshold' (did you mean --threshold?)". */
function usageLine(error: CommanderError): string {
  return error.message
    .replace(/^error: /, "")
    .replace(/\s*\n\s*/g, " ")
    .replace("Did you mean", "did you mean")
    .replace(/\.$/, "");
}

/** Who gives more words than there are arguments mostly forgot the option before them, or quotation marks. */
function extraHint(error: CommanderError, command: Command): string {
  if (error.code !== "commander.excessArguments") return "";
  const option = command.options.find(({ long }) => long === "--in" || long === "--against");
  if (option === undefined) return "";
  const quotes = command.name() === "find" ? ", and a quotation needs quotation marks" : "";
  return `. Inputs follow ${option.long}${quotes}`;
}

function withSubcommands(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withSubcommands)];
}

/** The command that the first words name; the program itself where they name none. */
function called(program: Command, args: readonly string[]): Command {
  let command = program;
  for (const arg of args) {
    const named = command.commands.find((one) => one.name() === arg);
    if (named === undefined) break;
    command = named;
  }
  return command;
}

/** `isnad index add`. */
function pathOf(command: Command): string {
  return command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`;
}
