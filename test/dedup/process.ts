/** Runs the built command as a process of its own, whose lines can be waited for. */
import { type ChildProcess, execFileSync, type SpawnOptions, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../..");
export const MAIN = join(ROOT, "dist/cli/main.js");
if (!existsSync(MAIN)) execFileSync("npm", ["run", "build"], { cwd: ROOT, stdio: "ignore" });

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

export class Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  readonly #out: Buffer[] = [];
  #err = "";
  readonly #waiting = new Set<() => void>();

  constructor(command: string, args: readonly string[], options: SpawnOptions = {}) {
    this.child = spawn(command, args, { stdio: "pipe", ...options });
    const { stdout, stderr, stdin } = this.child;
    stdin?.on("error", () => {});
    stdout?.on("data", (bytes: Buffer) => {
      this.#out.push(bytes);
      this.#wake();
    });
    stderr?.on("data", (bytes: Buffer) => {
      this.#err += bytes;
      this.#wake();
    });
    this.ended = new Promise((resolve, reject) => {
      this.child.on("error", reject);
      this.child.on("close", (code, signal) => {
        resolve({ code, signal, out: this.out, err: this.#err });
        this.#wake();
      });
    });
  }

  get out(): string {
    return Buffer.concat(this.#out).toString();
  }

  get err(): string {
    return this.#err;
  }

  write(text: string | Uint8Array): void {
    this.child.stdin!.write(text);
  }

  end(text = ""): Promise<Ended> {
    this.child.stdin!.end(text);
    return this.ended;
  }

  /** Resolves once this much whole lines have come on standard output, or the process has ended. */
  async lines(count: number): Promise<string[]> {
    await this.until(() => this.out.split("\n").length > count);
    return this.out.split("\n").slice(0, -1);
  }

  async until(met: () => boolean): Promise<void> {
    while (!met() && this.child.exitCode === null && this.child.signalCode === null) {
      await new Promise<void>((resolve) => {
        const wake = () => {
          this.#waiting.delete(wake);
          resolve();
        };
        this.#waiting.add(wake);
      });
    }
  }

  #wake(): void {
    for (const wake of [...this.#waiting]) wake();
  }
}

/** `isnad …`, as a process. */
export function start(args: readonly string[], options: SpawnOptions = {}): Running {
  return new Running(process.execPath, [MAIN, ...args], options);
}

export function run(args: readonly string[], input = ""): Promise<Ended> {
  return start(args).end(input);
}

const OPENINGS = ["market", "bridge", "harbour", "orchard", "library", "tannery", "railway", "mill"];
const WORDS =
  "council river stone lantern walnut copper ferry granary vineyard weaver quarry terrace chapel meadow anchor cellar " +
  "plough saddle kettle thimble mortar gable rafter cistern trellis bramble heron otter badger falcon pike";

/** Made-up items: every `copyEvery`-th is a copy of an earlier one under another id. The same for the same numbers. */
export function madeItems(count: number, copyEvery = 5): string[] {
  const words = WORDS.split(" ");
  const texts: string[] = [];
  let state = 12345;
  const random = (below: number) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % below;
  };
  return Array.from({ length: count }, (_, i) => {
    const id = `item-${i}`;
    if (i % copyEvery === copyEvery - 1) return JSON.stringify({ id, text: texts[random(texts.length)] });
    const body = Array.from({ length: 60 }, () => words[random(words.length)]).join(" ");
    const text = `The ${OPENINGS[random(OPENINGS.length)]} number ${i}: ${body}.`;
    texts.push(text);
    return JSON.stringify({ id, text });
  });
}
