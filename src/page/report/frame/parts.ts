/** Small pieces that many views show: names of articles, badges, long lists that open by parts. */
import type { Origin, Story } from "../../../model/index.js";
import { direction } from "../../../report/direction.js";
import type { ReportDocument } from "../../../report/html/bundle-format.js";
import { nameOf, timeText } from "../../../report/label.js";
import type { Key } from "../words/message.js";
import type { Context } from "./context.js";
import { append, bdi, type Child, DOT, h, languageOf } from "./dom.js";
import type { Role } from "./roles.js";

export function sourceOf(context: Context, document: ReportDocument): string {
  return document.source ?? context.language.text("noSource");
}

export function time(context: Context, { published }: ReportDocument): HTMLElement {
  if (published === undefined) return h("span", { class: "faint" }, context.language.nodes("noDate"));
  return moment(published);
}

/** A time, which never breaks in two and never turns. */
export function moment(published: string): HTMLElement {
  return h("bdi", { dir: "ltr", class: "time" }, timeText(published));
}

export function titleNode(document: ReportDocument): HTMLElement {
  const title = nameOf(document);
  return h("bdi", { dir: direction(title), lang: languageOf(title) }, title);
}

export function articleLink(context: Context, id: string): HTMLElement {
  const document = context.store.document(id);
  return h("a", { href: context.to.to("article", [id]) }, titleNode(document));
}

/** Title as a link, source and time under it. */
export function articleCell(context: Context, id: string): Child[] {
  const document = context.store.document(id);
  return [
    articleLink(context, id),
    h("span", { class: "under" }, sourceNode(context, document), DOT, time(context, document)),
  ];
}

export function sourceNode(context: Context, document: ReportDocument): Child {
  if (document.source === undefined) return h("span", { class: "faint" }, context.language.nodes("noSource"));
  return bdi(document.source);
}

export function originName(context: Context, story: Story, origin: Origin): string {
  if ("document" in origin) {
    const document = context.store.document(origin.document);
    return document.source === undefined ? nameOf(document) : `${document.source}: ${nameOf(document)}`;
  }
  return unseenName(context, story, origin.unseen);
}

export function unseenName(context: Context, story: Story, id: string): string {
  const unseen = story.unseen.find((one) => one.id === id);
  if (unseen?.name) return context.language.text("unseen.named", { name: unseen.name });
  return context.language.text(`unseen.${unseen?.type ?? "unknown"}`);
}

export function originCell(context: Context, story: Story, origin: Origin): Child[] {
  if ("document" in origin) return articleCell(context, origin.document);
  const unseen = story.unseen.find((one) => one.id === origin.unseen);
  const name = unseen?.name ?? null;
  const language = context.language;
  return [
    h("span", { class: "badge unseen" }, language.nodes("roleUnseenShort")),
    " ",
    name === null
      ? language.nodes(`unseen.${unseen?.type ?? "unknown"}`)
      : language.nodes("unseen.named", { name }),
  ];
}

const ROLE_SHORT: Record<Role, Key> = {
  origin: "roleOriginShort",
  copy: "roleCopyShort",
  part: "rolePartShort",
  unseen: "roleUnseenShort",
  undecided: "roleUndecidedShort",
};
const ROLE_LONG: Record<Role, Key> = {
  origin: "roleOrigin",
  copy: "roleCopy",
  part: "rolePart",
  unseen: "roleUnseen",
  undecided: "roleUndecided",
};

export function roleLong(role: Role): Key {
  return ROLE_LONG[role];
}

export function roleBadge(context: Context, role: Role): HTMLElement {
  const { language } = context;
  const title = language.text(ROLE_LONG[role]);
  return h("span", { class: `badge ${role}`, title }, language.nodes(ROLE_SHORT[role]));
}

/** A percentage never breaks in two and never turns. */
export function percent(context: Context, share: number): HTMLElement {
  return h("bdi", { class: "figure", dir: "ltr" }, context.language.percent(share));
}

/** One reading of a changed fact; a text may have nothing where the other denies. */
export function factReading(context: Context, { text }: { readonly text: string }): HTMLElement {
  if (text === "") return h("span", { class: "faint" }, context.language.nodes("none"));
  return h("bdi", { dir: direction(text), lang: languageOf(text), class: "fact-text" }, text);
}

export interface Column<Row> {
  readonly title: Key;
  readonly cell: (row: Row) => Child;
  /** The cell names its row. */
  readonly heads?: boolean;
}

const ROWS_SHOWN = 100;

/** A table that shows its first rows and opens more when asked. */
export function table<Row>(
  context: Context,
  caption: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  shownAtFirst = ROWS_SHOWN,
): HTMLElement {
  const body = h("tbody");
  const narrow = columns.map((column) => context.language.text(column.title));
  const head = h(
    "tr",
    {},
    columns.map((column) => h("th", { scope: "col" }, context.language.nodes(column.title))),
  );
  const region = h(
    "div",
    { class: "scrolling", role: "group", "aria-label": caption, tabindex: 0 },
    h("table", {}, h("caption", { class: "said" }, caption), h("thead", {}, head), body),
  );
  const whole = h("div", { class: "table" }, region);
  const row = (one: Row): HTMLElement =>
    h(
      "tr",
      {},
      columns.map((column, i) =>
        column.heads
          ? h("th", { scope: "row" }, column.cell(one))
          : h("td", { "data-title": narrow[i] }, column.cell(one)),
      ),
    );
  byParts(context, whole, rows, shownAtFirst, (one) => body.append(row(one)));
  return whole;
}

/** Adds rows by parts, with a button under them while there are more; focus goes to the first new link. */
export function byParts<Row>(
  context: Context,
  holder: HTMLElement,
  rows: readonly Row[],
  step: number,
  add: (row: Row) => void,
): void {
  let shown = 0;
  const { language } = context;
  const more = h("button", { type: "button", class: "more", click: () => extend() });
  const extend = (): void => {
    for (const row of rows.slice(shown, shown + step)) add(row);
    shown = Math.min(rows.length, shown + step);
    const left = rows.length - shown;
    more.replaceChildren();
    append(more, language.nodes("showMore", { n: Math.min(step, left) }));
    append(more, [DOT, language.nodes("shownOf", { shown, n: rows.length })]);
    more.hidden = left === 0;
  };
  extend();
  if (shown < rows.length) holder.append(more);
}

export function section(context: Context, id: string, title: Key, ...children: Child[]): HTMLElement {
  return h(
    "section",
    { id, "aria-labelledby": `${id}-title` },
    h("h2", { id: `${id}-title`, tabindex: -1 }, context.language.nodes(title)),
    children,
  );
}

export function figures(items: readonly (Child | null)[]): HTMLElement {
  return h(
    "ul",
    { class: "figures" },
    items.filter((item) => item !== null).map((item) => h("li", {}, item)),
  );
}
