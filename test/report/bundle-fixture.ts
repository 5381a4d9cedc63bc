/** A report of documents with a lineage made up in the simplest way: whoever is earlier gave to who is later. */
import { createHash } from "node:crypto";
import { createEngine } from "../../src/index.js";
import type {
  CreditCheck,
  Document,
  Evidence,
  Lineage,
  LineageEdge,
  Match,
  Story,
} from "../../src/model/index.js";
import { bundlePage } from "../../src/report/html/bundle.js";
import {
  BETWEEN_KEPT,
  type Findings,
  pairsOf,
  reportMatch,
  storiesOf,
  UNDECIDED_KEPT,
} from "../../src/report/html/bundle-data.js";
import {
  REPORT_FORMAT,
  type ReportDocument,
  type ReportMethod,
  type Ui,
} from "../../src/report/html/bundle-format.js";

export interface Options {
  readonly ui?: Ui;
  readonly excerptsOnly?: boolean;
}

/** The page of these documents, their pairs found by the engine. */
export async function reportOf(documents: readonly Document[], options: Options = {}): Promise<string> {
  const engine = await createEngine();
  for (const document of documents) engine.add(document);
  const matches: Match[] = [];
  for await (const match of engine.matches()) matches.push(match);
  const labels = engine.ids().map((id): ReportDocument => engine.describe(id)!);
  const texts = new Map(labels.map(({ id }) => [id, engine.text(id)!]));
  await engine.close();
  return page(labels, (id) => texts.get(id)!, matches, simpleLineage(labels, matches), options);
}

export function page(
  documents: readonly ReportDocument[],
  text: (id: string) => string,
  matches: readonly Match[],
  lineage: Lineage,
  { ui = "en", excerptsOnly = false }: Options = {},
): string {
  const stories = storiesOf(lineage);
  const kept = new Set(pairsOf(stories, lineage.between).map((pair) => JSON.stringify(pair)));
  const findings: Findings = {
    ...{ documents, lineage, text, excerptsOnly, quotations: new Map() },
    matches: matches.filter(({ a, b }) => kept.has(JSON.stringify([a, b]))).map(reportMatch),
  };
  return bundlePage(findings, stories, method(documents, text, ui, excerptsOnly))
    .flatMap((part) => [...part])
    .join("");
}

function method(
  documents: readonly ReportDocument[],
  text: (id: string) => string,
  ui: Ui,
  excerptsOnly: boolean,
): ReportMethod {
  const sha256 = (words: string): string => createHash("sha256").update(words).digest("hex");
  return {
    format: REPORT_FORMAT,
    version: "0.0.0-test",
    model: 10,
    options: { ui, excerptsOnly },
    files: [{ role: "input", path: "news/day.jsonl", bytes: 12345, sha256: sha256("day") }],
    texts: documents.map(({ id }) => [id, sha256(text(id))]),
    skipped: [{ file: "news/day.jsonl", line: 7, reason: "no JSON object" }],
    repeated: 1,
    undecidedKept: UNDECIDED_KEPT,
    betweenKept: BETWEEN_KEPT,
    command: `isnad report news/day.jsonl --ui ${ui} -o report.html`,
    checkCommand: "isnad report --check report.html news/day.jsonl",
  };
}

/** Stories are what matches bind; the earlier of a pair gave; undated pairs are undecided. */
export function simpleLineage(documents: readonly ReportDocument[], matches: readonly Match[]): Lineage {
  const order = new Map(documents.map(({ id }, at) => [id, at]));
  const dated = new Map(documents.map(({ id, published }) => [id, published]));
  const root = new Map(documents.map(({ id }) => [id, id]));
  const find = (id: string): string => (root.get(id) === id ? id : find(root.get(id)!));
  for (const { a, b } of matches) root.set(find(a), find(b));
  const members = new Map<string, string[]>();
  for (const { id } of documents) {
    const known = members.get(find(id));
    if (known === undefined) members.set(find(id), [id]);
    else known.push(id);
  }
  const stories = [...members.values()]
    .filter((ids) => ids.length > 1)
    .map(
      (ids): Story =>
        story(
          ids,
          matches.filter(({ a }) => ids.includes(a)),
          order,
          dated,
          documents,
        ),
    )
    .sort((x, y) => y.documents.length - x.documents.length || (x.id < y.id ? -1 : 1));
  const creditChecks = stories.flatMap((one) => one.documents.map((id, i) => check(one, id, i)));
  return { documents: documents.length, stories, between: [], creditChecks, times: [] };
}

function story(
  ids: readonly string[],
  matches: readonly Match[],
  order: ReadonlyMap<string, number>,
  dated: ReadonlyMap<string, string | undefined>,
  documents: readonly ReportDocument[],
): Story {
  const best = new Map<string, { from: string; match: Match }>();
  const undecided: Match[] = [];
  for (const match of matches) {
    const [from, to] = order.get(match.a)! < order.get(match.b)! ? [match.a, match.b] : [match.b, match.a];
    const [early, late] = [dated.get(from), dated.get(to)];
    if (early === undefined || late === undefined || early.slice(0, 10) === late.slice(0, 10))
      undecided.push(match);
    else if ((best.get(to)?.match.probability ?? -1) < (match.probability ?? 0))
      best.set(to, { from, match });
  }
  const edges = [...best].map(([to, { from, match }], i): LineageEdge => {
    const share = match.a === to ? match.containment.a : match.containment.b;
    const values = { from, to, fromTime: dated.get(from)!, toTime: dated.get(to)! };
    const place = match.passages[0]![match.a === to ? "a" : "b"];
    const clue: Evidence = {
      ...{ kind: "time", rule: "earlier", weight: 1.6, values },
      detail: `${from} is dated ${values.fromTime}, ${to} ${values.toTime}`,
      at: [{ document: to, field: "text", ...place }],
    };
    const odd: Evidence = {
      ...clue,
      rule: "no-such-rule",
      weight: -0.4,
      detail: "A sentence <b>without</b> a rule",
    };
    const evidence = i % 2 === 0 ? [clue, odd] : [clue];
    return {
      from: { document: from },
      to,
      confidence: 0.83,
      certainty: i % 2 === 1 ? ("likely" as const) : ("sure" as const),
      by: "isnad",
      share,
      evidence,
    };
  });
  const unseen = {
    ...{ id: "unseen:1", type: "carrier" as const, name: "SANA", basis: [], carriers: [] },
    words: { document: ids[0]!, field: "text" as const, start: 0, end: 4 },
    documents: ids.slice(0, 2),
  };
  const withUnseen = ids.length > 4;
  const extra: LineageEdge[] = withUnseen
    ? [
        {
          from: { unseen: unseen.id },
          to: ids[0]!,
          confidence: 0.71,
          certainty: "likely",
          by: "person",
          share: 0.5,
          evidence: [],
        },
      ]
    : [];
  return {
    id: ids[0]!,
    documents: ids,
    outlets: new Set(documents.filter(({ id }) => ids.includes(id)).map(({ source }) => source)).size,
    independentOrigins: 1,
    unseen: withUnseen ? [unseen] : [],
    edges: [...edges, ...extra],
    undecided: undecided.map(({ a, b }) => ({
      ...{ a, b, from: null, to: null, confidence: 0.5, certainty: "open", by: "isnad", evidence: [] },
      missing: ["a trusted time of publication of both"],
    })),
    groups: matches
      .filter(({ passages }) => passages.length > 0)
      .slice(0, 3)
      .map((match, i) => ({
        id: `group-${i}`,
        kind: match.passages[0]!.kind,
        holders: [
          { document: match.a, ...match.passages[0]!.a },
          { document: match.b, ...match.passages[0]!.b },
        ],
        tree: [],
        earliest: match.a,
      })),
  };
}

function check(story: Story, id: string, at: number): CreditCheck {
  const copies = story.edges.flatMap(({ from, to }) =>
    to === id && "document" in from ? [from.document] : [],
  );
  const status = copies.length === 0 ? "no-reuse" : at % 2 === 0 ? "matched" : "uncredited";
  return {
    ...{ document: id, status, copies, detail: "what is on the page" },
    absentFields: ["url", "links"],
    credits:
      status === "matched"
        ? [
            {
              role: "carrier",
              form: "dateline",
              name: "SANA",
              alias: "سانا",
              field: "text",
              start: 0,
              end: 4,
            },
          ]
        : [],
  };
}
