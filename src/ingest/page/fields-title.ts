/** The headline: what machines are told, without the outlet's name, as the reader sees it where both agree. */

import { textOf } from "./fields-jsonld.js";
import { HINT } from "./hints.js";
import { comparable, type Found, firstMeta, type PageSources } from "./sources.js";
import { type Element, elementsOf, plainText } from "./tree.js";

type TitleSources = Omit<PageSources, "titleAt">;

export function readTitle(sources: TitleSources, source: string | undefined): Found | undefined {
  const told = candidates(sources)
    .map(([text, from]): Found => [withoutOutlet(text, source, sources), from])
    .filter(([text]) => text !== "");
  const seen = seenHeadings(sources)
    .map((heading) => ({ ...heading, text: withoutOutlet(heading.text, source, sources) }))
    .filter(({ text }) => text !== "" && !isOutlet(text, source, sources.url));
  const first = seen.filter(({ level }) => level === 1).map(({ text }) => text);
  const rest = seen.filter(({ level }) => level !== 1).map(({ text }) => text);
  return (
    agreed(told, first) ??
    // Search engines and networks are told a shorter or louder headline than readers.
    likest(told, first) ??
    agreed(told, rest) ??
    shownPart(sources) ??
    (told[0] === undefined || told[0][1] === "title" ? aboveText(sources) : undefined) ??
    told[0] ??
    (seen[0] === undefined ? undefined : [seen[0].text, "heading"])
  );
}

/**
 * The part of the window's title that stands on the page as a line of its own: `Outlet - Headline` of sites
 * without headings; the longest, since the outlet's name stands there too.
 */
function shownPart({ windowTitle, blocks }: TitleSources): Found | undefined {
  const lines = new Set(
    blocks
      .filter(({ words, linkWords }) => words <= 60 && linkWords < words * 0.5)
      .flatMap(({ text }) => text.split("\n").map(comparable)),
  );
  const parts = clean(windowTitle)
    .split(/\s+[-–—|:»«]+\s+|\s*[|»]\s*|\s*::\s*|:\s+/)
    .filter((part) => titleWords(part).length >= 2 && lines.has(comparable(part)))
    .sort((a, b) => b.length - a.length);
  return parts[0] === undefined ? undefined : [parts[0].trim(), "title"];
}

/** In a heading, but not of the headline: counts of comments, a date, a rubric. */
const AROUND =
  /\b(?:repl(?:y|ies)|comments?|responses?|thoughts)\b|\b\w{3,9} \d{1,2},? (?:19|20)\d\d\s*$|^\w{3,9} \d{1,2},? \d{4}|^\S+:|\(\S+\.\S+\)/i;

/** What is told and seen. Either may have more around it: a rubric, a date, the page's name. */
function agreed(told: readonly Found[], seen: readonly string[]): Found | undefined {
  for (const [text, from] of told) {
    const wanted = comparable(text);
    for (const heading of seen) {
      const shown = comparable(heading);
      if (shown === wanted || (shown.length > 12 && wanted.startsWith(shown))) return [heading, from];
      if (wanted.length > 12 && shown.includes(wanted) && titleWords(text).length > 2)
        return [AROUND.test(heading) ? text : heading, from];
    }
  }
  return undefined;
}

/** Dice's coefficient of the words of two wordings of one headline. */
const ALIKE = 0.4;

function likest(told: readonly Found[], seen: readonly string[]): Found | undefined {
  const best = seen
    .map((text) => ({ text, likeness: Math.max(0, ...told.map(([other]) => likeness(text, other))) }))
    .sort((a, b) => b.likeness - a.likeness)[0];
  return best !== undefined && (best.likeness >= ALIKE || told.length === 0)
    ? [best.text, "heading"]
    : undefined;
}

function likeness(a: string, b: string): number {
  const words = new Set(titleWords(a));
  const others = new Set(titleWords(b));
  const common = [...words].filter((word) => others.has(word)).length;
  return (2 * common) / Math.max(1, words.size + others.size);
}

function titleWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];
}

/** A short line in bold, or of a class that says so, shortly above the first paragraph. */
function aboveText({ blocks }: TitleSources): Found | undefined {
  const text = blocks.findIndex(({ words, linkWords }) => words >= 20 && linkWords < words * 0.3);
  for (const block of blocks.slice(Math.max(0, text - 6), Math.max(0, text)).reverse()) {
    const loud = (block.near & HINT.title) !== 0 || block.boldWords >= block.words;
    if (loud && block.linkWords === 0 && block.words >= 3 && block.words <= 25 && !/[:：]$/.test(block.text))
      return [block.text.split("\n")[0]!, "text"];
  }
  return undefined;
}

function candidates({ data, meta, items, windowTitle }: TitleSources): Found[] {
  const found: (Found | undefined)[] = [
    [textOf(data.article?.headline) ?? textOf(data.article?.name) ?? "", "json-ld headline"],
    firstMeta(meta, ["og:title"]),
    firstMeta(meta, ["twitter:title", "title", "dc.title", "sailthru.title", "parsely-title", "headline"]),
    [items.get("headline")?.map((element) => plainText(element, 400))[0] ?? "", "microdata headline"],
    [windowTitle, "title"],
  ];
  return found
    .filter((pair) => pair !== undefined)
    .map(([text, from]): Found => [clean(text), from])
    .filter(([text]) => text !== "");
}

function seenHeadings({ headings }: TitleSources): { text: string; level: number }[] {
  return headings
    .filter((element) => !leadsHome(element))
    .map((element) => ({ text: clean(plainText(element, 400)), level: element.tag === "h1" ? 1 : 2 }))
    .slice(0, 60);
}

/** A site's name in a heading is a link to its front page. */
function leadsHome(heading: Element): boolean {
  for (const { tag, attributes } of elementsOf(heading)) {
    const href = tag === "a" ? attributes.get("href") : undefined;
    if (href !== undefined && /^(?:https?:\/\/[^/]+)?\/?(?:index\.\w+)?$/i.test(href)) return true;
  }
  return /logo|site-?(?:name|title)/i.test(heading.attributes.get("class") ?? "");
}

/** Titles are written as markup in some metadata: `&amp;quot;`, `<b>`. */
function clean(text: string): string {
  return text
    .replace(/<[^<>]{1,60}>/g, " ")
    .replace(/&#0*(\d{2,5});/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/&(?:amp|quot|#0?39|#x27|#x26|apos|lt|gt|nbsp);/g, (entity) => ENTITIES[entity] ?? " ")
    .replace(/\s+/g, " ")
    .trim();
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&quot;": '"',
  "&apos;": "'",
  "&#x27;": "'",
  "&#x26;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&nbsp;": " ",
};

const SEPARATOR = /\s+[-–—|•·»«:]+\s+|\s*[|»]\s*|\s*::\s*/g;

/** Cuts `| Outlet` at the end or `Outlet:` at the start, where that is the outlet's name or host. */
function withoutOutlet(text: string, source: string | undefined, { url }: TitleSources): string {
  let title = text;
  for (let round = 0; round < 3; round++) {
    const cuts = [...title.matchAll(SEPARATOR)];
    const last = cuts.at(-1);
    const first = cuts[0];
    if (last === undefined || first === undefined) break;
    const head = title.slice(0, last.index);
    const tail = title.slice(last.index + last[0].length);
    const front = title.slice(0, first.index);
    if (isOutlet(tail, source, url)) title = head;
    else if (isOutlet(front, source, url)) title = title.slice(first.index + first[0].length);
    else if (last[0].includes("|") && isShortTail(head, tail)) title = head;
    else break;
  }
  return title.trim();
}

/** Behind a bar stand the rubric, the author, the outlet. */
function isShortTail(head: string, tail: string): boolean {
  return titleWords(tail).length <= 4 && titleWords(head).length >= 3;
}

function isOutlet(part: string, source: string | undefined, url: string | undefined): boolean {
  const name = comparable(part);
  if (name === "") return true;
  const known = source === undefined ? "" : comparable(source);
  if (known !== "" && (known === name || (name.length > 3 && (known.includes(name) || name.includes(known)))))
    return true;
  if (url === undefined) return false;
  const host = comparable(new URL(url).hostname.replace(/^www\./, "").replace(/\.[a-z]+$/, ""));
  return name.length > 3 && (host.includes(name) || name.includes(host));
}
