/** Who wrote it, as far as the page says. */

import { namesOf } from "./fields-jsonld.js";
import { HINT, hintsOf } from "./hints.js";
import { type Found, firstMeta, type PageSources } from "./sources.js";
import { plainText } from "./tree.js";

const NAMES = [
  "author",
  "article:author_name",
  "dc.creator",
  "dcterms.creator",
  "parsely-author",
  "sailthru.author",
  "byl",
  "article:author",
  "twitter:creator",
];
/** Before a name: "By", "Written by", and in Arabic "written by", "prepared by", "correspondent". */
const BEFORE =
  /^(?:(?:written|posted|reviewed|published|story|words)\s+)?by\s*[:\-–]?\s+|^author\s*[:\-–]\s*|^(?:بقلم|كتب(?:ت|ه|ها)?|إعداد|اعداد|تحرير|الكاتب(?:ة)?|تقرير|ترجمة)\s*[:\-–/|]\s*|^(?:بقلم|كتب(?:ت)?|مرسلة بواسطة|نشرت? بواسطة|بواسطة)\s+(?:[-–/]\s*)?/i;
const NO_NAME =
  /^(?:https?:|@|www\.|\/)|^(?:admin|administrator|editor|staff|webmaster|user|المدير|مدير الموقع)$/i;

export function readBylines(sources: PageSources): Found | undefined {
  const { data, meta, items } = sources;
  const linked = namesOf(data.article?.author ?? data.article?.creator, data.names).filter(isName);
  if (linked.length > 0) return [unique(linked), "json-ld author"];
  for (const name of NAMES) {
    const values = (meta.get(name) ?? []).map(clean).filter(isName);
    if (values.length > 0) return [unique(values), firstMeta(meta, [name])![1]];
  }
  const marked = (items.get("author") ?? [])
    .map((element) => clean(element.attributes.get("content") ?? plainText(element, 200)))
    .filter(isName);
  if (marked.length > 0) return [unique(marked.slice(0, 5)), "microdata author"];
  return shown(sources);
}

/** Lines near the title that are a byline by their class or their first word. */
function shown({ blocks, titleAt }: PageSources): Found | undefined {
  for (const block of blocks.slice(Math.max(0, titleAt - 3), titleAt + 15)) {
    if (block.words > 14) continue;
    if ((block.hints & HINT.comments) !== 0) continue;
    const cue = BEFORE.test(block.text.trim());
    const authored = (hintsOf(block.element) & HINT.author) !== 0;
    if (!cue && !authored) continue;
    const name = clean(
      block.text
        .split(/\n|[|•·]/)[0]!
        .replace(BEFORE, "")
        .replace(/\s+[-–]\s+.*$|\s+في\s.*$/, ""),
    );
    if (isName(name) && !/\d/.test(name) && name.split(" ").length <= 8) return [name, "text"];
  }
  return undefined;
}

function clean(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(BEFORE, "")
    .replace(/[,،|\-–]+$/, "")
    .trim();
}

function isName(text: string): boolean {
  return text.length > 1 && text.length <= 120 && !NO_NAME.test(text) && /\p{L}{2}/u.test(text);
}

function unique(names: readonly string[]): string {
  return [...new Set(names)].join(", ");
}
