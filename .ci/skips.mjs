// Fails on a test that was skipped and should have run. `node .ci/skips.mjs RESULTS`, the JSON report of vitest.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";

const lacks = (path) => !existsSync(new URL(`../../shared/${path}`, import.meta.url));
const lacksCommand = (...names) => {
  for (const name of names) {
    try {
      execFileSync("sh", ["-c", `command -v ${name}`], { stdio: "ignore" });
      return false;
    } catch {}
  }
  return true;
};
const newspapers = () => lacks("corpora/saudinewsnet/articles.jsonl.gz");
const articles = () => lacks("articles");
const ftfy = () => {
  try {
    execFileSync("python3", ["-c", "import ftfy"], { stdio: "ignore" });
    return false;
  } catch {
    return true;
  }
};
const chromium = () => lacksCommand("chromium", "chromium-browser", "google-chrome");

/** Files whose tests may be skipped, why, and whether that holds here. */
const EXPECTED = {
  "test/evaluate/released.test.ts": ["needs ../shared", newspapers],
  "test/engine/related.test.ts": ["needs ../shared", newspapers],
  "test/provenance/lineage.test.ts": ["needs ../shared", newspapers],
  "test/provenance/quotations-gold.test.ts": ["needs ../shared", newspapers],
  "test/provenance/quotations-reported-gold.test.ts": ["needs ../shared", newspapers],
  "test/provenance/quotations-shared.test.ts": ["needs ../shared", articles],
  "test/provenance/credits-shared.test.ts": ["needs ../shared", articles],
  "test/provenance/trace-shared.test.ts": ["needs ../shared", articles],
  "test/ingest/damage.test.ts": ["needs Python with ftfy", ftfy],
  "test/report/html.test.ts": ["needs Chromium", chromium],
  "test/e2e/browser.test.ts": ["needs Chromium", chromium],
  "test/e2e/report-page.test.ts": ["needs Chromium", chromium],
  "test/dedup/flush.test.ts": ["needs strace", () => lacksCommand("strace")],
  "test/dedup/full.test.ts": ["needs a file system that it may mount", () => true],
  "test/dedup/namespaces.test.ts": ["needs a process namespace of its own", () => true],
  "test/store/lock.test.ts": ["root reads every file", () => process.getuid?.() === 0],
  "test/store/contract.test.ts": ["memory keeps nothing", () => true],
  "test/kernel/tables.test.ts": ["made with one version of Unicode", () => true],
  "test/cli/report.test.ts": ["needs /dev/full", () => !existsSync("/dev/full")],
  "test/cli/commands.test.ts": ["needs /dev/full", () => !existsSync("/dev/full")],
  "test/e2e/package.test.ts": ["needs a package registry", () => true],
};

const { testResults } = JSON.parse(readFileSync(process.argv[2], "utf8"));
let unexpected = 0;
for (const { name, assertionResults } of testResults) {
  const file = relative(process.cwd(), name);
  const skipped = assertionResults.filter(({ status }) => status !== "passed" && status !== "failed");
  if (skipped.length === 0) continue;
  const [why, holds] = EXPECTED[file] ?? ["no reason is known", () => false];
  const isExpected = holds();
  if (!isExpected) unexpected += skipped.length;
  console.log(`${isExpected ? "skipped" : "SKIPPED UNEXPECTEDLY"}: ${file}, ${skipped.length} (${why})`);
  if (!isExpected) for (const { fullName } of skipped) console.log(`  ${fullName}`);
}
process.exit(unexpected === 0 ? 0 : 1);
