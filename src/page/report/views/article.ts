/** One article: where it comes from, who has it from it, and its text with what others have marked. */
import type { Direction, LineageEdge } from "../../../model/index.js";
import type { ReportStory } from "../../../report/html/bundle-format.js";
import { nameOf } from "../../../report/label.js";
import { confidence, readLink } from "../evidence/edges.js";
import { evidenceList, missingList } from "../evidence/evidence.js";
import { findingLine } from "../evidence/finding.js";
import type { Context, View } from "../frame/context.js";
import { type Child, DOT, h, ltr, outside } from "../frame/dom.js";
import {
  articleCell,
  originCell,
  percent,
  roleBadge,
  section,
  sourceNode,
  sourceOf,
  time,
} from "../frame/parts.js";
import { type MarkedPassage, textNodes } from "../reading/text.js";
import type { Key } from "../words/message.js";
import { notFound } from "./missing.js";
import { credit } from "./story.js";

export function articleView(context: Context): View {
  const { language, route, store, to } = context;
  const id = route.arguments[0] ?? "";
  if (!store.has(id)) return notFound(context);
  const document = store.document(id);
  const at = store.storyOf(id);
  const part = store.part(id);
  const separated = (...items: Child[]): Child[] =>
    items.filter((item) => item !== null).flatMap((item, i) => (i === 0 ? [item] : [DOT, item]));
  return {
    title: nameOf(document),
    content: [
      h(
        "p",
        { class: "meta" },
        separated(
          sourceNode(context, document),
          time(context, document),
          document.byline === undefined ? null : h("bdi", {}, document.byline),
          language.nodes("words", { n: document.words }),
          ltr(id),
          document.url === undefined ? null : outside(document.url),
        ),
      ),
      at !== undefined &&
        h(
          "p",
          {},
          part !== undefined && [roleBadge(context, part.role), " "],
          h("a", { href: to.to("story", [at + 1]) }, language.nodes("storyTitle"), ` ${at + 1}`),
        ),
      at !== undefined && findingLine(context, store.stories[at]!, id),
      h("div", {}, credit(context, id)),
      at !== undefined && relations(context, store.stories[at]!, id),
      quotationsSection(context, id),
      textSection(context, id),
    ],
  };
}

function relations(context: Context, story: ReportStory, id: string): Child[] {
  const { language } = context;
  const from = story.edges.filter((edge) => edge.to === id);
  const to = story.edges.filter((edge) => "document" in edge.from && edge.from.document === id);
  const has = ({ a, b }: Direction): boolean => a === id || b === id;
  const open = story.undecided.filter(has);
  const elsewhere = context.store.between.filter(has);
  if (from.length + to.length + open.length + elsewhere.length === 0)
    return [h("p", {}, language.nodes("articleNothing")), betweenCut(context)];
  return [
    from.length > 0 &&
      edgeList(context, "from", "articleFrom", from, (edge) => originCell(context, story, edge.from)),
    to.length > 0 && edgeList(context, "to", "articleTo", to, (edge) => articleCell(context, edge.to)),
    open.length > 0 && pairList(context, id, "open", "articleWith", open),
    elsewhere.length > 0 && pairList(context, id, "elsewhere", "articleElsewhere", elsewhere),
    betweenCut(context),
  ];
}

/** Which articles the pairs left out are of cannot be told, so every article says that there are some. */
function betweenCut({ language, store }: Context): Child {
  if (store.betweenLeftOut === 0) return null;
  return h("p", { class: "faint" }, language.nodes("betweenLeftOut", { n: store.betweenLeftOut }));
}

function edgeList(
  context: Context,
  id: string,
  title: Key,
  edges: readonly LineageEdge[],
  name: (edge: LineageEdge) => Child,
): HTMLElement {
  return section(
    context,
    id,
    title,
    h(
      "ul",
      { class: "relations" },
      edges.map((edge) =>
        h(
          "li",
          {},
          h("div", {}, name(edge)),
          h(
            "p",
            { class: "under" },
            context.language.nodes("columnConfidence"),
            ": ",
            confidence(context, edge),
            DOT,
            context.language.nodes("evidenceShare", { share: percent(context, edge.share) }),
            "document" in edge.from && [DOT, readLink(context, edge.from.document, edge.to)],
          ),
          h(
            "details",
            {},
            h("summary", {}, context.language.nodes("evidenceTitle")),
            evidenceList(context, edge.evidence, true),
          ),
        ),
      ),
    ),
  );
}

function pairList(
  context: Context,
  id: string,
  anchor: string,
  title: Key,
  pairs: readonly Direction[],
): HTMLElement {
  return section(
    context,
    anchor,
    title,
    h(
      "ul",
      { class: "relations" },
      pairs.map((pair) => {
        const other = pair.a === id ? pair.b : pair.a;
        return h(
          "li",
          {},
          articleCell(context, other),
          " ",
          readLink(context, id, other),
          h(
            "details",
            {},
            h("summary", {}, context.language.nodes("evidenceTitle")),
            evidenceList(context, pair.evidence, true),
            missingList(context, pair.missing),
          ),
        );
      }),
    ),
  );
}

/** Who says what, the words in quotation marks with them; of a file of excerpts the speakers alone where the words are not kept. */
function quotationsSection(context: Context, id: string): Child {
  const { language, store } = context;
  const said = store.quotations(id);
  if (said.length === 0) return null;
  return section(
    context,
    "quotations",
    "articleQuotations",
    h(
      "ul",
      { class: "quotes" },
      said.map(([start, end, direct, speaker, carried, elsewhere]) => {
        const words = store.words(id, { start, end });
        return h(
          "li",
          {},
          speaker === null ? language.nodes("speakerUnknown") : h("bdi", {}, speaker),
          carried === 1 && [" ", h("span", { class: "faint" }, language.nodes("speakerCarried"))],
          direct === 0 && [DOT, h("span", { class: "faint" }, language.nodes("saidReported"))],
          words !== undefined && h(direct === 1 ? "q" : "span", { dir: "auto" }, words),
          elsewhere !== undefined && [
            " ",
            language.nodes("speakerElsewhere", { speaker: elsewhere[0], other: elsewhere[1] }),
          ],
        );
      }),
    ),
  );
}

function textSection(context: Context, id: string): HTMLElement {
  const { language, store } = context;
  const pieces = store.pieces(id);
  if (pieces === undefined) {
    return section(context, "text", "articleText", h("p", {}, language.nodes("articleNoText")));
  }
  const passages = store
    .partners(id)
    .flatMap((other) =>
      (store.pair(id, other)?.passages ?? []).map((passage, i) => ({ other, passage, number: i + 1 })),
    )
    .filter(({ passage }) => passage.kind !== "boilerplate")
    .sort((x, y) => x.passage.a.start - y.passage.a.start || y.passage.a.end - x.passage.a.end)
    .map(
      ({ other, passage, number }): MarkedPassage => ({
        range: passage.a,
        kind: passage.kind,
        number: null,
        href: context.to.to("read", [id, other], { p: String(number) }),
        said: language.text("articlePassage", {
          n: number,
          kind: language.text(`kind.${passage.kind}`),
          other: sourceOf(context, store.document(other)),
        }),
        marks: [],
      }),
    );
  return section(
    context,
    "text",
    "articleText",
    passages.length > 0 && h("p", { class: "lead" }, language.nodes("articleTextLead")),
    h("div", { class: "text whole-text" }, textNodes(context, pieces, passages, [], "a")),
  );
}
