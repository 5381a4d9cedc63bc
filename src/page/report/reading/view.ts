/** Two articles side by side: passages marked, what was changed in them, scrolling in step. */
import type { Direction } from "../../../model/index.js";
import type { ReportStory } from "../../../report/html/bundle-format.js";
import { nameOf } from "../../../report/label.js";
import { confidence } from "../evidence/edges.js";
import { evidenceList, missingList, reason } from "../evidence/evidence.js";
import type { Context, View } from "../frame/context.js";
import { bdi, type Child, DOT, h, ltr } from "../frame/dom.js";
import { factReading, percent, section, sourceOf, table, titleNode } from "../frame/parts.js";
import type { Pair } from "../frame/store.js";
import { notFound } from "../views/missing.js";
import { reading } from "./reading.js";

export function readView(context: Context): View {
  const { language, route, store } = context;
  const [a = "", b = ""] = route.arguments;
  const pair = store.pair(a, b);
  if (pair === undefined) {
    const missing = notFound(context);
    return store.has(a) && store.has(b)
      ? { ...missing, content: [h("p", {}, language.nodes("readNotKept")), missing.content] }
      : missing;
  }
  const story = store.stories[store.storyOf(a) ?? -1];
  return {
    title: `${language.text("readTitle")}: ${nameOf(store.document(a))} / ${nameOf(store.document(b))}`,
    content: [
      summary(context, pair, story),
      story !== undefined && otherPairs(context, pair, story),
      reading(context, pair),
      facts(context, pair),
      why(context, pair),
    ],
  };
}

function summary(context: Context, pair: Pair, story: ReportStory | undefined): Child[] {
  const { language, store } = context;
  const same = (from: string, to: string): boolean =>
    (from === pair.a && to === pair.b) || (from === pair.b && to === pair.a);
  const edge = story?.edges.find(({ from, to }) => "document" in from && same(from.document, to));
  const open = [...(story?.undecided ?? []), ...store.between].find(({ a, b }) => same(a, b));
  const name = (id: string): string => sourceOf(context, store.document(id));
  const { a, b } = pair.containment;
  const shares = { a: percent(context, a), b: percent(context, b) };
  return [
    h(
      "p",
      {},
      h("strong", {}, language.nodes(`verdict.${pair.verdict}`)),
      pair.probability !== null && [
        DOT,
        language.nodes("readProbability", { probability: percent(context, pair.probability) }),
      ],
      DOT,
      language.nodes("readShares", shares),
    ),
    edge !== undefined &&
      "document" in edge.from &&
      h(
        "div",
        { class: "note" },
        h(
          "p",
          {},
          h(
            "strong",
            {},
            language.nodes("readDirection", { from: name(edge.from.document), to: name(edge.to) }),
          ),
          DOT,
          language.nodes("columnConfidence"),
          ": ",
          confidence(context, edge),
        ),
        folded(context, evidenceList(context, edge.evidence, true)),
      ),
    open !== undefined &&
      h(
        "div",
        { class: "note" },
        h("p", {}, h("strong", {}, directionOf(context, open))),
        folded(context, [
          open.evidence.length > 0 && evidenceList(context, open.evidence, true),
          missingList(context, open.missing),
        ]),
      ),
  ];
}

/** Pairs between stories may be decided. */
function directionOf({ language, store }: Context, { from, to }: Direction): Child {
  if (from === null || to === null) return language.nodes("readUndecided");
  const name = (id: string): HTMLElement => titleNode(store.document(id));
  return language.nodes("readDirection", { from: name(from), to: name(to) });
}

function folded(context: Context, content: Child): HTMLElement {
  return h("details", {}, h("summary", {}, context.language.nodes("evidenceTitle")), content);
}

/** A choice of the kept pairs with either article. */
function otherPairs(context: Context, pair: Pair, story: ReportStory): Child {
  const { language, store, to } = context;
  const inStory = new Set(story.documents);
  const pairs = [
    ...store.partners(pair.a).map((other) => [pair.a, other] as const),
    ...store
      .partners(pair.b)
      .filter((other) => other !== pair.a)
      .map((other) => [pair.b, other] as const),
  ].filter(([, other]) => inStory.has(other));
  if (pairs.length < 2) return null;
  const label = (id: string): string => {
    const document = store.document(id);
    return `${sourceOf(context, document)}: ${nameOf(document)}`;
  };
  const select = h(
    "select",
    {},
    pairs.map(([x, y], i) =>
      h("option", { value: i, selected: x === pair.a && y === pair.b }, `${label(x)} / ${label(y)}`),
    ),
  );
  select.addEventListener("change", () => {
    const [x, y] = pairs[Number(select.value)]!;
    location.hash = to.to("read", [x, y]);
  });
  return h("label", { class: "pairs" }, h("span", {}, language.nodes("readChoose")), select);
}

function facts(context: Context, pair: Pair): Child {
  const { language } = context;
  if (pair.facts.length === 0) return null;
  const source = (id: string): string => sourceOf(context, context.store.document(id));
  return section(
    context,
    "facts",
    "sectionFacts",
    h("p", { class: "faint" }, [
      ltr("A"),
      ": ",
      bdi(source(pair.a)),
      DOT,
      ltr("B"),
      ": ",
      bdi(source(pair.b)),
    ]),
    table(
      context,
      language.text("sectionFacts"),
      [
        { title: "columnKind", cell: (fact) => language.nodes(`fact.${fact.kind}`) },
        { title: "readFactA", cell: (fact) => factReading(context, fact.a) },
        { title: "readFactB", cell: (fact) => factReading(context, fact.b) },
      ],
      pair.facts,
    ),
  );
}

function why(context: Context, pair: Pair): Child {
  if (pair.explain.length === 0) return null;
  return section(
    context,
    "why",
    "readWhy",
    h(
      "ul",
      {},
      pair.explain.map((one) => h("li", {}, reason(context, one))),
    ),
  );
}
