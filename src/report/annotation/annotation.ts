/**
 * W3C Web Annotation: a collection of annotations on the documents themselves, for viewers that show them in place.
 *
 * `linking`: these words were taken from those words, or stand there too · `identifying`: these words name a source,
 * or these are the words of a speaker · `commenting`: a fact that reads otherwise there.
 */
import type { Credit, Quotation, Range, Trace, TraceSource } from "../../model/index.js";
import type { GraphEdge, ProvenanceGraph } from "../graph.js";
import { annotationIri, documentIri, softwareIri, VOCABULARY, wellFormed } from "../iris.js";
import type { Label } from "../label.js";
import { Selectors } from "./selectors.js";

export interface AnnotationTexts {
  labelOf(id: string): Pick<Label, "id" | "url">;
  textOf(id: string): string;
}

type Annotation = Record<string, unknown>;

const CONTEXT = [
  "http://www.w3.org/ns/anno.jsonld",
  {
    isnad: VOCABULARY,
    relation: "isnad:relation",
    confidence: "isnad:confidence",
    kind: "isnad:kind",
    role: "isnad:role",
    form: "isnad:form",
    via: "isnad:via",
    stance: "isnad:stance",
  },
];

/** Everything that is said of words of the traced document. */
export function traceAnnotations(trace: Trace, texts: AnnotationTexts, version: string): string {
  const { id } = trace.document;
  const pages = new Pages(texts);
  const items = [
    ...trace.sources.flatMap((source, at) => sourceAnnotations(id, source, `source-${at + 1}`, pages)),
    ...trace.quotations.map((one, at) => quotationAnnotation(id, one, `quotation-${at + 1}`, pages)),
    ...trace.creditCheck.credits.map((one, at) => creditAnnotation(id, one, `credit-${at + 1}`, pages)),
  ];
  return collection(items, `Provenance of ${trace.document.id}`, version);
}

/** What was taken from where, and who is credited, in every document of a collection. */
export function graphAnnotations(graph: ProvenanceGraph, texts: AnnotationTexts, version: string): string {
  const pages = new Pages(texts);
  const items = [
    ...graph.edges.flatMap((edge, at) => edgeAnnotations(edge, `edge-${at + 1}`, pages)),
    ...graph.nodes.flatMap(({ label, credits }) =>
      credits.map((one, at) => creditAnnotation(label.id, one, `credit-${at + 1}`, pages)),
    ),
  ];
  return collection(items, "Provenance", version);
}

function collection(items: readonly Annotation[], label: string, version: string): string {
  const generator = { id: softwareIri(version), type: "Software", name: `isnad ${version}` };
  const page = { type: "AnnotationPage", startIndex: 0, items };
  const document = {
    "@context": CONTEXT,
    type: "AnnotationCollection",
    label: wellFormed(label),
    generator,
    total: items.length,
    first: page,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** Documents as annotations point at them. */
class Pages {
  readonly #texts: AnnotationTexts;
  readonly #selectors = new Map<string, Selectors>();

  constructor(texts: AnnotationTexts) {
    this.#texts = texts;
  }

  /** The page where its address is known, since a quote finds its place there too; else the document's own name. */
  address(id: string): string {
    const { url } = this.#texts.labelOf(id);
    return url !== undefined && isWebAddress(url) ? new URL(url).href : documentIri(id);
  }

  select(id: string, range: Range) {
    let selectors = this.#selectors.get(id);
    if (selectors === undefined) {
      selectors = new Selectors(this.#texts.textOf(id));
      this.#selectors.set(id, selectors);
    }
    return { type: "SpecificResource", source: this.address(id), selector: selectors.select(range) };
  }
}

const RELATION = { from: "takenFrom", to: "takenBy", undecided: "standsIn" } as const;

function sourceAnnotations(id: string, source: TraceSource, name: string, pages: Pages): Annotation[] {
  const { origin, direction, confidence, passages, facts } = source;
  if (!("document" in origin)) return [];
  const other = origin.document;
  const links = passages.map(({ here, there, kind }, at) => ({
    id: annotationIri(id, `${name}-passage-${at + 1}`),
    type: "Annotation",
    motivation: "linking",
    relation: RELATION[direction],
    ...(direction === "undecided" ? {} : { confidence }),
    kind,
    body: pages.select(other, there),
    target: pages.select(id, here),
  }));
  const comments = facts.map(({ kind, a, b }, at) => ({
    id: annotationIri(id, `${name}-fact-${at + 1}`),
    type: "Annotation",
    motivation: "commenting",
    kind,
    body: [textBody(`There: ${b.text}`), pages.select(other, b)],
    target: pages.select(id, a),
  }));
  return [...links, ...comments];
}

function edgeAnnotations(
  { from, to, confidence, passages }: GraphEdge,
  name: string,
  pages: Pages,
): Annotation[] {
  if (!("document" in from)) return [];
  return passages.map(({ from: there, to: here, kind }, at) => ({
    id: annotationIri(to, `${name}-passage-${at + 1}`),
    type: "Annotation",
    motivation: "linking",
    relation: RELATION.from,
    confidence,
    kind,
    body: pages.select(from.document, there),
    target: pages.select(to, here),
  }));
}

function quotationAnnotation(id: string, quotation: Quotation, name: string, pages: Pages): Annotation {
  const { kind, speaker, via, stance } = quotation;
  return {
    id: annotationIri(id, name),
    type: "Annotation",
    motivation: "identifying",
    kind,
    via,
    stance,
    body: textBody(kind === "scare" ? "no quotation" : (speaker?.name ?? "speaker unresolved")),
    target: pages.select(id, quotation),
  };
}

/** A credit in another field than the text has no place in it: the document as a whole is its target. */
function creditAnnotation(id: string, credit: Credit, name: string, pages: Pages): Annotation {
  const { role, form, field, alias } = credit;
  return {
    id: annotationIri(id, name),
    type: "Annotation",
    motivation: "identifying",
    role,
    form,
    body: textBody(credit.name ?? alias),
    target: field === "text" ? pages.select(id, credit) : pages.address(id),
  };
}

function textBody(value: string) {
  return { type: "TextualBody", value: wellFormed(value), format: "text/plain" };
}

function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url) && URL.canParse(url);
}
