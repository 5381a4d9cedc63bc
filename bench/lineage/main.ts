/**
 * How right directions and unseen sources are, on a collection with an agency's items and the papers that copy them.
 * `npm run evaluate:lineage -- --articles FILE [--agency was] [--wrong]`
 *
 * Who copied whom is not labelled; that papers copy the agency and not the agency papers is what "right" means here.
 */
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { createEngine, type Document, type Match } from "../../src/index.js";
import { canonicalOutlet, canonicalSource, creditsOf } from "../../src/provenance/credits/index.js";
import { type FullLineage, lineageOf } from "../../src/provenance/lineage/index.js";
import { threadKernel } from "../../src/workers/kernel.js";
import { readRecords } from "../support/articles.js";
import { hiddenAgency } from "./hidden.js";
import { miscounted } from "./holders.js";
import { impossibleEdges } from "./impossible.js";
import { signedPairs } from "./signed.js";
import { stripped, strippedPairs } from "./stripped.js";
import { swappedTimes } from "./swapped.js";
import { wholeItems } from "./whole.js";

const USAGE = `usage: npm run evaluate:lineage -- --articles FILE [options]
  --agency SOURCE  the source field of the agency's items (default was)
  --wrong          print every pair that was decided wrong`;

const { values } = parseArgs({
  options: {
    articles: { type: "string" },
    agency: { type: "string", default: "was" },
    wrong: { type: "boolean", default: false },
  },
});
if (values.articles === undefined) {
  console.error(USAGE);
  process.exit(2);
}

const engine = await createEngine();
await engine.read([values.articles]);
const matches: Match[] = [];
const before = performance.now();
for await (const match of engine.matches({ expand: true })) matches.push(match);
console.log(
  `${matches.length} pairs of ${engine.ids().length} documents in ${seconds(performance.now() - before)} s`,
);

const captured = new Map<string, string>();
for await (const { id, date_extracted: at } of readRecords(values.articles))
  if (typeof id === "string" && typeof at === "string") captured.set(id, at);
const documents = new Map<string, Document>();
for (const id of new Set(matches.flatMap(({ a, b }) => [a, b]))) {
  const { words, ...label } = engine.describe(id)!;
  const at = captured.get(id);
  documents.set(id, { ...label, text: engine.text(id)!, ...(at === undefined ? {} : { captured: at }) });
}
await engine.close();
const agency = (id: string) => documents.get(id)!.source === values.agency;
const kernel = await threadKernel();

export interface Asked {
  readonly matches: readonly Match[];
  document(id: string): Document;
}

function lineage(asked: Partial<Asked> = {}): FullLineage {
  return lineageOf({
    documents: documents.size,
    matches: asked.matches ?? matches,
    document: asked.document ?? ((id) => documents.get(id)!),
    creditsOf: (document) => creditsOf(kernel, document),
    names: { agency: canonicalSource, outlet: canonicalOutlet },
  });
}

const cpu = process.cpuUsage();
const full = lineage();
const { user, system } = process.cpuUsage(cpu);
console.log(`lineage ${seconds((user + system) / 1000)} s of processor time, credits included`);

const { stories, between } = full.lineage;
const edges = stories.flatMap((story) => story.edges);
const decided = full.directions.filter(({ from }) => from !== null);
const byTimeAlone = decided.filter(({ evidence }) =>
  evidence.filter(({ weight }) => weight > 0).every(({ kind }) => kind === "time"),
);
const count = (from: boolean, to: boolean) =>
  decided.filter((one) => agency(one.from!) === from && agency(one.to!) === to).length;
row("stories", stories.length);
row("largest story", stories[0]?.documents.length ?? 0);
row("pairs between stories", between.length);
row("edges", edges.length);
row(
  "unseen sources",
  stories.reduce((sum, { unseen }) => sum + unseen.length, 0),
);
row("directions decided", share(decided.length, full.directions.length));
row("  agency → paper", count(true, false));
row("  paper → agency", count(false, true));
row("  paper → paper", count(false, false));
row("  on time alone", byTimeAlone.length);
row(
  "  paper → paper on a crawl time alone",
  byTimeAlone.filter(({ from, to }) => !agency(from!) && !agency(to!) && isUndated(from!) && isUndated(to!))
    .length,
);

const sure = edges.filter(({ certainty }) => certainty === "sure").length;
row("edges: sure, likely", `${sure}, ${edges.length - sure}`);
const impossible = impossibleEdges(full, documents);
row("edges that are impossible by date", impossible.length);
for (const { from, to } of impossible) console.log(`  ${JSON.stringify(from)} → ${to}`);
const wrongly = miscounted(full, documents);
row("unseen sources whose others are not those that have its words", wrongly.length);
for (const { id, documents: holders } of wrongly) console.log(`  ${id}: ${holders.join(" ")}`);

const named = (document: Document) => creditsOf(kernel, document);
const signed = signedPairs(matches, documents, named, agency, lineage);
const whole = wholeItems(matches, documents, named, agency, canonicalSource(values.agency), full, lineage);
console.log(`\nany direction between papers that sign one agency is wrong`);
for (const [what, value] of signed.rows) row(what, value);
console.log(`\nthe item whole in a paper that was captured after it was sent`);
for (const [what, value] of whole.rows) row(what, value);
for (const { from, to, evidence } of [...signed.wrong, ...whole.wrong])
  console.log(`  ${from} → ${to}: ${evidence.map(({ detail }) => detail).join(" · ")}`);

console.log(`\nall items of ${values.agency} hidden`);
const name = canonicalSource(values.agency);
for (const [what, value] of hiddenAgency(full, matches, agency, name, (kept) => lineage({ matches: kept })))
  row(what, value);

console.log("\nsource, datelines, trailers and times in the text stripped");
for (const titles of [true, false]) {
  const bare = new Map([...documents].map(([id, one]) => [id, stripped(one, titles)]));
  const found = lineage({ document: (id) => bare.get(id)! });
  const { right, wrong, undecided } = strippedPairs(found, agency);
  const kept = titles ? "titles kept" : "desks cut from titles";
  row(`${kept}: decided`, share(right.length + wrong.length, right.length + wrong.length + undecided));
  row(`${kept}: of these right`, share(right.length, right.length + wrong.length));
  if (values.wrong)
    for (const { evidence } of wrong) console.log(evidence.map(({ detail }) => `  ${detail}`).join("\n"));
}

console.log("\npublished times swapped, each pair by itself");
for (const [what, value] of swappedTimes(matches, documents, lineage)) row(what, value);

function isUndated(id: string): boolean {
  return full.times.get(id)!.basis === "none";
}

function row(what: string, value: string | number): void {
  console.log(`${what.padEnd(48)} ${value}`);
}

function share(part: number, all: number): string {
  return `${part} of ${all} (${all === 0 ? "-" : `${((100 * part) / all).toFixed(1)} %`})`;
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}
