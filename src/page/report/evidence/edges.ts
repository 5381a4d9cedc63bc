/** Takings and undecided pairs as tables: what the graph shows, for those who do not look at graphs, and for paper. */
import type { Direction, LineageEdge } from "../../../model/index.js";
import type { ReportStory } from "../../../report/html/bundle-format.js";
import { nameOf } from "../../../report/label.js";
import type { Context } from "../frame/context.js";
import { type Child, h, said } from "../frame/dom.js";
import { articleCell, originCell, percent, table } from "../frame/parts.js";
import { evidenceList, missingText } from "./evidence.js";

interface Row {
  readonly story: ReportStory;
  readonly edge: LineageEdge;
}

export function edgeTable(context: Context, caption: string, rows: readonly Row[]): HTMLElement {
  return table<Row>(
    context,
    caption,
    [
      { title: "columnTo", heads: true, cell: ({ edge }) => articleCell(context, edge.to) },
      { title: "columnFrom", cell: ({ story, edge }) => originCell(context, story, edge.from) },
      { title: "columnConfidence", cell: ({ edge }) => confidence(context, edge) },
      { title: "columnShare", cell: ({ edge }) => percent(context, edge.share) },
      { title: "columnEvidence", cell: ({ edge }) => evidenceList(context, edge.evidence, false) },
      {
        title: "columnRead",
        cell: ({ edge }) => ("document" in edge.from ? readLink(context, edge.from.document, edge.to) : null),
      },
    ],
    rows,
  );
}

export function confidence(
  context: Context,
  { confidence, certainty, by }: Pick<LineageEdge, "confidence" | "certainty" | "by">,
): Child {
  const { language } = context;
  return [
    percent(context, confidence),
    certainty === "likely" && h("span", { class: "under" }, language.nodes("evidenceWeak")),
    by === "person" && h("span", { class: "under" }, language.nodes("evidenceByPerson")),
  ];
}

export function readLink(context: Context, a: string, b: string): Child {
  const { language, store, to } = context;
  if (store.verdict(a, b) === undefined) return null;
  const label = language.text("readPairOf", { a: nameOf(store.document(a)), b: nameOf(store.document(b)) });
  return h("a", { href: to.to("read", [a, b]) }, language.nodes("readPair"), said(label));
}

export function undecidedTable(context: Context, caption: string, pairs: readonly Direction[]): HTMLElement {
  return table<Direction>(
    context,
    caption,
    [
      { title: "columnArticle", heads: true, cell: ({ a }) => articleCell(context, a) },
      { title: "columnArticle", cell: ({ b }) => articleCell(context, b) },
      {
        title: "columnMissing",
        cell: ({ missing }) =>
          h(
            "ul",
            {},
            missing.map((one) => h("li", {}, missingText(context, one))),
          ),
      },
      { title: "columnEvidence", cell: ({ evidence }) => evidenceList(context, evidence, false) },
      { title: "columnRead", cell: ({ a, b }) => readLink(context, a, b) },
    ],
    pairs,
    50,
  );
}
