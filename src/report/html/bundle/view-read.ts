/** Two articles side by side: passages marked, what was changed in them, scrolling in step. */
import type { Direction } from "../../../model.js";
import { direction } from "../../direction.js";
import { editMarks, factMarks } from "../../segments.js";
import { words } from "../../text/numbers.js";
import type { ReportStory } from "../bundle-format.js";
import type { Context, View } from "./context.js";
import { type Child, h, languageOf } from "./dom.js";
import { confidence } from "./edges.js";
import { evidenceList, foreign, missingList } from "./evidence.js";
import {
  articleLink,
  percent,
  section,
  sourceNode,
  sourceOf,
  table,
  time,
  titleNode,
  titleOf,
} from "./parts.js";
import { panes } from "./scroll.js";
import type { Pair } from "./store.js";
import { type MarkedPassage, textNodes } from "./text.js";
import { notFound } from "./view-missing.js";

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
    title: `${language.text("readTitle")}: ${titleOf(store.document(a))} / ${titleOf(store.document(b))}`,
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
        " · ",
        language.nodes("readProbability", { probability: percent(context, pair.probability) }),
      ],
      " · ",
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
          " · ",
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
    return `${sourceOf(context, document)}: ${titleOf(document)}`;
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

function reading(context: Context, pair: Pair): Child[] {
  const { language, route, to } = context;
  const kind = (at: number): string => language.text(`kind.${pair.passages[at]!.kind}`);
  const address = (n: number): string => to.to("read", [pair.a, pair.b], { p: String(n) });
  const a = pane(context, pair, "a", address);
  const b = pane(context, pair, "b", address);
  const total = pair.passages.length;
  const status = h("p", { class: "said", role: "status" });
  const both = h("div", { class: "both" }, a.article, b.article);
  const step = panes(a.text, b.text);
  let current = 0;

  const select = (number: number): void => {
    current = number;
    for (const one of whole.querySelectorAll<HTMLElement>("[data-passage]")) {
      const chosen = Number(one.dataset.passage) === number;
      one.classList.toggle("active", chosen);
      if (chosen && one.tagName === "A") one.setAttribute("aria-current", "true");
      else one.removeAttribute("aria-current");
    }
    if (number === 0) return;
    step.meet(number);
    status.textContent = language.text("readStatus", { n: number, total, kind: kind(number - 1) });
    history.replaceState(null, "", address(number));
  };
  const walk = (by: number): void => {
    if (total === 0) return;
    select(current === 0 ? (by > 0 ? 1 : total) : ((current - 1 + by + total) % total) + 1);
    a.text.querySelector<HTMLElement>(`a[data-passage="${current}"]`)?.focus({ preventScroll: true });
  };
  const inStep = h("input", {
    type: "checkbox",
    checked: true,
    change: () => step.setInStep(inStep.checked),
  });
  const whole = h(
    "div",
    {
      class: "reading",
      click: (event) => {
        const link = (event.target as Element).closest<HTMLElement>("[data-passage]");
        if (link === null) return;
        event.preventDefault();
        select(Number(link.dataset.passage));
      },
      keydown: (event) => {
        const { key, ctrlKey, metaKey, altKey } = event as KeyboardEvent;
        if (ctrlKey || metaKey || altKey) return;
        if (key === "j") walk(1);
        else if (key === "k") walk(-1);
        else if (key === "Escape") select(0);
      },
    },
    passageList(context, pair, address),
    h("label", { class: "check" }, inStep, h("span", {}, language.nodes("readStep"))),
    both,
    status,
  );
  const asked = Number(route.query.get("p"));
  // Places are known once the view stands in the page.
  if (asked >= 1 && asked <= total)
    requestAnimationFrame(() => {
      whole.scrollIntoView();
      select(asked);
    });
  return [whole];
}

function passageList(context: Context, pair: Pair, address: (n: number) => string): Child {
  const { language, store } = context;
  if (pair.passages.length === 0) return h("p", {}, language.nodes("readNoPassages"));
  const items = pair.passages.map((passage, i) => {
    const kind = language.text(`kind.${passage.kind}`);
    const text = store.words(pair.a, passage.a) ?? "";
    const label = language.nodes("readPassage", {
      n: i + 1,
      kind,
      words: h("span", {}, language.nodes("words", { n: words(text) })),
      similarity: percent(context, passage.similarity),
    });
    const title = language.text(`kind.${passage.kind}.about`);
    return h(
      "li",
      {},
      h("a", { class: passage.kind, href: address(i + 1), "data-passage": i + 1, title }, label),
    );
  });
  return [
    h("nav", { class: "passages", "aria-label": language.text("readPassages") }, h("ol", {}, items)),
    h("p", { class: "faint keys" }, language.nodes("readKeys")),
  ];
}

function pane(
  context: Context,
  pair: Pair,
  side: "a" | "b",
  address: (n: number) => string,
): { article: HTMLElement; text: HTMLElement } {
  const { language, store } = context;
  const document = store.document(pair[side]);
  const title = titleOf(document);
  const letter = side.toUpperCase();
  const passages = pair.passages
    .map(
      (passage, i): MarkedPassage => ({
        range: passage[side],
        kind: passage.kind,
        number: i + 1,
        href: address(i + 1),
        said: language.text("readPassageSaid", { n: i + 1, kind: language.text(`kind.${passage.kind}`) }),
        marks: editMarks(passage, side),
      }),
    )
    .sort((x, y) => x.range.start - y.range.start);
  const label = language.text("readText", { letter, title });
  const text = h(
    "div",
    { class: "text", tabindex: 0, role: "region", "aria-label": label },
    textNodes(context, store.pieces(document.id) ?? [], passages, factMarks(pair.facts, side), side),
  );
  const head = h(
    "div",
    { class: "head" },
    h(
      "h2",
      { dir: direction(title), lang: languageOf(title) },
      h("span", { class: "letter", "aria-hidden": "true" }, letter),
      " ",
      articleLink(context, document.id),
    ),
    h("p", { class: "under" }, sourceNode(context, document), " · ", time(context, document)),
  );
  return { article: h("article", {}, head, text), text };
}

function facts(context: Context, pair: Pair): Child {
  const { language } = context;
  if (pair.facts.length === 0) return null;
  const cell = ({ text }: { readonly text: string }): HTMLElement =>
    h("bdi", { dir: direction(text), lang: languageOf(text), class: "fact-text" }, text);
  const source = (id: string): string => sourceOf(context, context.store.document(id));
  return section(
    context,
    "facts",
    "sectionFacts",
    h("p", { class: "faint" }, `A: `, h("bdi", {}, source(pair.a)), ` · B: `, h("bdi", {}, source(pair.b))),
    table(
      context,
      language.text("sectionFacts"),
      [
        { title: "columnKind", cell: (fact) => language.nodes(`fact.${fact.kind}`) },
        { title: "readFactA", cell: (fact) => cell(fact.a) },
        { title: "readFactB", cell: (fact) => cell(fact.b) },
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
      pair.explain.map((one) => h("li", {}, foreign(context, one))),
    ),
  );
}
