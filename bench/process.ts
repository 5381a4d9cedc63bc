/**
 * Whole processes, start of Node included: wall time, its ratio to the floor L, and peak resident memory.
 *
 *     npm run bench:process -- --file FILE                    1 and 2 workers, best of three
 *     npm run bench:process -- --sizes 1000,10000,100000      growth on generated articles
 *     npm run bench:process -- --command "pairs"              default: "cluster --copies-only"; repeatable
 *
 * Generated files lie in --folder (default: a temporary folder, removed at the end) and are used again if they
 * are there. A million articles are 3 GB.
 */
import { spawn } from "node:child_process";
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { generateNews } from "./generate/news.js";
import { DEFAULT_COPIES } from "./generate/shape.js";
import { check } from "./support/check.js";
import { measureFloors } from "./support/floors.js";
import { machine } from "./support/machine.js";
import { cells } from "./support/table.js";

const CLI = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
/** Has the process tell its own peak and processor time on descriptor 3: no operating system's tool is needed. */
const TELL_PEAK = `data:text/javascript,${encodeURIComponent(
  'import { writeSync } from "node:fs"; import { isMainThread } from "node:worker_threads";' +
    'if (isMainThread) process.on("exit", () => writeSync(3, JSON.stringify(process.resourceUsage())));',
)}`;
/** Files beyond this are not read whole for their floor: it is scaled from their first part. */
const FLOOR_BYTES = 256 << 20;

interface Run {
  readonly seconds: number;
  /** Of all threads, user and system. On a machine with other work it is steadier than `seconds`. */
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
  readonly lines: number;
}

const { values } = parseArgs({
  options: {
    file: { type: "string", multiple: true, default: [] },
    sizes: { type: "string" },
    command: { type: "string", multiple: true, default: ["cluster --copies-only"] },
    workers: { type: "string", default: [...new Set([1, 2, availableParallelism()])].join(",") },
    passes: { type: "string", default: "3" },
    folder: { type: "string" },
  },
});
const folder = values.folder ?? mkdtempSync(join(tmpdir(), "isnad-bench-"));
if (values.folder === undefined) process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const workers = values.workers.split(",").map(Number);
const sizes = (values.sizes ?? (values.file.length > 0 ? "" : "1000,10000,100000"))
  .split(",")
  .filter(Boolean)
  .map(Number);

console.log(machine());
for (const file of values.file)
  await measure(file, `${file.split("/").at(-1)}`, Number(values.passes), undefined);
for (const size of sizes) {
  const file = generated(size);
  await measure(file, `${size} generated`, size > 100_000 ? 1 : Number(values.passes), size);
}

async function measure(
  file: string,
  name: string,
  passes: number,
  documents: number | undefined,
): Promise<void> {
  const bytes = statSync(file).size;
  const floor = await floorOf(file, bytes);
  console.log(`\n${name}: ${(bytes / 1e6).toFixed(1)} MB, L = ${floor.toFixed(3)} s`);
  console.log(cells(["", "seconds", "× L", "CPU seconds", "MB peak", "µs/document", "lines out"]));
  for (const command of values.command) {
    const answers = new Set<number>();
    for (const count of workers) {
      const run = await bestOf(passes, [
        ...command.split(" "),
        "--json",
        "--quiet",
        "--workers",
        String(count),
        file,
      ]);
      answers.add(run.lines);
      console.log(
        cells([
          `isnad ${command} --json, workers: ${count}`,
          run.seconds.toFixed(3),
          (run.seconds / floor).toFixed(2),
          run.cpuSeconds.toFixed(3),
          run.peakMegabytes.toFixed(0),
          documents === undefined ? "" : ((run.seconds / documents) * 1e6).toFixed(1),
          String(run.lines),
        ]),
      );
    }
    check(answers.size === 1, `${command} depends on the number of workers`);
  }
}

async function floorOf(file: string, bytes: number): Promise<number> {
  if (bytes <= FLOOR_BYTES) return (await measureFloors(readFileSync(file), 3)).L;
  const part = Buffer.alloc(FLOOR_BYTES);
  const descriptor = openSync(file, "r");
  readSync(descriptor, part, 0, FLOOR_BYTES, 0);
  closeSync(descriptor);
  const whole = part.subarray(0, part.lastIndexOf(10));
  return ((await measureFloors(whole, 1)).L * bytes) / whole.length;
}

async function bestOf(passes: number, args: readonly string[]): Promise<Run> {
  let fastest = await run(args);
  for (let pass = 1; pass < passes; pass++) {
    const next = await run(args);
    check(next.lines === fastest.lines, "two runs print different numbers of lines");
    if (next.seconds < fastest.seconds) fastest = next;
  }
  return fastest;
}

function run(args: readonly string[]): Promise<Run> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, ["--import", TELL_PEAK, CLI, ...args], {
      stdio: ["ignore", "pipe", "inherit", "pipe"],
    });
    let lines = 0;
    let usage = "";
    child.stdio[1]!.on("data", (chunk: Buffer) => {
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines++;
    });
    child.stdio[3]!.on("data", (chunk: Buffer) => {
      usage += chunk.toString();
    });
    child.on("error", reject);
    child.on("close", (code) => {
      const seconds = (performance.now() - started) / 1000;
      if (code !== 0) {
        reject(new Error(`isnad ${args.join(" ")} ended with ${code}`));
        return;
      }
      const { maxRSS, userCPUTime, systemCPUTime } = JSON.parse(usage) as NodeJS.ResourceUsage;
      resolve({
        seconds,
        cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
        peakMegabytes: (maxRSS * 1024) / 1e6,
        lines,
      });
    });
  });
}

function generated(documents: number): string {
  const file = join(folder, `news-${documents}.jsonl`);
  if (existsSync(file)) return file;
  const descriptor = openSync(file, "w");
  for (const chunk of generateNews({ documents, seed: 1, copies: DEFAULT_COPIES })) {
    for (let written = 0; written < chunk.length; ) written += writeSync(descriptor, chunk, written);
  }
  closeSync(descriptor);
  return file;
}
