/** The two texts of a pair: a list of passages, and panes that show each passage in both texts at once. */
import { direction } from "../../../report/direction.js";
import { nameOf } from "../../../report/label.js";
import { editMarks, factMarks } from "../../../report/segments.js";
import { words } from "../../../report/text/numbers.js";
import type { Context } from "../frame/context.js";
import { type Child, DOT, h, languageOf } from "../frame/dom.js";
import { articleLink, percent, sourceNode, time } from "../frame/parts.js";
import type { Pair } from "../frame/store.js";
import { panes } from "./scroll.js";
import { type MarkedPassage, textNodes } from "./text.js";

export function reading(context: Context, pair: Pair): Child[] {
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
  const title = nameOf(document);
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
    h("p", { class: "under" }, sourceNode(context, document), DOT, time(context, document)),
  );
  return { article: h("article", {}, head, text), text };
}
