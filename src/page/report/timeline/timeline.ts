/** The timeline of a story: a row a source, a mark an article, which is a link to it. */
import type { ReportStory } from "../../../report/html/bundle-format.js";
import { nameOf, timeText } from "../../../report/label.js";
import type { Context } from "../frame/context.js";
import { type Child, h } from "../frame/dom.js";
import {
  articleCell,
  percent,
  roleBadge,
  roleLong,
  section,
  sourceNode,
  sourceOf,
  table,
  time,
} from "../frame/parts.js";
import { ROLES } from "../frame/roles.js";
import { type Mark, type TimelineRow, timeline } from "./model.js";
import { span } from "./moments.js";

const DAY = 86_400_000;
const LANE_HEIGHT = 28;
const SMALLEST = 9;
const LARGEST = 22;

export function timelineSection(context: Context, story: ReportStory): HTMLElement {
  const { language, store } = context;
  const items = story.documents.map((id) => {
    const document = store.document(id);
    return { id, source: document.source ?? "", ...span(store.time(id), document.published) };
  });
  const { rows, ticks, step } = timeline(items);
  const axis = h(
    "div",
    { class: "axis timeline-row", "aria-hidden": "true" },
    h("span", { class: "row-name" }),
    h(
      "span",
      { class: "track" },
      ticks.map(({ at, time }) => {
        const tick = h("span", { class: "tick" }, tickText(context, time, step));
        tick.style.insetInlineStart = `${at}%`;
        return tick;
      }),
    ),
  );
  const drawn = h(
    "div",
    { class: rows.some(({ undated }) => undated.length > 0) ? "timeline has-undated" : "timeline" },
    axis,
    h(
      "ul",
      { class: "rows" },
      rows.map((row) =>
        timelineRow(
          context,
          row,
          ticks.map(({ at }) => at),
        ),
      ),
    ),
  );
  return section(
    context,
    "timeline",
    "sectionTimeline",
    h("p", { class: "lead" }, language.nodes("timelineLead"), " ", language.nodes("timelineZone")),
    legend(context),
    drawn,
    h(
      "details",
      { class: "as-table" },
      h("summary", {}, language.nodes("timelineTable")),
      timelineTable(context, story),
    ),
  );
}

function tickText(context: Context, time: number, step: number | null): string {
  const { language } = context;
  if (step !== null && step < DAY) {
    const hours = language.date(time, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    return time % DAY === 0 ? language.date(time, { day: "numeric", month: "short" }) : hours;
  }
  if (step !== null && step > 300 * DAY) return language.date(time, { year: "numeric" });
  if (step !== null && step > 25 * DAY) return language.date(time, { month: "short", year: "numeric" });
  return language.date(time, { day: "numeric", month: "short" });
}

function timelineRow(context: Context, row: TimelineRow, ticks: readonly number[]): HTMLElement {
  const { language } = context;
  const name: Child =
    row.source === ""
      ? language.nodes("noSource")
      : sourceNode(context, { id: "", words: 0, source: row.source });
  const track = h("span", { class: "track" });
  track.style.minHeight = `${row.lanes * LANE_HEIGHT + 6}px`;
  for (const at of ticks) {
    const line = h("span", { class: "grid" });
    line.style.insetInlineStart = `${at}%`;
    track.append(line);
  }
  for (const mark of row.marks) track.append(...markNodes(context, mark));
  const undated = row.undated.length > 0 && [
    h("span", { class: "undated-name" }, language.nodes("timelineUndated")),
    row.undated.map((id) => dot(context, id)),
  ];
  return h(
    "li",
    { class: "timeline-row" },
    h("span", { class: "row-name" }, name),
    track,
    h("span", { class: "undated" }, undated),
  );
}

function markNodes(context: Context, mark: Mark): HTMLElement[] {
  const top = mark.lane * LANE_HEIGHT + LANE_HEIGHT / 2 + 3;
  const link = dot(context, mark.id);
  link.style.insetInlineStart = `${mark.at}%`;
  link.style.top = `${top}px`;
  if (mark.width === 0) return [link];
  const bar = h("span", { class: "bar" });
  bar.style.insetInlineStart = `${mark.from}%`;
  bar.style.width = `${mark.width}%`;
  bar.style.top = `${top}px`;
  return [bar, link];
}

function dot(context: Context, id: string): HTMLElement {
  const { language, store, to } = context;
  const document = store.document(id);
  const part = store.part(id) ?? { role: "undecided" as const, share: 0 };
  const size = part.share === 0 ? 14 : SMALLEST + Math.sqrt(part.share) * (LARGEST - SMALLEST);
  const shape = h("span", { class: `shape ${part.role}` });
  shape.style.width = `${Math.round(size)}px`;
  shape.style.height = `${Math.round(size)}px`;
  const label = language.text("timelineMark", {
    title: nameOf(document),
    source: sourceOf(context, document),
    time: document.published === undefined ? language.text("noDate") : timeText(document.published),
    role: language.text(roleLong(part.role)),
    share: language.percent(part.share),
  });
  return h("a", { class: "dot", href: to.to("article", [id]), "aria-label": label, title: label }, shape);
}

function legend(context: Context): HTMLElement {
  const { language } = context;
  return h(
    "ul",
    { class: "legend", "aria-label": language.text("legend") },
    ROLES.map((role) => {
      const shape = h("span", { class: `shape ${role}`, "aria-hidden": "true" });
      return h("li", {}, shape, " ", language.nodes(roleLong(role)));
    }),
  );
}

function timelineTable(context: Context, story: ReportStory): HTMLElement {
  const { language, store } = context;
  return table<string>(
    context,
    language.text("timelineTable"),
    [
      { title: "columnTime", cell: (id) => time(context, store.document(id)) },
      { title: "columnArticle", heads: true, cell: (id) => articleCell(context, id) },
      { title: "columnRole", cell: (id) => roleBadge(context, store.part(id)?.role ?? "undecided") },
      { title: "columnShare", cell: (id) => percent(context, store.part(id)?.share ?? 0) },
    ],
    story.documents,
  );
}
