/** The index under torture, what the model knows of it, and the processes that work on it. */
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { type Index, type Item, openIndex } from "../../src/index.js";
import { check } from "../support/check.js";
import type { Draw, Sent } from "./draw.js";

const MAIN = join(import.meta.dirname, "../../../dist/cli/main.js");
/** Longer than any step should take, on a machine that does other work too. */
const STEP_MS = 120_000;

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly input?: string;
  /** Kills the process once so many lines have come on standard output. */
  readonly killAfter?: number;
  /** Put before the command. */
  readonly within?: readonly string[];
}

export class World {
  readonly index: string;
  readonly folder: string;
  readonly draw: Draw;
  /** Ids, and texts without one, that were let through: they must be kept, unless they were removed since. */
  readonly #ids = new Set<string>();
  readonly #texts = new Set<string>();
  /** Ids and texts that the index held after the step before. */
  kept = new Map<string, string>();
  #reader: Index | null = null;
  #steps = 0;

  private constructor(folder: string, draw: Draw) {
    this.folder = folder;
    this.index = join(folder, "index");
    this.draw = draw;
  }

  static async begin(folder: string, draw: Draw): Promise<World> {
    const world = new World(folder, draw);
    const { code } = await world.run(["index", "add", world.index, "-", "--quiet"], {
      input: lines(draw.items(3)),
    });
    check(code === 0, "the first items are added");
    world.#reader = await openIndex(world.index, { mode: "read" });
    world.kept = world.#held();
    return world;
  }

  /** `isnad ARGS` as a process, until it ends. */
  async run(
    args: readonly string[],
    { input = "", killAfter, within = [] }: RunOptions = {},
  ): Promise<Ended> {
    const [command, ...rest] = [...within, process.execPath, MAIN, ...args];
    const child = spawn(command!, rest, { stdio: "pipe" });
    const late = setTimeout(() => child.kill("SIGKILL"), STEP_MS);
    child.stdin.on("error", () => {});
    let out = "";
    let err = "";
    let count = 0;
    child.stdout.on("data", (bytes: Buffer) => {
      out += bytes;
      for (const byte of bytes) if (byte === 10) count++;
      if (killAfter !== undefined && count >= killAfter) child.kill("SIGKILL");
    });
    child.stderr.on("data", (bytes: Buffer) => {
      err += bytes;
    });
    child.stdin.end(input);
    const { code, signal } = await closed(child);
    clearTimeout(late);
    check(
      signal === null || killAfter !== undefined,
      `isnad ${args.join(" ")} ends by itself, not by ${signal}: ${err}`,
    );
    check(!/^\s+at .*\.js:/m.test(err), `isnad ${args.join(" ")} tells trouble in words: ${err}`);
    return { code, signal, out, err };
  }

  /** Items came out: they are safe from now on. */
  promise(out: string): void {
    for (const line of out.split("\n").slice(0, -1)) {
      const { id, url, text } = JSON.parse(line) as { id?: string; url?: string; text: string };
      const name = id ?? url;
      if (name === undefined) this.#texts.add(text);
      else this.#ids.add(name);
    }
  }

  /** Documents were removed on purpose. */
  release(): void {
    this.#ids.clear();
    this.#texts.clear();
  }

  /** The index holds what it promised, a reader that follows sees what a new one sees, and every sum is right. */
  async holds(): Promise<void> {
    const fresh = await openIndex(this.index, { mode: "read" });
    const listed = [...fresh.ids()];
    check(
      JSON.stringify([...this.#reader!.ids()]) === JSON.stringify(listed),
      "a reader that follows lists what one that has just opened lists",
    );
    const findings = this.#steps++ % 3 === 0 ? this.#reader!.verify() : fresh.verify();
    check(findings.length === 0, `the index is sound: ${JSON.stringify(findings.slice(0, 3))}`);
    await fresh.close();
    this.kept = this.#held();
    const texts = new Set(this.kept.values());
    for (const id of this.#ids) check(this.kept.has(id), `an item that was let through is kept: ${id}`);
    for (const text of this.#texts)
      check(texts.has(text), `an item without an id that was let through is kept: ${text.slice(0, 80)}`);
  }

  /** The last answer that the index has given to each of these. */
  async answers(
    items: readonly Sent[],
  ): Promise<{ readonly line: string; readonly verdict: string | undefined }[]> {
    const reader = await openIndex(this.index, { mode: "read" });
    const found = [];
    for (const { line } of items) {
      const { id, url, ...rest } = JSON.parse(line) as Item;
      const name = id ?? url;
      const item = {
        ...rest,
        ...(url === undefined ? {} : { url }),
        ...(name === undefined ? {} : { id: name }),
      };
      const { digest } = await reader.check(item);
      found.push({ line, verdict: reader.answered(name ?? digest, digest)?.verdict });
    }
    await reader.close();
    return found;
  }

  async end(): Promise<void> {
    await this.#reader?.close();
  }

  #held(): Map<string, string> {
    const reader = this.#reader!;
    return new Map([...reader.ids()].map((id) => [id, reader.document(id)!.text]));
  }
}

export function lines(items: readonly Sent[]): string {
  return items.map(({ line }) => `${line}\n`).join("");
}

function closed(child: ChildProcess): Promise<Pick<Ended, "code" | "signal">> {
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code, signal }));
  });
}
