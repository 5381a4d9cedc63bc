/** A real server in a process of its own, and questions to it. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll } from "vitest";

export const MAIN = new URL("../../dist/cli/main.js", import.meta.url).pathname;

export interface TestServer {
  readonly address: string;
  readonly process: ChildProcess;
  readonly log: readonly Record<string, unknown>[];
  /** Sends a signal and resolves with the exit code, or the signal that ended it. */
  end(signal: NodeJS.Signals): Promise<number | string>;
}

/** A folder that is removed after the tests of the file. */
export function temporaryFolder(): (name: string) => string {
  const folder = mkdtempSync(join(tmpdir(), "isnad-server-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return (name) => join(folder, name);
}

const started: ChildProcess[] = [];

/** To be called once in a file that starts servers: none outlives it. */
export function endServersAfterwards(): void {
  afterAll(() => {
    for (const process of started) process.kill("SIGKILL");
  });
}

export async function start(args: readonly string[], env: Record<string, string> = {}): Promise<TestServer> {
  const child = spawn(process.execPath, [MAIN, "serve", "--listen", "127.0.0.1:0", ...args], {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, ...env },
  });
  started.push(child);
  const log: Record<string, unknown>[] = [];
  const address = await new Promise<string>((resolve, reject) => {
    const lines = createInterface({ input: child.stderr! });
    lines.on("line", (line) => {
      if (!line.startsWith("{")) return reject(new Error(line));
      const entry = JSON.parse(line) as Record<string, unknown>;
      log.push(entry);
      if (entry.event === "listening") resolve(String(entry.address));
    });
    child.once("exit", (code) => reject(new Error(`ended with ${code} before it listened`)));
  });
  return {
    address,
    process: child,
    log,
    async end(signal) {
      if (child.exitCode !== null) return child.exitCode;
      const ended = once(child, "exit");
      child.kill(signal);
      const [code, by] = (await ended) as [number | null, string | null];
      return code ?? by!;
    },
  };
}

export const LINES = { "content-type": "application/x-ndjson" };
export const JSON_TYPE = { "content-type": "application/json" };

export async function post(
  address: string,
  body: string,
  headers: Record<string, string> = JSON_TYPE,
  // biome-ignore lint/suspicious/noExplicitAny: tests say of each answer what they expect in it
): Promise<{ status: number; text: string; json: any; headers: Headers }> {
  const response = await fetch(address, { method: "POST", headers, body });
  const text = await response.text();
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    json = undefined;
  }
  return { status: response.status, text, json, headers: response.headers };
}

/** Made-up items that share nothing with one another. */
export function madeItems(count: number, from = 0): string[] {
  return Array.from({ length: count }, (_, i) => {
    const n = from + i;
    const words = Array.from({ length: 40 }, (_, k) => `w${((n + 1) * 7919 + k * 104729) % 1_000_003}`);
    return JSON.stringify({ id: `made-${n}`, title: `item ${n}`, text: `${words.join(" ")}.` });
  });
}
