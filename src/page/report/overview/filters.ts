/** Which articles a reader wants to see. The choice stands in the address, so that it can be kept and sent. */

import { STRONGEST_FIRST } from "../../../model/verdicts.js";
import { nameOf } from "../../../report/label.js";
import type { Context } from "../frame/context.js";
import { type Child, h } from "../frame/dom.js";
import { sourceOf } from "../frame/parts.js";
import type { Key } from "../words/message.js";
import { type DocumentFacts, fits, readFilter } from "./filter.js";

const CREDITS = ["none", "matched", "source-absent", "uncredited", "not-named", "contradictory"] as const;
const TYPING_MS = 250;

/** What the filters ask of each document, in the order of the file. */
export function documentFacts(context: Context): DocumentFacts[] {
  const { store } = context;
  return store.documents.map((document) => {
    const verdicts = new Set(store.partners(document.id).map((other) => store.verdict(document.id, other)!));
    return {
      id: document.id,
      title: nameOf(document),
      source: document.source ?? "",
      published: document.published ?? "",
      verdict: STRONGEST_FIRST.find((one) => verdicts.has(one)) ?? "none",
      credit: store.check(document.id)?.status ?? "no-reuse",
      credits: store.check(document.id)?.credits.length ?? 0,
    };
  });
}

/** Ids of the articles that fit. */
export function chosen(context: Context, facts: readonly DocumentFacts[]): ReadonlySet<string> {
  const filter = readFilter(context.route.query);
  return new Set(facts.filter((one) => fits(one, filter)).map((one) => one.id));
}

export function filterForm(context: Context): HTMLElement {
  const { language, store, route } = context;
  const filter = readFilter(route.query);
  const sources = [...new Set(store.documents.map((one) => one.source ?? ""))].sort();
  let typing: ReturnType<typeof setTimeout> | undefined;
  const apply = (): void => {
    clearTimeout(typing);
    const values = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    context.replace(context.to.to(route.view, route.arguments, values));
  };
  const later = (): void => {
    clearTimeout(typing);
    typing = setTimeout(apply, TYPING_MS);
  };
  const form = h(
    "form",
    {
      class: "filters",
      role: "search",
      "aria-label": language.text("filters"),
      submit: (event) => {
        event.preventDefault();
        apply();
      },
      input: later,
      change: apply,
    },
    field(context, "search", h("input", { name: "q", type: "search", value: filter.q, dir: "auto" })),
    field(
      context,
      "filterSource",
      select(
        "source",
        filter.source,
        [["", language.nodes("filterAny")]],
        sources
          .filter((one) => one !== "")
          .map((one): [string, Child] => [one, sourceOf(context, { id: "", words: 0, source: one })]),
      ),
    ),
    field(context, "filterFrom", h("input", { name: "from", type: "date", value: filter.from })),
    field(context, "filterUntil", h("input", { name: "until", type: "date", value: filter.until })),
    field(
      context,
      "filterVerdict",
      select(
        "verdict",
        filter.verdict,
        [["", language.nodes("filterAny")]],
        STRONGEST_FIRST.map((one): [string, Child] => [one, language.nodes(`verdict.${one}`)]),
      ),
    ),
    field(
      context,
      "filterCredit",
      select(
        "credit",
        filter.credit,
        [["", language.nodes("filterAny")]],
        CREDITS.map((one): [string, Child] => [
          one,
          language.nodes(one === "none" ? "filterNoCredit" : `credit.${one}`),
        ]),
      ),
    ),
    h(
      "a",
      { class: "reset", href: context.to.to(route.view, route.arguments) },
      language.nodes("filterReset"),
    ),
  );
  return form;
}

function field(context: Context, key: Key, control: HTMLElement): HTMLElement {
  return h("label", {}, h("span", {}, context.language.nodes(key)), control);
}

type Option = readonly [value: string, label: Child];

function select(name: string, value: string, first: readonly Option[], rest: readonly Option[]): HTMLElement {
  return h(
    "select",
    { name },
    [...first, ...rest].map(([one, label]) => h("option", { value: one, selected: one === value }, label)),
  );
}
