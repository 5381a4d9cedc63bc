/** One story, all on one page, so that it can be read and printed from top to bottom. */
import type { ChangedFact, PassageGroup } from "../../../model/index.js";
import { direction } from "../../../report/direction.js";
import type { ReportStory } from "../../../report/html/bundle-format.js";
import { nameOf } from "../../../report/label.js";
import { readLink, undecidedTable } from "../evidence/edges.js";
import { edgeCounts, findingLine } from "../evidence/finding.js";
import type { Context, View } from "../frame/context.js";
import { bdi, type Child, DOT, h, languageOf } from "../frame/dom.js";
import {
  articleCell,
  byParts,
  factReading,
  figures,
  percent,
  roleBadge,
  section,
  table,
} from "../frame/parts.js";
import { graphSection } from "../graph/graph.js";
import { storySummary } from "../overview/view.js";
import { timelineSection } from "../timeline/timeline.js";
import type { Key } from "../words/message.js";
import { notFound } from "./missing.js";

const GROUPS_SHOWN = 20;
const LONGEST_EXCERPT = 400;

export function storyView(context: Context): View {
  const { language, route, store } = context;
  const story = store.stories[Number(route.arguments[0]) - 1];
  if (story === undefined) return notFound(context);
  const open = story.undecided.length > 0;
  const sections: (readonly [id: string, title: Key])[] = [
    ["timeline", "sectionTimeline"],
    ["graph", "sectionGraph"],
    ["articles", "sectionArticles"],
    ["facts", "sectionFacts"],
    ["passages", "sectionPassages"],
    ...(open ? [["undecided", "sectionUndecided"] as const] : []),
  ];
  return {
    title: `${language.text("storyTitle")} ${language.count(Number(route.arguments[0]))}: ${nameOf(store.document(story.id))}`,
    content: [
      figures([
        storySummary(context, story),
        ...edgeCounts(context, story.edges),
        open
          ? language.nodes("undecidedPairs", { n: story.undecided.length + story.undecidedLeftOut })
          : null,
      ]),
      unseen(context, story),
      jumps(context, sections),
      timelineSection(context, story),
      graphSection(context, story),
      articlesSection(context, story),
      factsSection(context, story),
      groupsSection(context, story),
      open && undecidedSection(context, story),
    ],
  };
}

function jumps(context: Context, sections: readonly (readonly [id: string, title: Key])[]): HTMLElement {
  const { language } = context;
  const go = (id: string) => (): void => {
    const title = document.getElementById(`${id}-title`);
    title?.scrollIntoView();
    title?.focus({ preventScroll: true });
  };
  return h(
    "nav",
    { class: "jumps", "aria-label": language.text("storySections") },
    sections.map(([id, title]) => h("button", { type: "button", click: go(id) }, language.nodes(title))),
  );
}

function unseen(context: Context, story: ReportStory): Child {
  if (story.unseen.length === 0) return null;
  const { language } = context;
  return h(
    "div",
    { class: "note" },
    h("h2", {}, language.nodes("unseenTitle")),
    h(
      "ul",
      {},
      story.unseen.map(({ name, type, documents }) => {
        const what =
          name === null ? language.nodes(`unseen.${type}`) : language.nodes("unseen.named", { name });
        return h("li", {}, language.nodes("unseenBasis", { name: h("span", {}, what), n: documents.length }));
      }),
    ),
  );
}

function articlesSection(context: Context, story: ReportStory): HTMLElement {
  const { language, store } = context;
  return section(
    context,
    "articles",
    "sectionArticles",
    h("p", { class: "lead" }, language.nodes("creditLead")),
    table<string>(
      context,
      language.text("sectionArticles"),
      [
        { title: "columnArticle", heads: true, cell: (id) => articleCell(context, id) },
        { title: "columnRole", cell: (id) => roleBadge(context, store.part(id)?.role ?? "undecided") },
        { title: "columnShare", cell: (id) => percent(context, store.part(id)?.share ?? 0) },
        { title: "columnFinding", cell: (id) => findingLine(context, story, id) },
        { title: "columnWords", cell: (id) => language.count(store.document(id).words) },
        { title: "columnCredit", cell: (id) => credit(context, id) },
      ],
      story.documents,
    ),
  );
}

/** The status, who is named and how, and what was not supplied. */
export function credit(context: Context, id: string): Child {
  const { language, store } = context;
  const check = store.check(id);
  if (check === undefined) return null;
  return [
    h("span", { class: `status ${check.status}` }, language.nodes(`credit.${check.status}`)),
    check.credits.length > 0 &&
      h(
        "ul",
        { class: "credits" },
        check.credits.map(({ name, alias, role, form }) =>
          h(
            "li",
            {},
            name === null ? language.nodes("creditUnnamed") : bdi(name),
            name !== alias && [" («", bdi(alias), "»)"],
            h(
              "span",
              { class: "under" },
              language.nodes(`role.${role}`),
              DOT,
              language.nodes(`form.${form}`),
            ),
          ),
        ),
      ),
    check.absentFields.length > 0 &&
      h(
        "span",
        { class: "under" },
        language.nodes("creditAbsent", {
          fields: check.absentFields
            .map((field) => language.text(`field.${field}`))
            .join(language.ui === "ar" ? "، " : ", "),
        }),
      ),
  ];
}

interface FactRow {
  readonly a: string;
  readonly b: string;
  readonly fact: ChangedFact;
}

function factsSection(context: Context, story: ReportStory): HTMLElement {
  const { language, store } = context;
  const pairs: (readonly [string, string])[] = story.edges.flatMap(({ from, to }) =>
    "document" in from ? [[from.document, to] as const] : [],
  );
  for (const { a, b } of story.undecided) pairs.push([a, b]);
  const rows = pairs.flatMap(([a, b]): FactRow[] =>
    (store.pair(a, b)?.facts ?? []).map((fact) => ({ a, b, fact })),
  );
  return section(
    context,
    "facts",
    "sectionFacts",
    rows.length === 0
      ? h("p", {}, language.nodes("factsNone"))
      : [
          h("p", { class: "lead" }, language.nodes("factsLead")),
          table<FactRow>(
            context,
            language.text("sectionFacts"),
            [
              { title: "columnKind", cell: ({ fact }) => language.nodes(`fact.${fact.kind}`) },
              { title: "columnBefore", cell: ({ fact }) => factReading(context, fact.a) },
              { title: "columnAfter", cell: ({ fact }) => factReading(context, fact.b) },
              { title: "columnFrom", cell: ({ a }) => articleCell(context, a) },
              { title: "columnTo", cell: ({ b }) => articleCell(context, b) },
              { title: "columnRead", cell: ({ a, b }) => readLink(context, a, b) },
            ],
            rows,
            50,
          ),
        ],
  );
}

function groupsSection(context: Context, story: ReportStory): HTMLElement {
  const { language } = context;
  const size = ({ holders }: PassageGroup): number =>
    Math.max(0, ...holders.map(({ start, end }) => end - start));
  const groups = story.groups
    .filter((group) => group.kind !== "boilerplate")
    .sort((x, y) => y.holders.length * size(y) - x.holders.length * size(x) || (x.id < y.id ? -1 : 1));
  const list = h("ol", { class: "groups" });
  const holder = h("div", {}, list);
  byParts(context, holder, groups, GROUPS_SHOWN, (group) => list.append(groupItem(context, group)));
  return section(
    context,
    "passages",
    "sectionPassages",
    groups.length === 0
      ? h("p", {}, language.nodes("passagesNone"))
      : [h("p", { class: "lead" }, language.nodes("passagesLead")), holder],
  );
}

function groupItem(context: Context, group: PassageGroup): HTMLElement {
  const { language, store } = context;
  const first = group.holders.find(({ document }) => document === group.earliest) ?? group.holders[0];
  const words = first === undefined ? undefined : store.words(first.document, first);
  const shown =
    words !== undefined && words.length > LONGEST_EXCERPT ? `${words.slice(0, LONGEST_EXCERPT)}…` : words;
  return h(
    "li",
    {},
    shown !== undefined &&
      h("blockquote", { class: group.kind, dir: direction(shown), lang: languageOf(shown) }, shown),
    h(
      "p",
      { class: "under" },
      language.nodes(`kind.${group.kind}`),
      DOT,
      language.nodes("holders", { n: new Set(group.holders.map((one) => one.document)).size }),
      group.earliest !== null && [
        DOT,
        language.nodes("columnEarliest"),
        ": ",
        articleCell(context, group.earliest),
      ],
    ),
  );
}

function undecidedSection(context: Context, story: ReportStory): HTMLElement {
  const { language } = context;
  return section(
    context,
    "undecided",
    "sectionUndecided",
    h("p", { class: "lead" }, language.nodes("undecidedLead")),
    undecidedTable(context, language.text("sectionUndecided"), story.undecided),
    story.undecidedLeftOut > 0 &&
      h("p", { class: "faint" }, language.nodes("undecidedLeftOut", { n: story.undecidedLeftOut })),
  );
}
