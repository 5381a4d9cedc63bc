/** Everything at once: figures, stories by size, who takes from whom. */
import type { ReportStory } from "../../../report/html/bundle-format.js";
import { edgeCounts } from "../evidence/finding.js";
import type { Context, View } from "../frame/context.js";
import { type Child, DOT, h } from "../frame/dom.js";
import { byParts, figures, moment, section, sourceOf, time, titleNode } from "../frame/parts.js";
import { isEmpty, readFilter } from "./filter.js";
import { chosen, documentFacts, filterForm } from "./filters.js";
import { matrixSection } from "./matrix.js";

const STORIES_SHOWN = 30;
const SOURCES_NAMED = 6;

export function overview(context: Context): View {
  const { language, store } = context;
  const title = language.text("overviewTitle");
  if (store.stories.length === 0) {
    return {
      title: language.text("noStoriesTitle"),
      content: [numbers(context), h("p", {}, language.nodes("noStories")), links(context)],
    };
  }
  return {
    title,
    content: [
      numbers(context),
      h("p", { class: "lead" }, language.nodes("overviewLead")),
      storiesSection(context),
      matrixSection(context),
    ],
  };
}

function links(context: Context): HTMLElement {
  const { language, to } = context;
  return h(
    "p",
    {},
    h("a", { href: to.to("articles") }, language.nodes("navArticles")),
    DOT,
    h("a", { href: to.to("method") }, language.nodes("navMethod")),
  );
}

function numbers(context: Context): Child {
  const { language, store } = context;
  const dates = store.documents.flatMap((one) => one.published ?? []);
  const sources = new Set(store.documents.flatMap((one) => one.source ?? []));
  const alone = store.documents.filter((one) => store.storyOf(one.id) === undefined).length;
  const edges = store.stories.flatMap((story) => story.edges);
  const open = store.stories.reduce(
    (sum, { undecided, undecidedLeftOut }) => sum + undecided.length + undecidedLeftOut,
    0,
  );
  const first = dates[0];
  const last = dates.at(-1);
  return [
    figures([
      language.nodes("documents", { n: store.documents.length }),
      language.nodes("sources", { n: sources.size }),
      language.nodes("stories", { n: store.stories.length }),
      ...edgeCounts(context, edges),
      open === 0 ? null : language.nodes("undecidedPairs", { n: open }),
      alone === 0 ? null : language.nodes("inNoStory", { n: alone }),
    ]),
    first !== undefined && last !== undefined
      ? h(
          "p",
          { class: "faint" },
          language.nodes("overviewSpan", { from: moment(first), until: moment(last) }),
        )
      : null,
  ];
}

function storiesSection(context: Context): HTMLElement {
  const { language, store, route } = context;
  const all = isEmpty(readFilter(route.query));
  const fitting = all ? null : chosen(context, documentFacts(context));
  const stories = store.stories
    .map((story, at) => ({ story, at }))
    .filter(({ story }) => fitting === null || story.documents.some((id) => fitting.has(id)));
  const list = h("ol", { class: "stories" });
  const holder = h("div", {}, list);
  byParts(context, holder, stories, STORIES_SHOWN, ({ story, at }) =>
    list.append(storyItem(context, story, at)),
  );
  const found = language.nodes(fitting === null ? "stories" : "storiesFound", { n: stories.length });
  return section(
    context,
    "stories",
    "storiesTitle",
    filterForm(context),
    h("p", { role: "status", class: "faint" }, stories.length === 0 ? language.nodes("nothingFits") : found),
    holder,
  );
}

function storyItem(context: Context, story: ReportStory, at: number): HTMLElement {
  const { language, store, to } = context;
  const first = store.document(story.id);
  const names = [...new Set(story.documents.map((id) => sourceOf(context, store.document(id))))];
  const uncredited = story.documents.filter((id) => store.check(id)?.status === "uncredited").length;
  const open = story.undecided.length + story.undecidedLeftOut;
  return h(
    "li",
    {},
    h("a", { class: "story", href: to.to("story", [at + 1]) }, titleNode(first)),
    h(
      "span",
      { class: "under" },
      time(context, first),
      DOT,
      storySummary(context, story),
      story.unseen.length > 0 && [DOT, language.nodes("unseenCount", { n: story.unseen.length })],
      open > 0 && [DOT, language.nodes("undecidedPairs", { n: open })],
      uncredited > 0 && [DOT, language.nodes("noCreditCount", { n: uncredited })],
    ),
    h(
      "span",
      { class: "under names" },
      names.slice(0, SOURCES_NAMED).map((name, i) => [i > 0 && DOT, h("bdi", {}, name)]),
      names.length > SOURCES_NAMED && [DOT, `+${language.count(names.length - SOURCES_NAMED)}`],
    ),
  );
}

/** "12 articles from 9 outlets, 1 origin". */
export function storySummary(context: Context, story: ReportStory): Child[] {
  const { language, store } = context;
  const part = (children: Child[]): HTMLElement => h("span", {}, children);
  // Of articles that name no source nobody can say how many outlets they have.
  const isMixed = story.outlets > 0 && story.documents.some((id) => store.document(id).source === undefined);
  return language.nodes(isMixed ? "storySummaryOthers" : "storySummary", {
    documents: part(language.nodes("documents", { n: story.documents.length })),
    outlets: part(language.nodes("outlets", { n: story.outlets })),
    origins: part(language.nodes("origins", { n: story.independentOrigins })),
  });
}
