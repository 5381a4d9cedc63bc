/**
 * `npm run bench:guard`: fails where this build is slower than the stored kernel, or does more work than the
 * stored counts say, or finds fewer of the judged pairs.
 *
 *     npm run bench:guard -- --update            store the counts and the recall as they are now
 *     npm run bench:guard -- --store-kernel      store this build's kernel, named by the date
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { embeddedWasm, WasmKernel } from "../src/kernel/wasm.js";
import { type Counters, countWork, writeCorpus } from "./guard/counters.js";
import { speedRatios } from "./guard/ratio.js";
import { labelledRecall, type Recall } from "./guard/recall.js";
import { machine } from "./support/machine.js";

const STORED = fileURLToPath(new URL("../../bench/guard/", import.meta.url));
const COUNTERS = join(STORED, "counters.json");
/** Slower than this share of the stored kernel's speed fails. */
const LEAST_RATIO = 0.95;
/** Noise of a busy machine reaches 5 % in one measurement; what is slower in truth is slower in all of them. */
const MEASUREMENTS = 5;

interface Stored {
  readonly counters: Counters;
  readonly recall: Recall;
}

const { values } = parseArgs({
  options: {
    update: { type: "boolean", default: false },
    "store-kernel": { type: "boolean", default: false },
  },
});
const failures: string[] = [];
const folder = mkdtempSync(join(tmpdir(), "isnad-guard-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

console.log(machine());
const corpus = writeCorpus(folder);
if (values["store-kernel"]) storeKernel();
else await guardSpeed();
await guardCounts();
for (const failure of failures) console.error(`failed: ${failure}`);
process.exitCode = failures.length === 0 ? 0 : 1;

async function guardSpeed(): Promise<void> {
  const name = storedKernels().at(-1);
  if (name === undefined) throw new Error("no stored kernel in bench/guard");
  const stored = readFileSync(join(STORED, name));
  if (stored.equals(embeddedWasm())) {
    console.log(`the kernel is ${name}, byte for byte: nothing to time`);
    return;
  }
  const lines = readFileSync(corpus);
  const then = await WasmKernel.create(stored);
  const now = await WasmKernel.create();
  let ratios = speedRatios(then, now, lines);
  for (let more = 1; more < MEASUREMENTS && Math.min(...Object.values(ratios)) < LEAST_RATIO; more++) {
    console.log("slower than the stored kernel: once more");
    const again = speedRatios(then, now, lines);
    ratios = Object.fromEntries(
      Object.entries(again).map(([work, ratio]) => [work, Math.max(ratio, ratios[work]!)]),
    );
  }
  for (const [work, ratio] of Object.entries(ratios)) {
    console.log(`${work}: ${ratio.toFixed(3)} × the speed of ${name}`);
    if (ratio < LEAST_RATIO) failures.push(`${work} is slower than ${LEAST_RATIO} of the stored kernel`);
  }
}

async function guardCounts(): Promise<void> {
  const counters = await countWork(corpus);
  const recall = await labelledRecall();
  if (recall === null) console.log("recall: ../shared is not here, not measured");
  const stored = values.update ? null : (JSON.parse(readFileSync(COUNTERS, "utf8")) as Stored);
  for (const [name, count] of Object.entries(counters)) {
    console.log(`${name}: ${count}`);
    const before = stored?.counters[name];
    if (stored !== null && before !== count) failures.push(`${name} is ${count}, stored is ${before}`);
  }
  for (const [name, share] of Object.entries(recall ?? {})) {
    console.log(`recall of candidates, ${name}: ${share}`);
    const before = stored?.recall[name as keyof Recall] ?? 0;
    if (share < before) failures.push(`recall ${name} is ${share}, stored is ${before}`);
  }
  if (!values.update) return;
  if (recall === null) throw new Error("--update needs ../shared, for the recall");
  writeFileSync(COUNTERS, `${JSON.stringify({ counters, recall } satisfies Stored, null, 2)}\n`);
}

function storedKernels(): string[] {
  return readdirSync(STORED)
    .filter((name) => name.endsWith(".wasm"))
    .sort();
}

/** One is kept: the earlier ones are in the history. */
function storeKernel(): void {
  for (const name of storedKernels()) rmSync(join(STORED, name));
  writeFileSync(join(STORED, `kernel-${new Date().toISOString().slice(0, 10)}.wasm`), embeddedWasm());
}
