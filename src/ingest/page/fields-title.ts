/** The headline: what machines are told, without the outlet's name, as the reader sees it where both agree. */

import { comparable, type Found, firstMeta, type PageSources } from "./fields.js";
import { textOf } from "./fields-jsonld.js";
import { HINT, hintsOf } from "./hints.js";
import { plainText } from "./tree.js";

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
    told[0] ??
    (seen[0] === undefined ? undefined : [seen[0].text, "heading"])
  );
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
    .filter((element) => element.tag === "h1" || (hintsOf(element) & HINT.title) !== 0)
    .map((element) => ({ text: clean(plainText(element, 400)), level: element.tag === "h1" ? 1 : 2 }))
    .slice(0, 40);
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
