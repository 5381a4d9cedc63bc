/**
 * W3C PROV (PROV-O as JSON-LD): what was taken from where, as isnad says it.
 *
 * All statements stand in one bundle (a named graph) that is attributed to isnad and its version. A decided direction
 * is a qualified derivation with its confidence and evidence; where the words themselves were repeated it is a
 * quotation too. What is undecided is an `isnad:Overlap` of two members, and nothing of PROV: no derivation, no
 * order. A credit is what the page says, and attributes nothing.
 */
import { createHash } from "node:crypto";
import type { Credit, Evidence, Place, UnseenSource } from "../../model/index.js";
import type { GraphEdge, Node, Overlap, ProvenanceGraph, SharedPassage } from "../graph.js";
import { bundleIri, documentIri, originIri, outletIri, softwareIri, wellFormed } from "../iris.js";
import { CONTEXT } from "./context.js";

/** JSON-LD with its context inside. `version` is that of the package. */
export function provDocument(graph: ProvenanceGraph, version: string): string {
  const statements = [
    ...outlets(graph.nodes),
    ...graph.nodes.map((node) => entity(node, graph)),
    ...graph.unseen.map(unseenEntity),
    ...graph.overlaps.map(overlap),
  ];
  const digest = createHash("sha256")
    .update(JSON.stringify([version, statements]))
    .digest("hex");
  const software = softwareIri(version);
  const document = {
    "@context": CONTEXT,
    "@graph": [
      {
        "@id": software,
        "@type": ["prov:Agent", "prov:SoftwareAgent"],
        label: `isnad ${version}`,
        version,
      },
      {
        "@id": bundleIri(digest),
        "@type": ["prov:Bundle", "prov:Entity"],
        wasAttributedTo: software,
        "@graph": statements,
      },
    ],
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function outlets(nodes: readonly Node[]) {
  const names = new Set(nodes.flatMap(({ label }) => (label.source === undefined ? [] : [label.source])));
  return [...names].map((name) => ({
    "@id": outletIri(name),
    "@type": ["prov:Agent", "prov:Organization"],
    label: literal(name),
  }));
}

function entity({ label, story, status, credits }: Node, graph: ProvenanceGraph) {
  const edges = graph.edges.filter(({ to }) => to === label.id);
  const quoted = edges.filter(({ passages }) => passages.some(isQuoted));
  const versions = graph.versions.filter(([id]) => id === label.id).map(([, other]) => documentIri(other));
  return compact({
    "@id": documentIri(label.id),
    "@type": "prov:Entity",
    identifier: literal(label.id),
    title: literal(label.title),
    issued: issued(label.published),
    url: literal(label.url),
    byline: literal(label.byline),
    wasAttributedTo: label.source === undefined ? undefined : outletIri(label.source),
    story: story === null ? undefined : documentIri(story),
    creditStatus: status ?? undefined,
    credit: some(credits.map(creditNode)),
    alternateOf: some(versions),
    wasDerivedFrom: some(edges.map(({ from }) => originIri(from))),
    qualifiedDerivation: some(edges.map((edge) => influence("prov:Derivation", edge, edge.passages))),
    wasQuotedFrom: some(quoted.map(({ from }) => originIri(from))),
    qualifiedQuotation: some(
      quoted.map((edge) => influence("prov:Quotation", edge, edge.passages.filter(isQuoted))),
    ),
  });
}

/** The words themselves were repeated, in quotation marks or not. */
function isQuoted({ kind }: SharedPassage): boolean {
  return kind === "verbatim" || kind === "quotation";
}

function influence(type: string, edge: GraphEdge, passages: readonly SharedPassage[]) {
  return compact({
    "@type": type,
    entity: originIri(edge.from),
    confidence: decimal(edge.confidence),
    certainty: edge.certainty,
    decidedBy: edge.by,
    share: edge.share === null ? undefined : decimal(edge.share),
    evidence: edge.evidence.map(clue),
    passage: some(passages.map(passageNode)),
  });
}

function overlap({ a, b, confidence, share, evidence, missing, passages }: Overlap) {
  return compact({
    "@type": "isnad:Overlap",
    member: [documentIri(a), documentIri(b)],
    confidence: decimal(confidence),
    share: share === null ? undefined : decimal(share),
    evidence: some(evidence.map(clue)),
    missing: some(missing.map(wellFormed)),
    passage: some(passages.map(passageNode)),
  });
}

function unseenEntity({ id, type, name, basis, documents }: UnseenSource) {
  return compact({
    "@id": originIri({ unseen: id }),
    "@type": ["prov:Entity", "isnad:UnseenSource"],
    kind: type,
    name: literal(name ?? undefined),
    basis: some(basis.map(place)),
    holder: documents.map(documentIri),
  });
}

function clue({ kind, rule, weight, detail, at }: Evidence) {
  return compact({
    "@type": "isnad:Evidence",
    kind,
    rule,
    weight: decimal(weight),
    detail: wellFormed(detail),
    at: some(at.map(place)),
  });
}

function creditNode({ role, form, name, alias, field, start, end }: Credit) {
  return compact({
    "@type": "isnad:Credit",
    role,
    form,
    name: literal(name ?? undefined),
    alias: wellFormed(alias),
    field,
    start,
    end,
  });
}

function place({ document, field, start, end }: Place) {
  return { "@type": "isnad:Place", document: documentIri(document), field, start, end };
}

function passageNode({ from, to, kind }: SharedPassage) {
  const range = ({ start, end }: SharedPassage["from"]) => ({ "@type": "isnad:Range", start, end });
  return { "@type": "isnad:Passage", kind, source: range(from), target: range(to) };
}

const W3CDTF = /^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?)?)?$/;

/** Typed where it is as W3C-DTF wants it; a time without a zone, or one that is none, stays as it came. */
function issued(published: string | undefined) {
  if (published === undefined) return undefined;
  return W3CDTF.test(published) ? { "@value": published, "@type": "dcterms:W3CDTF" } : literal(published);
}

function literal(text: string | undefined): string | undefined {
  return text === undefined ? undefined : wellFormed(text);
}

/** A lexical form of xsd:decimal, which knows no exponents. */
function decimal(value: number): string {
  return value.toFixed(6).replace(/\.?0+$/, "");
}

function some<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length === 0 ? undefined : items;
}

function compact(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}
