/**
 * Who took what from whom, in one shape for every export: of one document, or of a whole collection.
 */

import type {
  Certainty,
  Credit,
  CreditStatus,
  Direction,
  Evidence,
  Lineage,
  Origin,
  PassageKind,
  Range,
  Trace,
  UnseenSource,
} from "../model/index.js";
import { isReuse } from "../model/verdicts.js";
import type { Label } from "./label.js";

/** A stretch of text that stands in both. */
export interface SharedPassage {
  readonly from: Range;
  readonly to: Range;
  readonly kind: PassageKind;
}

export interface GraphEdge {
  readonly from: Origin;
  readonly to: string;
  readonly confidence: number;
  readonly certainty: Certainty;
  readonly by: "isnad" | "person";
  /** Share of `to`'s tokens; null where it was not worked out. */
  readonly share: number | null;
  readonly evidence: readonly Evidence[];
  readonly passages: readonly SharedPassage[];
}

/** Shared text of which nobody can say who took it from whom. Positive weights speak for a → b. */
export interface Overlap {
  readonly a: string;
  readonly b: string;
  readonly confidence: number;
  readonly share: number | null;
  readonly evidence: readonly Evidence[];
  readonly missing: readonly string[];
  /** `from` is a's side, `to` is b's. */
  readonly passages: readonly SharedPassage[];
}

export interface Node {
  readonly label: Label;
  readonly story: string | null;
  readonly status: CreditStatus | null;
  readonly credits: readonly Credit[];
}

export interface ProvenanceGraph {
  readonly nodes: readonly Node[];
  readonly unseen: readonly UnseenSource[];
  readonly edges: readonly GraphEdge[];
  readonly overlaps: readonly Overlap[];
  /** Pairs of ids: other texts of the same item. */
  readonly versions: readonly (readonly [string, string])[];
}

export function traceGraph(trace: Trace): ProvenanceGraph {
  const { document, creditCheck } = trace;
  const { id } = document;
  const nodes: Node[] = [
    {
      label: document,
      story: trace.story?.id ?? null,
      status: creditCheck.status,
      credits: creditCheck.credits,
    },
  ];
  const edges: GraphEdge[] = [];
  const overlaps: Overlap[] = [];
  for (const source of trace.sources) {
    const { origin, confidence, certainty, share, evidence, missing, direction } = source;
    if ("document" in origin) {
      const { title, source: outlet, published, url } = source;
      nodes.push({
        label: { id: origin.document, ...known({ title, source: outlet, published, url }) },
        story: null,
        status: null,
        credits: [],
      });
    }
    const passages = source.passages.filter(({ kind }) => kind !== "boilerplate");
    const theirs = passages.map(({ here, there, kind }): SharedPassage => ({ from: there, to: here, kind }));
    const ours = passages.map(({ here, there, kind }): SharedPassage => ({ from: here, to: there, kind }));
    const by = evidence.some(({ kind }) => kind === "decision") ? "person" : "isnad";
    // A way through others is theirs to tell: the edges between them are not this document's.
    if (source.through.length > 0) continue;
    const common = { confidence, certainty, by, evidence } as const;
    if (direction === "from") edges.push({ ...common, from: origin, to: id, share, passages: theirs });
    else if (!("document" in origin)) continue;
    else if (direction === "to")
      edges.push({ ...common, from: { document: id }, to: origin.document, share: null, passages: ours });
    else if (isReuse(source.verdict))
      overlaps.push({ a: origin.document, b: id, confidence, share, evidence, missing, passages: theirs });
  }
  return {
    nodes,
    unseen: trace.unseen,
    edges,
    overlaps,
    versions: trace.versions.map((one) => [id, one.id]),
  };
}

/** Documents that share text with no other are no part of it. */
export function lineageGraph(lineage: Lineage, labelOf: (id: string) => Label): ProvenanceGraph {
  const checks = new Map(lineage.creditChecks.map((check) => [check.document, check]));
  const nodes = lineage.stories.flatMap((story) =>
    story.documents.map((id): Node => {
      const check = checks.get(id);
      return {
        label: labelOf(id),
        story: story.id,
        status: check?.status ?? null,
        credits: check?.credits ?? [],
      };
    }),
  );
  const edges = lineage.stories.flatMap(({ edges, groups }) => {
    const passages = passagesByEdge(groups);
    return edges.map(
      (edge): GraphEdge => ({ ...edge, passages: passages.get(edgeKey(edge.from, edge.to)) ?? [] }),
    );
  });
  const undecided = [...lineage.stories.flatMap((story) => story.undecided), ...lineage.between];
  const overlaps = undecided.map(overlap);
  return { nodes, unseen: lineage.stories.flatMap(({ unseen }) => unseen), edges, overlaps, versions: [] };
}

function overlap({ a, b, confidence, evidence, missing }: Direction): Overlap {
  return { a, b, confidence, evidence, missing, share: null, passages: [] };
}

function passagesByEdge(groups: Lineage["stories"][number]["groups"]): Map<string, SharedPassage[]> {
  const found = new Map<string, SharedPassage[]>();
  for (const { kind, holders, tree } of groups) {
    if (kind === "boilerplate") continue;
    const places = new Map(holders.map(({ document, start, end }) => [document, { start, end }]));
    for (const { from, to } of tree) {
      if (from === null || !("document" in from)) continue;
      const [source, target] = [places.get(from.document), places.get(to)];
      if (source === undefined || target === undefined) continue;
      const key = edgeKey(from, to);
      found.set(key, [...(found.get(key) ?? []), { from: source, to: target, kind }]);
    }
  }
  return found;
}

function edgeKey(from: Origin, to: string): string {
  return JSON.stringify([from, to]);
}

function known<Fields extends Record<string, string | undefined>>(fields: Fields) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields]?: string;
  };
}
