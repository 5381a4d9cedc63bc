/** When it was published and changed, in the order of trust: machine fields, `<time>`, what stands by the title, the address. */
import { isoTime } from "../../times.js";
import { textOf } from "./fields-jsonld.js";
import { HINT } from "./hints.js";
import { type Found, firstMeta, type PageSources } from "./sources.js";
import { type Element, plainText } from "./tree.js";

const PUBLISHED = [
  "article:published_time",
  "og:published_time",
  "og:article:published_time",
  "datepublished",
  "date",
  "pubdate",
  "publishdate",
  "publish-date",
  "publish_date",
  "publication_date",
  "article.published",
  "article_date_original",
  "originalpublicationdate",
  "parsely-pub-date",
  "sailthru.date",
  "cxenseparse:recs:publishtime",
  "cxenseparse:publishtime",
  "dc.date.issued",
  "dcterms.issued",
  "dcterms.created",
  "dc.date",
  "dc.date.created",
  "dcterms.date",
  "rnews:datepublished",
  "published",
  "release_date",
  "displaydate",
  "timestamp",
  "article:post_date",
  "created",
  "citation_publication_date",
  "citation_date",
];
const MODIFIED = [
  "article:modified_time",
  "og:updated_time",
  "datemodified",
  "last-modified",
  "lastmod",
  "dcterms.modified",
  "dc.date.modified",
  "article.updated",
  "og:modified_time",
];
/** Of the many names of systems that few sites use. */
const ANY_PUBLISHED = /publi(?:sh|cation)|pub[-_.]?date|posted|issued/;
/** How far from the title a date that the reader sees may stand, in blocks. */
const BEFORE_TITLE = 6;
const AFTER_TITLE = 14;

export function readPublished(sources: PageSources): Found | undefined {
  const told = toldPublished(sources);
  if (told === undefined) return timeElement(sources) ?? shown(sources, FAR) ?? addressDate(sources.url);
  // A site that moved house dates its old articles by the day of the move; the reader sees the right day.
  const seen = shown(sources, BEFORE_TITLE);
  return seen !== undefined && seen[0].slice(0, 10) < told[0].slice(0, 10) ? seen : told;
}

function toldPublished({ data, meta, items, dayFirst }: PageSources): Found | undefined {
  for (const node of [data.article, data.page]) {
    const time = node === null ? undefined : readTime(textOf(node.datePublished ?? node.dateCreated));
    if (time !== undefined) return [time, "json-ld datePublished"];
  }
  for (const name of PUBLISHED) {
    const time = readTime(meta.get(name)?.[0]);
    if (time !== undefined) return [time, firstMeta(meta, [name])![1]];
  }
  for (const [name, values] of meta) {
    const time = ANY_PUBLISHED.test(name) ? readTime(values[0]) : undefined;
    if (time !== undefined) return [time, `meta ${name}`];
  }
  for (const element of items.get("datepublished") ?? []) {
    const time = timeOfElement(element, dayFirst);
    if (time !== undefined) return [time, "microdata datePublished"];
  }
  return undefined;
}

export function readModified({ data, meta, items, dayFirst }: PageSources): Found | undefined {
  for (const node of [data.article, data.page]) {
    const time = node === null ? undefined : readTime(textOf(node.dateModified));
    if (time !== undefined) return [time, "json-ld dateModified"];
  }
  for (const name of MODIFIED) {
    const time = readTime(meta.get(name)?.[0]);
    if (time !== undefined) return [time, firstMeta(meta, [name])![1]];
  }
  for (const element of items.get("datemodified") ?? []) {
    const time = timeOfElement(element, dayFirst);
    if (time !== undefined) return [time, "microdata dateModified"];
  }
  return undefined;
}

function timeOfElement(element: Element, dayFirst: boolean): string | undefined {
  const { attributes } = element;
  return (
    readTime(attributes.get("datetime")) ??
    readTime(attributes.get("content")) ??
    readTime(attributes.get("title")) ??
    dateInText(plainText(element, 200), dayFirst)
  );
}

/** The `<time>` that is marked as the publication's, else the first that stands in the article's heading. */
function timeElement({ times, blocks, titleAt, dayFirst }: PageSources): Found | undefined {
  const marked = times.find(
    ({ attributes }) => attributes.has("pubdate") || /publish/.test(attributes.get("class") ?? ""),
  );
  const near = new Set(
    blocks
      .slice(Math.max(0, titleAt - BEFORE_TITLE), titleAt + AFTER_TITLE)
      .filter(({ hints }) => (hints & OTHERS) === 0)
      .map(({ element }) => element),
  );
  const inHeading = times.find((time) => {
    for (let up: Element | null = time, steps = 0; up !== null && steps < 3; up = up.parent, steps++)
      if (near.has(up)) return true;
    return false;
  });
  for (const element of [marked, inHeading, times.length === 1 ? times[0] : undefined]) {
    const time = element === undefined ? undefined : timeOfElement(element, dayFirst);
    if (time !== undefined) return [time, "<time>"];
  }
  return undefined;
}

/**
 * A date in a short line near the title; further away only in a line that says by its class or its words that
 * it is the date of the page.
 */
function shown({ blocks, titleAt, dayFirst }: PageSources, reach: number): Found | undefined {
  let best: { time: string; cost: number } | undefined;
  const first = Math.max(0, titleAt - BEFORE_TITLE);
  for (let at = first; at < Math.min(blocks.length, titleAt + reach); at++) {
    const block = blocks[at]!;
    if (block.words > MOST_WORDS) continue;
    const named = (block.near & HINT.byline) !== 0 || CUE.test(block.text);
    if (!named && (at > titleAt + AFTER_TITLE || block.words > 12)) continue;
    const foreign = (block.hints & OTHERS) !== 0;
    if (foreign && at > titleAt + AFTER_TITLE && (block.near & HINT.byline) === 0) continue;
    const time = dateInText(block.text, dayFirst);
    if (time === undefined) continue;
    const cost =
      (at < titleAt ? 3 : 1) * Math.abs(at - titleAt) +
      (named ? 0 : 8) +
      (foreign ? 15 : 0) +
      (UPDATED.test(block.text) ? 20 : 0);
    if (best === undefined || cost < best.cost) best = { time, cost };
  }
  return best === undefined ? undefined : [best.time, "text"];
}

const FAR = 90;
const MOST_WORDS = 25;
/** Dates of other articles. */
const OTHERS = HINT.related | HINT.sidebar | HINT.comments | HINT.footer | HINT.nav | HINT.legal;
const CUE = /publish|posted|updated|reviewed|\bdate\b|نشر|تاريخ|بتاريخ|تحديث/i;
const UPDATED = /updated|modified|آخر تحديث|تحديث|تعديل/i;

/** `/2015/08/15/`, `/2015-08-15/`: a day, of lower trust. */
function addressDate(url: string | undefined): Found | undefined {
  const path =
    url === undefined ? null : /[/\-_=](\d{4})[/\-_](\d{1,2})[/\-_](\d{1,2})(?=[/\-_.?]|$)/.exec(url);
  if (path === null) return undefined;
  const time = readTime(`${path[1]}-${path[2]!.padStart(2, "0")}-${path[3]!.padStart(2, "0")}`);
  return time === undefined ? undefined : [time, "address"];
}

const CANDIDATES: readonly RegExp[] = [
  // 2015-08-15, 2015/8/15 with a clock
  /(?<!\d)\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[T ]+\d{1,2}:\d{2}(?::\d{2})?)?/g,
  // August 15, 2015
  /\p{L}{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}/gu,
  // 15 August 2015; 15 آب/أغسطس 2015; 12 أيار , 2007
  /\d{1,2}(?:st|nd|rd|th)?\.?(?: de)? \p{L}{2,12}(?:[ /(]+\p{L}{2,12}\)?){0,2}\.? ?[,،]?(?: de)? \d{4}/gu,
  // 15/08/2015
  /(?<!\d)\d{1,2}[-/.]\d{1,2}[-/.]\d{4}/g,
];

/** The first date in a line of text, or undefined. */
export function dateInText(text: string, dayFirst: boolean): string | undefined {
  const line = text
    .slice(0, 300)
    .replace(/\s+/g, " ")
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));
  for (const pattern of CANDIDATES) {
    for (const [found] of line.matchAll(pattern)) {
      const time = readTime(plainDate(found, dayFirst));
      if (time !== undefined) return time;
    }
  }
  return undefined;
}

/** Without ordinals, commas and full stops; `8/7/2019` on an Arabic page is of July. */
function plainDate(found: string, dayFirst: boolean): string {
  const plain = found
    .replace(/(\d)(?:st|nd|rd|th)/i, "$1")
    .replace(/(?<=\p{L})[.,،]+(?= )| *[,،]+(?= )/gu, "");
  if (!dayFirst) return plain;
  return plain.replace(
    /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/,
    (date, day: string, month: string, year: string) =>
      Number(month) > 12 ? date : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`,
  );
}

/** The one place where this folder reads a time. Years before newspapers were on the web are mistakes. */
function readTime(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const time = isoTime(text.trim());
  return time === undefined || time.length < 10 || time < "1990" || time > "2100" ? undefined : time;
}
