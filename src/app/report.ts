/** From a collection that was read to the parts of a page. The same collection and recipe give the same bytes. */
import { createHash } from "node:crypto";
import type { Engine, ReadSummary, WorkOptions } from "../index.js";
import type { Lineage, Match, Quotation } from "../model/index.js";
import { otherSpeakers } from "../provenance/quotations/other-speakers.js";
import { bundlePage } from "../report/html/bundle.js";
import {
  BETWEEN_KEPT,
  betweenOf,
  pairsOf,
  reportMatch,
  storiesOf,
  UNDECIDED_KEPT,
} from "../report/html/bundle-data.js";
import {
  REPORT_FORMAT,
  type ReportDocument,
  type ReportFile,
  type ReportMatch,
  type ReportMethod,
} from "../report/html/bundle-format.js";
import { clean } from "../report/text/clean.js";
import { version } from "./version.js";

/** What decides the bytes of a report beside the collection. */
export interface Recipe {
  readonly options: ReportMethod["options"];
  readonly files: readonly ReportFile[];
  readonly command: string;
  readonly checkCommand: string;
}

/** What a report is of; the engine is closed once nothing more is compared. */
export interface Reported {
  readonly engine: Engine;
  readonly read: Pick<ReadSummary, "skipped" | "repeated">;
  readonly lineage: Lineage;
}

/** Parts of the page, each in pieces; they are made as they are asked for. */
export async function makeReport(
  { engine, read, lineage }: Reported,
  recipe: Recipe,
  options: WorkOptions,
): Promise<Iterable<string>[]> {
  const stories = storiesOf(lineage);
  const { matches, model } = await matchesFor(engine, pairsOf(stories, betweenOf(lineage)), options);
  const quotations = new Map<string, readonly Quotation[]>();
  for (const { documents } of stories)
    for (const id of documents) if (!quotations.has(id)) quotations.set(id, await engine.quotations(id));
  // Nothing more is compared: what the threads hold is as much again as the page takes.
  await engine.close();
  const text = (id: string): string => engine.text(id) ?? "";
  const documents = engine.ids().map((id): ReportDocument => engine.describe(id)!);
  const method: ReportMethod = {
    format: REPORT_FORMAT,
    version: version(),
    model,
    options: recipe.options,
    files: recipe.files,
    texts: documents.map(({ id }) => [id, sha256(text(id))]),
    skipped: read.skipped.map(({ reason, ...place }) => ({ ...place, reason: clean(reason) })),
    repeated: read.repeated,
    undecidedKept: UNDECIDED_KEPT,
    betweenKept: BETWEEN_KEPT,
    command: recipe.command,
    checkCommand: recipe.checkCommand,
  };
  const { excerptsOnly } = recipe.options;
  const quoted = [...quotations].map(([id, said]) => ({ id, text: text(id), quotations: said }));
  const findings = {
    ...{ documents, lineage, matches, quotations, text, excerptsOnly },
    otherSpeakers: otherSpeakers(quoted),
  };
  return bundlePage(findings, stories, method);
}

interface Matches {
  readonly matches: readonly ReportMatch[];
  /** The model that judged the first of them that one judged. */
  readonly model: Match["model"];
}

/** Pairs of identical texts come as a star to the first of them: the others are compared when a story names them. */
async function matchesFor(
  engine: Engine,
  pairs: readonly (readonly [string, string])[],
  { signal, onProgress }: WorkOptions,
): Promise<Matches> {
  const asked = signal === undefined ? {} : { signal };
  const wanted = new Map(pairs.map((pair) => [JSON.stringify(pair), pair]));
  const matches: ReportMatch[] = [];
  let model: Match["model"] = null;
  const keep = (match: Match): void => {
    matches.push(reportMatch(match));
    model ??= match.model;
  };
  for await (const match of engine.matches({
    ...asked,
    ...(onProgress === undefined ? {} : { onProgress }),
  })) {
    if (wanted.delete(JSON.stringify([match.a, match.b]))) keep(match);
  }
  for (const [a, b] of wanted.values()) keep(await engine.compare(a, b, asked));
  return { matches, model };
}

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
