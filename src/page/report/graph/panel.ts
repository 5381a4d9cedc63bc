/** What stands beside the graph once something in it was chosen: the evidence of an arrow, the articles of a box. */
import type { Direction } from "../../../model/index.js";
import type { ReportStory } from "../../../report/html/bundle-format.js";
import { confidence, edgeTable, readLink } from "../evidence/edges.js";
import { evidenceList, missingList } from "../evidence/evidence.js";
import type { Context } from "../frame/context.js";
import { type Child, DOT, h } from "../frame/dom.js";
import { articleLink, originCell, percent, roleBadge, sourceNode, time } from "../frame/parts.js";
import type { GraphEdge } from "./model.js";

/** Puts a title and what belongs to it into the panel, and the reader's place with it. */
export type Show = (title: Child, body: Child) => void;

export function articles(context: Context, ids: readonly string[]): Child {
  return h(
    "ul",
    { class: "articles" },
    ids.map((id) => {
      const role = context.store.part(id)?.role;
      const document = context.store.document(id);
      return h(
        "li",
        {},
        role !== undefined && [roleBadge(context, role), " "],
        articleLink(context, id),
        h("span", { class: "under" }, sourceNode(context, document), DOT, time(context, document)),
      );
    }),
  );
}

export function showEdge(context: Context, story: ReportStory, { edges }: GraphEdge, show: Show): void {
  const { language } = context;
  const [edge] = edges;
  if (edges.length > 1) {
    show(
      language.nodes("graphFoldTitle", { n: edges.length }),
      edgeTable(
        context,
        language.text("evidenceTitle"),
        edges.map((one) => ({ story, edge: one })),
      ),
    );
    return;
  }
  show(language.nodes("evidenceTitle"), [
    h(
      "dl",
      { class: "pair" },
      h("dt", {}, language.nodes("columnFrom")),
      h("dd", {}, originCell(context, story, edge!.from)),
      h("dt", {}, language.nodes("columnTo")),
      h("dd", {}, originCell(context, story, { document: edge!.to })),
      h("dt", {}, language.nodes("columnConfidence")),
      h("dd", {}, confidence(context, edge!)),
    ),
    h("p", {}, language.nodes("evidenceShare", { share: percent(context, edge!.share) })),
    evidenceList(context, edge!.evidence, true),
    "document" in edge!.from && h("p", {}, readLink(context, edge!.from.document, edge!.to)),
  ]);
}

export function showUndecided(context: Context, pair: Direction, show: Show): void {
  const { language } = context;
  show(language.nodes("sectionUndecided"), [
    articles(context, [pair.a, pair.b]),
    evidenceList(context, pair.evidence, true),
    missingList(context, pair.missing),
    h("p", {}, readLink(context, pair.a, pair.b)),
  ]);
}
