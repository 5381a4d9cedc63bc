/**
 * Answers as server-sent events, in the order in which they were given, each once it is on disk. The id of an event is
 * the sequence number of its answer: who comes back with `Last-Event-ID` goes on behind it, also after a restart.
 */
import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { ledgerLine } from "../dedup/answer-lines.js";
import type { Index } from "../index.js";
import type { ItemWriter } from "./writer.js";

const KEEP_ALIVE_MS = 15_000;

/** Writes events to a response until it or the server closes. Waits for slow readers, and holds nothing for them. */
export async function sendEvents(
  response: ServerResponse,
  index: Index,
  writer: ItemWriter,
  afterSequence: number,
  draining: AbortSignal,
): Promise<void> {
  response.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    "x-accel-buffering": "no",
  });
  response.write(": answers to items, in order\n\n");
  const closed = endOf(response, draining);
  let sent = afterSequence;
  try {
    while (!closed.aborted) {
      if (sent >= writer.committed) {
        await news(writer, response, closed);
        continue;
      }
      const until = writer.committed;
      for (const answer of index.answers(sent + 1)) {
        if (answer.sequence > until || closed.aborted) break;
        sent = answer.sequence;
        const data = ledgerLine(answer, false).trimEnd();
        if (!response.write(`id: ${sent}\nevent: ${answer.verdict}\ndata: ${data}\n\n`))
          await once(response, "drain", { signal: closed });
      }
      sent = Math.max(sent, until);
    }
  } catch (error) {
    if (!closed.aborted) throw error;
  } finally {
    response.end();
  }
}

/** Resolves when something was committed; says meanwhile now and then that the connection lives. */
async function news(writer: ItemWriter, response: ServerResponse, closed: AbortSignal): Promise<void> {
  const alive = setInterval(() => response.write(": alive\n\n"), KEEP_ALIVE_MS);
  try {
    await once(writer, "committed", { signal: closed });
  } finally {
    clearInterval(alive);
  }
}

/** Aborted when the response closes or the server drains. (Node 20 may collect what `AbortSignal.any` makes while it is waited for.) */
function endOf(response: ServerResponse, draining: AbortSignal): AbortSignal {
  const abort = new AbortController();
  const end = () => abort.abort();
  draining.addEventListener("abort", end);
  response.once("close", () => {
    draining.removeEventListener("abort", end);
    end();
  });
  if (draining.aborted) end();
  return abort.signal;
}
