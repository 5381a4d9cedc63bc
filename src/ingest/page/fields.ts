/**
 * Title, byline, dates, address, outlet and language of a page, each with where it came from. What is meant for
 * machines comes first: JSON-LD, OpenGraph, `<meta>`, microdata, `<time>`; then what a reader sees.
 */

import type { Block } from "./blocks.js";
import { readBylines } from "./fields-byline.js";
import { readModified, readPublished } from "./fields-date.js";
import { type LinkedData, readLinkedData, textOf } from "./fields-jsonld.js";
import { readTitle } from "./fields-title.js";
import { comparable, type Found, firstMeta, type PageSources } from "./sources.js";
import { type Element, elementsOf, plainText, type Tree } from "./tree.js";

export type FieldName = "title" | "byline" | "published" | "modified" | "url" | "source" | "lang";

export interface PageFields {
  readonly values: Partial<Record<FieldName, string>>;
  /** By field: `json-ld datePublished`, `og:title`, `meta author`, `<time>`, `text`. */
  readonly from: Record<string, string>;
}

export function readFields(
  tree: Tree,
  blocks: readonly Block[],
  address: string | undefined,
): { fields: PageFields; sources: PageSources } {
  const head = scan(tree);
  const data = readLinkedData(tree.data.filter(({ kind }) => kind === "json-ld").map(({ text }) => text));
  const url = readUrl(head, data, address);
  const source = readSource(head, data);
  const partial = { ...head, data, blocks, url: url?.[0], titleAt: 0, dayFirst: isArabic(head, blocks) };
  const title = readTitle(partial, source?.[0]);
  const titleAt = title === undefined ? 0 : blockOfTitle(blocks, title[0]);
  const sources: PageSources = { ...partial, titleAt };
  const found: Partial<Record<FieldName, Found | undefined>> = {
    title,
    byline: readBylines(sources),
    published: readPublished(sources),
    modified: readModified(sources),
    url,
    source: source ?? sourceOfTitle(head.windowTitle, title?.[0]),
    lang: readLanguage(tree.root, head, data),
  };
  const values: Partial<Record<FieldName, string>> = {};
  const from: Record<string, string> = {};
  for (const [name, pair] of Object.entries(found) as [FieldName, Found | undefined][]) {
    if (pair === undefined) continue;
    values[name] = pair[0];
    from[name] = pair[1];
  }
  return { fields: { values, from }, sources };
}

type Head = Pick<PageSources, "meta" | "items" | "times" | "headings" | "windowTitle"> & {
  readonly canonical: string | undefined;
};

function scan(tree: Tree): Head {
  const meta = new Map<string, string[]>();
  const items = new Map<string, Element[]>();
  const times: Element[] = [];
  const headings: Element[] = [];
  let windowTitle = "";
  let canonical: string | undefined;
  for (const element of elementsOf(tree.root)) {
    const { tag, attributes } = element;
    if (tag === "meta") readMeta(attributes, meta);
    else if (tag === "title" && windowTitle === "") windowTitle = plainText(element);
    else if (tag === "link" && attributes.get("rel")?.toLowerCase() === "canonical")
      canonical ??= attributes.get("href");
    else if (tag === "time") times.push(element);
    else if (/^h[123]$/.test(tag)) headings.push(element);
    const item = attributes.get("itemprop")?.toLowerCase();
    if (item !== undefined) for (const name of item.split(/\s+/)) push(items, name, element);
  }
  return { meta, items, times, headings, windowTitle, canonical };
}

function readMeta(attributes: ReadonlyMap<string, string>, meta: Map<string, string[]>): void {
  const content = attributes.get("content")?.trim();
  if (content === undefined || content === "") return;
  for (const key of ["name", "property", "itemprop", "http-equiv"]) {
    const name = attributes.get(key)?.trim().toLowerCase();
    if (name !== undefined && name !== "") push(meta, name, content);
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else if (list.length < 200) list.push(value);
}

function readUrl(head: Head, data: LinkedData, address: string | undefined): Found | undefined {
  const candidates: (Found | undefined)[] = [
    linkedUrl(data),
    head.canonical === undefined ? undefined : [head.canonical, "link canonical"],
    firstMeta(head.meta, ["og:url", "twitter:url"]),
  ];
  let bare: Found | undefined;
  for (const candidate of candidates) {
    if (candidate === undefined) continue;
    const url = absolute(candidate[0], address);
    if (url === undefined) continue;
    // A template that was never filled in names the front page.
    if (new URL(url).pathname.length > 1 || new URL(url).search !== "") return [url, candidate[1]];
    bare ??= [url, candidate[1]];
  }
  return address === undefined ? bare : [address, "address"];
}

function linkedUrl({ article }: LinkedData): Found | undefined {
  if (article === null) return undefined;
  const page = article.mainEntityOfPage;
  const id = typeof page === "object" && page !== null ? (page as Record<string, unknown>)["@id"] : page;
  const url = textOf(article.url) ?? textOf(id);
  return url !== undefined && /^https?:/.test(url) ? [url.replace(/#.*$/, ""), "json-ld url"] : undefined;
}

function absolute(href: string, base: string | undefined): string | undefined {
  try {
    const url = base === undefined ? new URL(href) : new URL(href, base);
    return url.protocol === "http:" || url.protocol === "https:" ? url.href : undefined;
  } catch {
    return undefined;
  }
}

function readSource({ meta, items }: Head, data: LinkedData): Found | undefined {
  const publisher = data.article?.publisher ?? data.page?.publisher;
  const id =
    typeof publisher === "object" && publisher !== null
      ? (publisher as Record<string, unknown>)["@id"]
      : undefined;
  const named = typeof id === "string" ? data.names.get(id) : undefined;
  const linked = named ?? textOf(publisher);
  if (linked !== undefined && !/^(?:https?:|#)/.test(linked)) return [linked, "json-ld publisher"];
  const found = firstMeta(meta, [
    "og:site_name",
    "application-name",
    "dc.publisher",
    "publisher",
    "copyright",
  ]);
  if (found !== undefined && found[0].length <= 80 && !/^https?:/.test(found[0])) return found;
  const item = items.get("publisher")?.[0];
  if (item !== undefined) {
    const name = plainText(item, 200);
    if (name !== "" && name.length <= 80) return [name, "microdata publisher"];
  }
  return data.site === undefined ? undefined : [data.site, "json-ld WebSite"];
}

/** `Headline - Outlet` or `Outlet - Headline`: what stands beside the headline in the window's title. */
function sourceOfTitle(windowTitle: string, title: string | undefined): Found | undefined {
  const at = title === undefined ? -1 : windowTitle.indexOf(title);
  if (title === undefined || at < 0) return undefined;
  const after = /^\s*[-–—|•:»]+\s*(.{2,60})$/.exec(windowTitle.slice(at + title.length));
  const before = /^(.{2,60}?)\s*[-–—|•:»]+\s*$/.exec(windowTitle.slice(0, at));
  const name = (after ?? before)?.[1]?.trim();
  return name === undefined ? undefined : [name, "title"];
}

function readLanguage(root: Element, { meta }: Head, data: LinkedData): Found | undefined {
  const html = root.children.find((child) => typeof child !== "string" && child.tag === "html");
  const attributes = typeof html === "object" ? html.attributes : undefined;
  const candidates: (Found | undefined)[] = [
    [textOf(data.article?.inLanguage) ?? "", "json-ld inLanguage"],
    [attributes?.get("lang") ?? attributes?.get("xml:lang") ?? "", "html lang"],
    firstMeta(meta, ["og:locale", "content-language", "language", "dc.language"]),
  ];
  for (const candidate of candidates) {
    const lang = candidate?.[0].trim().replace("_", "-") ?? "";
    if (/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(lang)) return [lang, candidate![1]];
  }
  return undefined;
}

function isArabic({ windowTitle }: Head, blocks: readonly Block[]): boolean {
  return /[\u0621-\u064a]{2}/.test(windowTitle + (blocks.find(({ words }) => words > 15)?.text ?? ""));
}

/** Where the reader sees the title: the block that says it, a heading before others; 0 if none does. */
function blockOfTitle(blocks: readonly Block[], title: string): number {
  const wanted = comparable(title);
  let best = -1;
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]!;
    if (Math.abs(block.text.length - title.length) > 40) continue;
    const seen = comparable(block.text);
    if (seen !== wanted && !(seen.length > 15 && (wanted.startsWith(seen) || seen.startsWith(wanted))))
      continue;
    if (block.kind === "heading") return at;
    if (best < 0) best = at;
  }
  return Math.max(best, 0);
}
