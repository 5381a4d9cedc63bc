/** `isnad token`: who may ask a server. */
import { existsSync } from "node:fs";
import { Command, Option } from "commander";
import { SCOPES, type Scope } from "../../server/tokens.js";
import { period } from "../shared/arguments.js";
import { EXIT, type ExitCode, Failure } from "../shared/exit.js";
import { type Io, say } from "../shared/io.js";
import { addExamples } from "../shared/options.js";
import { withOutput } from "../shared/output.js";
import type { Run } from "../shared/run.js";

interface AddFlags {
  readonly name: string;
  readonly scope: Scope;
  readonly expires?: number;
}

export function tokenCommand(run: Run): Command {
  const command = new Command("token")
    .summary("tokens of a server: who may read, write, administer")
    .description(
      "Makes, lists and withdraws the tokens in the file that isnad serve --tokens reads at each request.",
    )
    .usage("<command> <file> [options]")
    .helpCommand(false);
  command.addCommand(
    new Command("add")
      .summary("make a token and print it, this once")
      .argument("<file>", "the file of tokens, which is made if it is not there")
      .requiredOption("--name <name>", "whose it is, for the list")
      .addOption(new Option("--scope <scope>", "what it allows").choices(SCOPES).default("read"))
      .option("--expires <period>", "how long it holds, as in 90d (default: for ever)", period)
      .action((file: string, flags: AddFlags) => run((io) => add(io, file, flags))),
  );
  command.addCommand(
    new Command("list")
      .summary("names, scopes and ends of the tokens")
      .argument("<file>", "the file of tokens")
      .action((file: string) => run((io) => list(io, file))),
  );
  command.addCommand(
    new Command("remove")
      .summary("withdraw a token by its name")
      .argument("<file>", "the file of tokens")
      .argument("<name>", "whose it is")
      .action((file: string, name: string) => run(() => remove(file, name))),
  );
  addExamples(command, [
    ["isnad token add tokens.json --name desk --scope write --expires 90d", "prints the token"],
    ["isnad token remove tokens.json desk", "the server refuses it from the next request on"],
  ]);
  return command;
}

async function add(io: Io, file: string, { name, scope, expires }: AddFlags): Promise<ExitCode> {
  const { newToken, readTokens, writeTokens } = await import("../../server/tokens.js");
  const tokens = existsSync(file) ? readTokens(file) : [];
  if (tokens.some((token) => token.name === name))
    throw new Failure(`${file}: has a token of the name ${name} already; remove it first`, EXIT.usage);
  const { secret, token } = newToken(name, scope, new Date(), expires ?? null);
  writeTokens(file, [...tokens, token]);
  await withOutput(io, undefined, (output) => output.write(`${secret}\n`));
  say(
    io,
    `${name} may ${scope}${token.expires === null ? "" : ` until ${token.expires}`}; only a hash of it is kept in ${file}`,
  );
  return EXIT.done;
}

async function list(io: Io, file: string): Promise<ExitCode> {
  const { readTokens } = await import("../../server/tokens.js");
  const lines = readTokens(file).map(
    ({ name, scope, created, expires }) =>
      `${name}\t${scope}\tmade ${created}\t${expires === null ? "for ever" : `until ${expires}`}\n`,
  );
  await withOutput(io, undefined, (output) => output.write(lines.join("")));
  return EXIT.done;
}

async function remove(file: string, name: string): Promise<ExitCode> {
  const { readTokens, writeTokens } = await import("../../server/tokens.js");
  const tokens = readTokens(file);
  const left = tokens.filter((token) => token.name !== name);
  if (left.length === tokens.length)
    throw new Failure(`${file}: no token of the name ${name}`, EXIT.notFound);
  writeTokens(file, left);
  return EXIT.done;
}
