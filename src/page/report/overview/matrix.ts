/** Who takes from whom, source by source, and the list behind it. */
import type { LineageEdge } from "../../../model/index.js";
import type { ReportStory } from "../../../report/html/bundle-format.js";
import { edgeTable } from "../evidence/edges.js";
import type { Context, View } from "../frame/context.js";
import { bdi, type Child, h, said } from "../frame/dom.js";
import { section } from "../frame/parts.js";

const SOURCES_SHOWN = 24;
/** Stands for a text that is not in the collection; no source has this name. */
const UNSEEN = "\u0000unseen";

export interface Taking {
  readonly story: ReportStory;
  readonly edge: LineageEdge;
  readonly from: string;
  readonly to: string;
}

export function takings(context: Context): Taking[] {
  const { store } = context;
  const source = (id: string): string => store.document(id).source ?? "";
  return store.stories.flatMap((story) =>
    story.edges.map((edge) => ({
      ...{ story, edge, to: source(edge.to) },
      from: "document" in edge.from ? source(edge.from.document) : UNSEEN,
    })),
  );
}

function sourceName(context: Context, source: string): Child {
  if (source === UNSEEN) return context.language.nodes("unseenSource");
  return source === "" ? context.language.nodes("noSource") : bdi(source);
}

function plainName(context: Context, source: string): string {
  if (source === UNSEEN) return context.language.text("unseenSource");
  return source === "" ? context.language.text("noSource") : source;
}

export function matrixSection(context: Context): HTMLElement {
  const { language } = context;
  // What is only likely is nobody's taking yet: the list has it, this table does not.
  const all = takings(context).filter(({ edge }) => edge.certainty === "sure");
  if (all.length === 0)
    return section(context, "matrix", "matrixTitle", h("p", {}, language.nodes("matrixNothing")));
  const rows = byCount(all.map((one) => one.to));
  const columns = byCount(all.map((one) => one.from));
  const hidden = new Set([...rows.slice(SOURCES_SHOWN), ...columns.slice(SOURCES_SHOWN)]).size;
  const label = language.text("matrixCaption");
  return section(
    context,
    "matrix",
    "matrixTitle",
    h("p", { class: "lead" }, language.nodes("matrixLead")),
    h(
      "div",
      { class: "scrolling", role: "group", "aria-label": label, tabindex: 0 },
      matrix(context, all, rows.slice(0, SOURCES_SHOWN), columns.slice(0, SOURCES_SHOWN), label),
    ),
    hidden > 0 && h("p", { class: "faint" }, language.nodes("matrixMore", { n: hidden })),
  );
}

function matrix(
  context: Context,
  all: readonly Taking[],
  rows: readonly string[],
  columns: readonly string[],
  label: string,
): HTMLElement {
  const { language } = context;
  const counts = new Map<string, number>();
  for (const { from, to } of all) {
    const key = JSON.stringify([from, to]);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const most = Math.max(...counts.values());
  const cell = (from: string, to: string): HTMLElement => {
    const n = counts.get(JSON.stringify([from, to])) ?? 0;
    if (n === 0) return h("td", {});
    const strength = Math.ceil((4 * Math.log1p(n)) / Math.log1p(most));
    const names = { n, from: plainName(context, from), to: plainName(context, to) };
    return h(
      "td",
      { class: `heat heat-${strength}` },
      h(
        "a",
        { href: address(context, from, to) },
        language.count(n),
        said(` ${language.text("matrixCell", names)}`),
      ),
    );
  };
  const total = (n: number): HTMLElement => h("td", { class: "total" }, language.count(n));
  return h(
    "table",
    { class: "matrix" },
    h("caption", { class: "said" }, label),
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        h("th", { scope: "col" }, language.nodes("matrixCorner")),
        columns.map((from) => h("th", { scope: "col" }, sourceName(context, from))),
        h("th", { scope: "col" }, language.nodes("matrixTotal")),
      ),
    ),
    h(
      "tbody",
      {},
      rows.map((to) =>
        h(
          "tr",
          {},
          h("th", { scope: "row" }, sourceName(context, to)),
          columns.map((from) => cell(from, to)),
          total(all.filter((one) => one.to === to).length),
        ),
      ),
    ),
  );
}

function address(context: Context, from: string, to: string): string {
  return context.to.to("taking", [], { from: key(from), to: key(to), certainty: "sure" });
}

/** In an address: "-" for no source, "?" for a text that is not here, else "=" and the name. */
function key(source: string): string {
  return source === UNSEEN ? "?" : source === "" ? "-" : `=${source}`;
}

export function taking(context: Context): View {
  const { language, route } = context;
  const all = takings(context);
  const from = route.query.get("from") ?? "";
  const to = route.query.get("to") ?? "";
  const certainty = route.query.get("certainty") ?? "";
  const shown = all.filter(
    (one) =>
      (from === "" || key(one.from) === from) &&
      (to === "" || key(one.to) === to) &&
      (certainty === "" || one.edge.certainty === certainty),
  );
  const change = (): void => {
    const values = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    context.replace(context.to.to("taking", [], values));
  };
  const choice = (name: "from" | "to", value: string, title: "takingFrom" | "takingTo"): HTMLElement => {
    const sources = byCount(all.map((one) => one[name]));
    return h(
      "label",
      {},
      h("span", {}, language.nodes(title)),
      h(
        "select",
        { name },
        h("option", { value: "" }, language.nodes("filterAny")),
        sources.map((one) =>
          h("option", { value: key(one), selected: key(one) === value }, plainName(context, one)),
        ),
      ),
    );
  };
  const form = h(
    "form",
    {
      class: "filters",
      "aria-label": language.text("filters"),
      change,
      submit: (event) => event.preventDefault(),
    },
    choice("to", to, "takingTo"),
    choice("from", from, "takingFrom"),
  );
  return {
    title: language.text("takingTitle"),
    content: [
      h("p", { class: "lead" }, language.nodes("takingLead")),
      form,
      h("p", { role: "status", class: "faint" }, language.nodes("statedEdges", { n: shown.length })),
      shown.length > 0 && edgeTable(context, language.text("takingTitle"), shown),
    ],
  };
}

/** The most frequent first, then by name. */
function byCount(names: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([x, m], [y, n]) => n - m || (x < y ? -1 : 1)).map(([name]) => name);
}
