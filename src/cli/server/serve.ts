/** `isnad serve`: a server in front of an index, until a signal ends it. */
import { Command, InvalidArgumentError } from "commander";
import { version } from "../../app/version.js";
import { positiveNumber } from "../shared/arguments.js";
import { EXIT, type ExitCode } from "../shared/exit.js";
import { type Io, say } from "../shared/io.js";
import { addExamples } from "../shared/options.js";
import type { Run } from "../shared/run.js";

const LISTEN_DEFAULT = { host: "127.0.0.1", port: 7464 };

interface ServeFlags {
  readonly index: string;
  readonly listen: typeof LISTEN_DEFAULT;
  readonly tokens?: string;
  readonly queue?: number;
  readonly webhook?: readonly string[];
  readonly mustExist?: boolean;
  readonly quiet?: boolean;
}

export function serveCommand(run: Run): Command {
  const command = new Command("serve")
    .summary("a server in front of an index: post items, get verdicts")
    .description(
      "Answers over HTTP what dedup, index, compare and trace answer: is this item new, a copy, an update, a part of " +
        "something kept, and where does it come from. It owns the index until it ends. /openapi.json describes it, / " +
        "is a page to try it.",
    )
    .usage("--index <dir> [options]")
    .requiredOption("--index <dir>", "the index, which is made if it is not there")
    .option("--listen <host:port>", "where to listen", address, LISTEN_DEFAULT)
    .option(
      "--tokens <file>",
      "ask for tokens, which isnad token made; without, only loopback addresses are listened on",
    )
    .option("--queue <n>", "most items accepted and not yet answered; more get 429", positiveNumber)
    .option("--webhook <url...>", "send answers there, signed with ISNAD_WEBHOOK_SECRET")
    .option("--must-exist", "refuse to make an index")
    .option("--quiet", "no log of requests on stderr");
  addExamples(command, [
    ["isnad serve --index seen", "for this machine alone, on port 7464"],
    [
      `curl -H 'content-type: application/json' -d '{"id":"a","text":"…"}' http://127.0.0.1:7464/items`,
      "give it an item, and get the verdict once it is on disk",
    ],
    ["isnad serve --index seen --listen 0.0.0.0:7464 --tokens tokens.json", "for others, with tokens"],
  ]);
  return command.action((flags: ServeFlags) => run((io) => serveUntilSignal(io, flags)));
}

async function serveUntilSignal(io: Io, flags: ServeFlags): Promise<ExitCode> {
  const { serve } = await import("../../server/serve.js");
  const server = await serve({
    dir: flags.index,
    ...flags.listen,
    mustExist: flags.mustExist === true,
    tokens: flags.tokens,
    ...(flags.queue === undefined ? {} : { queue: flags.queue }),
    webhooks: flags.webhook ?? [],
    webhookSecret: io.env.ISNAD_WEBHOOK_SECRET,
    version: version(),
    log: (entry) => {
      if (flags.quiet && entry.event === "request") return;
      say(io, JSON.stringify({ time: new Date().toISOString(), ...entry }));
    },
  });
  await new Promise<void>((resolve) => {
    if (io.signal.aborted) resolve();
    io.signal.addEventListener("abort", () => resolve(), { once: true });
  });
  await server.stop();
  return EXIT.done;
}

function address(value: string): typeof LISTEN_DEFAULT {
  const found = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/.exec(value);
  const port = Number(found?.[3]);
  if (found === null || port > 65_535)
    throw new InvalidArgumentError("HOST:PORT was expected, as in 127.0.0.1:7464 or [::1]:7464.");
  return { host: (found[1] ?? found[2])!, port };
}
