/**
 * Answers sent on to addresses that were named at the start: in order, at least once, signed. Where a target stands is
 * kept in a file, so that a restart goes on there.
 */
import { createHmac } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { ledgerLine } from "../dedup/answer-lines.js";
import { readTrouble, StoreError, UsageError, writeTrouble } from "../errors.js";
import type { Index } from "../index.js";
import type { ItemWriter } from "./writer.js";

const BATCH_ANSWERS = 100;
const TIMEOUT_MS = 10_000;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 60_000;
const VERSION = 1;

export interface WebhookOptions {
  /** http or https addresses. */
  readonly targets: readonly string[];
  /** Key of the signature, in the header `x-isnad-signature: sha256=…` over the body. */
  readonly secret: string;
  /** Where it is kept how far each target is. */
  readonly stateFile: string;
  /** Told of each delivery that did not succeed. */
  readonly onTrouble: (target: string, reason: string) => void;
}

/** Throws UsageError for what is no address. */
export function checkTarget(target: string): string {
  const url = URL.canParse(target) ? new URL(target) : null;
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new UsageError(`webhook ${JSON.stringify(target)}: expected an http or https address`);
  return url.href;
}

export function signature(secret: string, body: string | Uint8Array): string {
  return createHmac("sha256", secret).update(body).digest("hex");
}

/** Sends to all targets until the signal; then resolves. A target never waits for another. */
export async function sendWebhooks(
  index: Index,
  writer: ItemWriter,
  options: WebhookOptions,
  signal: AbortSignal,
): Promise<void> {
  const state = readState(options.stateFile);
  // A target that is new hears of what is answered from now on.
  for (const target of options.targets) state[target] ??= writer.committed;
  writeState(options.stateFile, state);
  await Promise.all(options.targets.map((target) => sendTo(target, state, index, writer, options, signal)));
}

async function sendTo(
  target: string,
  state: Record<string, number>,
  index: Index,
  writer: ItemWriter,
  options: WebhookOptions,
  signal: AbortSignal,
): Promise<void> {
  let waitMs = FIRST_WAIT_MS;
  while (!signal.aborted) {
    const lines: string[] = [];
    let last = state[target]!;
    for (const answer of index.answers(last + 1)) {
      if (answer.sequence > writer.committed || lines.length === BATCH_ANSWERS) break;
      last = answer.sequence;
      lines.push(ledgerLine(answer, false).trimEnd());
    }
    if (lines.length === 0) {
      await new Promise<void>((resolve) => {
        const done = () => {
          writer.off("committed", done);
          signal.removeEventListener("abort", done);
          resolve();
        };
        writer.once("committed", done);
        signal.addEventListener("abort", done);
        if (writer.committed > last || signal.aborted) done();
      });
      continue;
    }
    const trouble = await deliver(target, `{"version":1,"answers":[${lines.join(",")}]}`, options, signal);
    if (trouble === null) {
      state[target] = last;
      writeState(options.stateFile, state);
      waitMs = FIRST_WAIT_MS;
    } else if (!signal.aborted) {
      options.onTrouble(target, trouble);
      await sleep(waitMs, undefined, { signal }).catch(() => {});
      waitMs = Math.min(2 * waitMs, LONGEST_WAIT_MS);
    }
  }
}

/** Null once the target has said 2xx; else what it said. Redirections are not followed: only named addresses are reached. */
async function deliver(
  target: string,
  body: string,
  { secret }: WebhookOptions,
  signal: AbortSignal,
): Promise<string | null> {
  const abort = new AbortController();
  const end = () => abort.abort();
  signal.addEventListener("abort", end);
  const timer = setTimeout(end, TIMEOUT_MS);
  try {
    const response = await fetch(target, {
      method: "POST",
      body,
      redirect: "manual",
      headers: {
        "content-type": "application/json",
        "x-isnad-signature": `sha256=${signature(secret, body)}`,
      },
      signal: abort.signal,
    });
    await response.body?.cancel();
    return response.ok ? null : `answered ${response.status}`;
  } catch (error) {
    const { cause, message } = error as Error & { readonly cause?: { readonly code?: string } };
    return cause?.code ?? (abort.signal.aborted ? `no answer within ${TIMEOUT_MS / 1000} s` : message);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", end);
  }
}

function readState(path: string): Record<string, number> {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return {};
    throw new StoreError(`${path}: cannot be read (${readTrouble(error as Error)})`);
  }
  try {
    const { version, sent } = JSON.parse(text) as { version: unknown; sent: Record<string, number> };
    if (version === VERSION && Object.values(sent).every(Number.isInteger)) return sent;
  } catch {
    // Said below.
  }
  throw new StoreError(`${path}: expected how far webhooks are, version ${VERSION}; remove it to begin anew`);
}

function writeState(path: string, sent: Record<string, number>): void {
  const beside = `${path}.new`;
  try {
    writeFileSync(beside, `${JSON.stringify({ version: VERSION, sent })}\n`, { flush: true });
    renameSync(beside, path);
  } catch (error) {
    throw new StoreError(`${path}: cannot be written (${writeTrouble(error as Error)})`);
  }
}
