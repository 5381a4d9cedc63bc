/** The PROV export, read back by jsonld into triples. No network: a context that is not inside would throw. */
import jsonld from "jsonld";
import { describe, expect, it } from "vitest";
import { lineageGraph, traceGraph } from "../../src/report/graph.js";
import { documentIri } from "../../src/report/iris.js";
import { provDocument } from "../../src/report/prov/prov.js";
import { hostile, LINEAGE, PARTS, TRACE } from "./trace-fixture.js";

interface Quad {
  readonly subject: { readonly value: string };
  readonly predicate: { readonly value: string };
  readonly object: {
    readonly value: string;
    readonly termType: string;
    readonly datatype?: { readonly value: string };
  };
  readonly graph: { readonly value: string };
}

const PROV = "http://www.w3.org/ns/prov#";
const ISNAD = "https://isnad.invalid/ns#";
const TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const [WIRE, PAPER, OTHER] = ["wire-9", "paper-3", "other-1"].map(documentIri) as [string, string, string];

async function quads(text: string): Promise<Quad[]> {
  const documentLoader = (url: string): never => {
    throw new Error(`asked for ${url}`);
  };
  return (await jsonld.toRDF(JSON.parse(text), { documentLoader, safe: true })) as unknown as Quad[];
}

function reader(all: readonly Quad[]) {
  const objects = (subject: string, predicate: string) =>
    all
      .filter((quad) => quad.subject.value === subject && quad.predicate.value === predicate)
      .map((quad) => quad.object.value);
  const ofType = (type: string) =>
    all
      .filter((quad) => quad.predicate.value === TYPE && quad.object.value === type)
      .map((quad) => quad.subject.value);
  return { objects, ofType };
}

describe("a trace as PROV", () => {
  it("says who was taken from whom, how surely and on what, in a bundle of isnad's", async () => {
    const all = await quads(provDocument(traceGraph(TRACE), "9.8.7"));
    const { objects, ofType } = reader(all);
    expect(objects(PAPER, `${PROV}wasDerivedFrom`)).toEqual([WIRE]);
    expect(objects(PAPER, `${PROV}wasQuotedFrom`)).toEqual([WIRE]);
    const [derivation, ...none] = objects(PAPER, `${PROV}qualifiedDerivation`);
    expect(none).toEqual([]);
    expect(objects(derivation!, TYPE)).toEqual([`${PROV}Derivation`]);
    expect(objects(derivation!, `${PROV}entity`)).toEqual([WIRE]);
    expect(objects(derivation!, `${ISNAD}confidence`)).toEqual(["0.97"]);
    const [first] = objects(derivation!, `${ISNAD}evidence`);
    const [clue] = objects(first!, "http://www.w3.org/1999/02/22-rdf-syntax-ns#first");
    expect(objects(clue!, `${ISNAD}kind`)).toEqual(["credit"]);
    expect(objects(clue!, `${ISNAD}weight`)).toEqual(["3.1"]);
    const [quotation] = objects(PAPER, `${PROV}qualifiedQuotation`);
    expect(objects(quotation!, `${PROV}entity`)).toEqual([WIRE]);

    const [bundle] = ofType(`${PROV}Bundle`);
    const [software] = objects(bundle!, `${PROV}wasAttributedTo`);
    expect(ofType(`${PROV}SoftwareAgent`)).toEqual([software]);
    expect(objects(software!, `${ISNAD}version`)).toEqual(["9.8.7"]);
    for (const quad of all) {
      const about = quad.subject.value === bundle || quad.subject.value === software;
      expect(quad.graph.value).toBe(about ? "" : bundle);
    }
  });

  it("calls an undecided pair an overlap of two members, and nothing that PROV knows", async () => {
    const all = await quads(provDocument(traceGraph(TRACE), "1.0.0"));
    const { objects, ofType } = reader(all);
    const [overlap, ...none] = ofType(`${ISNAD}Overlap`);
    expect(none).toEqual([]);
    expect(objects(overlap!, `${ISNAD}member`).sort()).toEqual([OTHER, PAPER]);
    expect(objects(overlap!, `${ISNAD}missing`)).toHaveLength(1);
    const ofProv = all.filter(
      ({ subject, predicate }) => subject.value === overlap && predicate.value.startsWith(PROV),
    );
    expect(ofProv).toEqual([]);
    expect(objects(OTHER, `${PROV}wasDerivedFrom`)).toEqual([]);
    expect(objects(PAPER, `${PROV}wasDerivedFrom`)).not.toContain(OTHER);
  });

  it("keeps every string as a literal, whatever markup or controls it holds", async () => {
    const all = await quads(provDocument(traceGraph(hostile(TRACE)), "1.0.0"));
    for (const { subject, predicate, object } of all) {
      for (const name of [subject, predicate])
        expect(name.value).toMatch(/^(https?:\/\/[\x21-\x7e]+|(_:)?b\d+)$/);
      if (object.termType === "NamedNode") expect(object.value).toMatch(/^https?:\/\/[\x21-\x7e]+$/);
    }
    expect(all.some(({ object }) => object.termType === "Literal" && object.value.includes("<script>"))).toBe(
      true,
    );
  });
});

describe("a lineage as PROV", () => {
  it("has the edges, overlaps and quoted passages of every story", async () => {
    const graph = lineageGraph(LINEAGE, PARTS.labelOf);
    const { objects, ofType } = reader(await quads(provDocument(graph, "1.0.0")));
    expect(objects(PAPER, `${PROV}wasDerivedFrom`)).toEqual([WIRE]);
    expect(objects(PAPER, `${PROV}wasQuotedFrom`)).toEqual([WIRE]);
    expect(ofType(`${ISNAD}Overlap`)).toHaveLength(1);
    expect(ofType(`${ISNAD}Credit`)).toHaveLength(2);
  });

  it("names an unseen source as what was derived from", async () => {
    const story = LINEAGE.stories[0]!;
    const unseen = {
      id: "unseen:4f",
      type: "carrier",
      name: "SANA",
      basis: [],
      documents: ["paper-3"],
      words: { document: "paper-3", field: "text", start: 0, end: 8 },
      carriers: [],
    } as const;
    const edge = { ...story.edges[0]!, from: { unseen: unseen.id } };
    const lineage = { ...LINEAGE, stories: [{ ...story, unseen: [unseen], edges: [edge] }] };
    const { objects, ofType } = reader(
      await quads(provDocument(lineageGraph(lineage, PARTS.labelOf), "1.0.0")),
    );
    const [node] = ofType(`${ISNAD}UnseenSource`);
    expect(objects(PAPER, `${PROV}wasDerivedFrom`)).toEqual([node]);
    expect(objects(node!, `${ISNAD}name`)).toEqual(["SANA"]);
  });
});
