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
  const seen = seenHeadings(sources);
  // What is told and seen is the headline; a heading begins what is told where the page's name follows.
  for (const [text, from] of told) {
    const wanted = comparable(text);
    for (const heading of seen) {
      const shown = comparable(heading);
      if (shown === wanted) return [heading, from];
      if (shown.length > 12 && wanted.startsWith(shown)) return [heading, from];
    }
  }
  return told[0] ?? (seen[0] === undefined ? undefined : [seen[0], "heading"]);
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

function seenHeadings({ headings }: TitleSources): string[] {
  const shown = headings
    .filter((element) => element.tag === "h1" || (hintsOf(element) & HINT.title) !== 0)
    .map((element) => clean(plainText(element, 400)))
    .filter((text) => text !== "");
  return shown.slice(0, 20);
}

/** Titles are written as markup in some metadata: `&amp;quot;`, `<b>`. */
function clean(text: string): string {
  return text
    .replace(/<[^<>]{1,60}>/g, " ")
    .replace(/&(?:amp|quot|#0?39|apos|lt|gt|nbsp);/g, (entity) => ENTITIES[entity] ?? " ")
    .replace(/\s+/g, " ")
    .trim();
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&quot;": '"',
  "&#39;": "'",
  "&#039;": "'",
  "&apos;": "'",
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
    else break;
  }
  return title.trim();
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
