/**
 * `npm run bench`: from JSON lines to signatures, pairs and clusters, beside the floors L and U of the same
 * run and beside what a user would pick instead. Best of five passes in a warm process; every answer is
 * checked before it is timed.
 *
 *     npm run bench                     10,000 generated articles
 *     npm run bench -- --quick          2,000, two passes
 *     npm run bench -- --file FILE      any JSON lines of articles
 *     npm run bench -- --only kernel    one of kernel, baselines, copies, stages, passages
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Baseline, minhashBaseline, textOf, xxhashBaseline } from "./cases/baselines.js";
import { checkClusters, checkCopies, clusters, copies, passages } from "./cases/engine.js";
import { checkEstimates } from "./cases/estimates.js";
import { KernelCases } from "./cases/kernel.js";
import { stages } from "./cases/stages.js";
import { generateNews } from "./generate/news.js";
import { DEFAULT_COPIES } from "./generate/shape.js";
import { check } from "./support/check.js";
import { lineRanges, measureFloors } from "./support/floors.js";
import { machine } from "./support/machine.js";
import { cells, formatRow, HEAD } from "./support/table.js";
import { best } from "./support/timing.js";

const SECTIONS = ["kernel", "baselines", "copies", "stages", "passages"] as const;
/** Copies that only add a trailer or change a few words: nearly all must be found whole. */
const LEAST_CLUSTERED = 0.97;

const { values } = parseArgs({
  options: {
    file: { type: "string" },
    quick: { type: "boolean", default: false },
    only: { type: "string", multiple: true, default: [...SECTIONS] },
    documents: { type: "string" },
    passes: { type: "string" },
  },
});
const sections = new Set(values.only);
for (const name of sections) {
  if (!SECTIONS.some((section) => section === name)) {
    console.error(`--only ${name}: expected ${SECTIONS.join(", ")}`);
    process.exit(2);
  }
}
const passes = Number(values.passes ?? (values.quick ? 2 : 5));
const made: { document: string; original: string }[] = [];
const folder = mkdtempSync(join(tmpdir(), "isnad-bench-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

const file = values.file ?? generate(Number(values.documents ?? (values.quick ? 2_000 : 10_000)));
const lines = readFileSync(file);
const kernelCases = await KernelCases.create(lines);
const { documents, texts } = kernelCases.check();
const floors = await measureFloors(lines, passes);

console.log(machine());
console.log(
  `${documents} documents, ${(lines.length / 1e6).toFixed(1)} MB; L = ${floors.L.toFixed(3)} s, U = ${floors.U.toFixed(3)} s; best of ${passes}\n`,
);
console.log(cells(HEAD));
const row = (name: string, seconds: number, bytes = lines.length, count = documents): void =>
  console.log(formatRow({ name, seconds, bytes, documents: count }, floors, lines.length));

if (sections.has("kernel")) {
  check(kernelCases.tokens() > documents, "more documents than tokens");
  row("→ documents", await best(passes, () => kernelCases.documents()));
  row("→ tokens", await best(passes, () => kernelCases.tokens()));
  row("→ signatures, fss", await best(passes, () => kernelCases.signatures("fss")));
  row("→ signatures, affine32", await best(passes, () => kernelCases.signatures("affine32")));
}
if (sections.has("baselines")) {
  const byXxhash = await xxhashBaseline();
  const byMinhash = minhashBaseline();
  checkEstimates(texts, kernelCases.kernel, [byXxhash, byMinhash] as Baseline<unknown>[]);
  await baseline(byXxhash, values.quick ? 500 : 5_000);
  await baseline(byMinhash, values.quick ? 50 : 500);
}
const workers = [...new Set([1, 2, availableParallelism()])];
if (sections.has("copies")) {
  const pairs = await checkCopies(file, workers);
  if (made.length > 0) checkClusters(await clusters(file, 1), made, LEAST_CLUSTERED);
  for (const count of workers) {
    row(`→ ${pairs.length} verified pairs, workers: ${count}`, await best(passes, () => copies(file, count)));
  }
  for (const count of workers)
    row(`→ clusters, workers: ${count}`, await best(passes, () => clusters(file, count)));
}
if (sections.has("stages")) {
  for (const { name, seconds, count, unit } of await stages(file, Math.min(passes, 3))) {
    const each = `${((seconds / count) * 1e6).toFixed(1)} µs a ${unit}`;
    console.log(`${cells([`  ${name}`, seconds.toFixed(3)])}  ${each}`);
  }
}
if (sections.has("passages")) {
  const most = workers.at(-1)!;
  const found = await passages(file, most);
  row(`→ ${found.length} pairs with passages, workers: ${most}`, await best(1, () => passages(file, most)));
}

async function baseline<T>({ name, sign }: Baseline<T>, most: number): Promise<void> {
  const ranges = [...lineRanges(lines)].slice(0, most);
  const bytes = ranges.reduce((sum, [start, end]) => sum + end - start + 1, 0);
  const signatures: T[] = [];
  const seconds = await best(Math.min(passes, 2), () => {
    signatures.length = 0;
    for (const [start, end] of ranges) signatures.push(sign(textOf(lines.utf8Slice(start, end))));
  });
  row(`${name} → signatures (${ranges.length})`, seconds, bytes, ranges.length);
}

function generate(count: number): string {
  const path = join(folder, "news.jsonl");
  const id = (document: number): string => `g${String(document).padStart(7, "0")}`;
  const chunks: Uint8Array[] = [];
  const options = { documents: count, seed: 1, copies: DEFAULT_COPIES };
  for (const chunk of generateNews({
    ...options,
    onCopy: (document, original, kind) => {
      if (kind === "exact") made.push({ document: id(document), original: id(original) });
    },
  })) {
    chunks.push(chunk);
  }
  writeFileSync(path, Buffer.concat(chunks));
  return path;
}
