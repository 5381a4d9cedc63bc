/**
 * RSS 0.9 to 2.0, RDF, Atom and JSON Feed → one record an item, through feedsmith. The whole of an item
 * (`content:encoded`, `content`) goes before its summary.
 */
import { decodeMarkup } from "../charset.js";
import { ValueEmitter, wholeBytes } from "../emit.js";
import { FIELD_NAMES } from "../fields.js";
import type { FormatReader, ReadContext, Source } from "../format.js";
import { fragmentText } from "../fragment.js";
import type { FieldValues } from "../record.js";

type Item = Record<string, unknown>;
interface AnyFeed {
  readonly title?: unknown;
  readonly language?: unknown;
  readonly items?: readonly Item[];
  readonly entries?: readonly Item[];
  readonly [key: string]: unknown;
}

export const feed: FormatReader = { read: readFeed };

// Controls that XML does not allow; newline, return and tab stay.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;

async function* readFeed(source: Source, context: ReadContext): AsyncGenerator<void, void> {
  const emitter = new ValueEmitter(context);
  const bytes = await wholeBytes(source, context.maxRecordBytes);
  if (typeof bytes === "string") return emitter.skip(0, bytes);
  const decoded = decodeMarkup(bytes, context.encoding);
  if ("refused" in decoded) return emitter.skip(0, decoded.refused);
  const parsed = await parse(decoded.text.replace(CONTROLS, " "));
  if (typeof parsed === "string") return emitter.skip(0, parsed);
  const { feed, format } = parsed;
  context.found(format);
  const items = feed.items ?? feed.entries ?? [];
  if (items.length === 0) emitter.skip(0, "a feed without items");
  let number = 0;
  for (const item of items) {
    number++;
    const picked = readItem(item, feed);
    emitter.emit(number, picked.values, { from: picked.from });
    if (number % 64 === 0) yield;
  }
}

async function parse(text: string): Promise<{ feed: AnyFeed; format: string } | string> {
  const { parseFeed } = await import("feedsmith");
  try {
    const { feed, format } = parseFeed(text.trimStart());
    return {
      feed: feed as AnyFeed,
      format: format === "json" ? "JSON Feed" : format === "atom" ? "Atom" : format.toUpperCase(),
    };
  } catch (error) {
    return `a feed that cannot be read: ${(error as Error).message.split("\n")[0]}`;
  }
}

/** Where each field of an item may stand, the best first; a path of keys. */
const PLACES: Readonly<Record<string, readonly (readonly [path: string, name: string])[]>> = {
  id: [
    ["guid.value", "guid"],
    ["id", "id"],
    ["rdf.about", "rdf:about"],
  ],
  text: [
    ["content.encoded", "content:encoded"],
    ["content_html", "content_html"],
    ["content_text", "content_text"],
    ["content.value", "content"],
    ["content", "content"],
    ["description", "description"],
    ["summary.value", "summary"],
    ["summary", "summary"],
    ["dc.description", "dc:description"],
    ["dc.descriptions", "dc:description"],
    ["media.description.value", "media:description"],
  ],
  title: [
    ["title.value", "title"],
    ["title", "title"],
    ["dc.title", "dc:title"],
    ["dc.titles", "dc:title"],
  ],
  url: [
    ["link", "link"],
    ["links", "link"],
    ["url", "url"],
    ["external_url", "external_url"],
  ],
  published: [
    ["pubDate", "pubDate"],
    ["published", "published"],
    ["date_published", "date_published"],
    ["dcterms.issued", "dcterms:issued"],
    ["dcterms.created", "dcterms:created"],
    ["dc.date", "dc:date"],
    ["dc.dates", "dc:date"],
    ["prism.publicationDate", "prism:publicationDate"],
    ["updated", "updated"],
  ],
  modified: [
    ["updated", "updated"],
    ["date_modified", "date_modified"],
    ["atom.updated", "atom:updated"],
    ["dcterms.modified", "dcterms:modified"],
  ],
  byline: [
    ["dc.creator", "dc:creator"],
    ["dc.creators", "dc:creator"],
    ["authors", "author"],
    ["author", "author"],
    ["itunes.author", "itunes:author"],
  ],
  lang: [
    ["language", "language"],
    ["dc.language", "dc:language"],
    ["dc.languages", "dc:language"],
    ["xml.lang", "xml:lang"],
  ],
  source: [
    ["source.title", "source"],
    ["source.name", "source"],
  ],
};

function readItem(item: Item, feed: AnyFeed): { values: FieldValues; from: Record<string, string> } {
  const values: FieldValues = {};
  const from: Record<string, string> = {};
  for (const name of FIELD_NAMES) {
    for (const [path, place] of PLACES[name] ?? []) {
      const value = asText(at(item, path), name);
      if (value === "") continue;
      values[name] = name === "text" || name === "title" ? plain(value) : value.trim();
      from[name] = place;
      if (values[name] !== "") break;
    }
  }
  const title = asText(at(feed, "title.value") ?? feed.title, "title").trim();
  if (values.source === undefined && title !== "") {
    values.source = plain(title);
    from["source"] = "title of the feed";
  }
  const lang = asText(feed.language ?? at(feed, "dc.language") ?? at(feed, "xml.lang"), "lang").trim();
  if (values.lang === undefined && lang !== "") {
    values.lang = lang;
    from["lang"] = "language of the feed";
  }
  // A permanent link is an address, where the item gives no other.
  if (values.url === undefined && values.id !== undefined && /^https?:\/\//.test(values.id)) {
    values.url = values.id;
    from["url"] = "guid";
  }
  return { values, from };
}

/** Titles and texts of feeds are HTML, escaped or not; plain text goes through as it is. */
function plain(value: string): string {
  return /[<&]/.test(value) ? fragmentText(value) : value.trim();
}

function at(value: unknown, path: string): unknown {
  let inner = value;
  for (const key of path.split(".")) {
    if (typeof inner !== "object" || inner === null || Array.isArray(inner)) return undefined;
    inner = (inner as Record<string, unknown>)[key];
  }
  return inner;
}

/** Of lists of people all names, of links the one to the page, else the first. */
function asText(value: unknown, name: string): string {
  if (typeof value === "string") return value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString();
  if (Array.isArray(value)) {
    if (name === "byline")
      return value
        .map((one) => asText(one, name))
        .filter(Boolean)
        .join(", ");
    if (name === "url") {
      const page = value.find((one) => at(one, "rel") === "alternate" || at(one, "rel") === undefined);
      return asText(page ?? value[0], name);
    }
    return asText(value[0], name);
  }
  if (typeof value !== "object" || value === null) return "";
  const keys = name === "url" ? ["href", "url"] : ["name", "value", "email"];
  for (const key of keys) {
    const inner = at(value, key);
    if (typeof inner === "string" && inner !== "") return inner;
  }
  return "";
}
