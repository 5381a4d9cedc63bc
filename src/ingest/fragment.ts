/**
 * A piece of HTML, as feeds and exports of databases hold it, → its text: paragraphs apart by a blank line, list items
 * and line breaks by a newline. For whole pages see `page/`: a fragment has no navigation to be told from the article.
 */
import { createRequire } from "node:module";

const BLOCK = new Set(
  (
    "address article aside blockquote body dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html main nav " +
    "ol p pre section table tbody tfoot thead ul"
  ).split(" "),
);
const LINE = new Set(["br", "li", "tr", "option"]);
const SILENT = new Set([
  "script",
  "style",
  "noscript",
  "template",
  "iframe",
  "object",
  "svg",
  "head",
  "button",
  "select",
]);
/** What a text that is markup begins with. */
const MARKUP =
  /^\s*(?:<!--.*?-->\s*)?<(?:p|div|br|h[1-6]|ul|ol|li|span|strong|b|em|i|a|img|figure|blockquote|table|section|article|html|body|!doctype)(?:\s[^<>]*)?\/?>/is;

/** Whether a field that should hold a text holds a piece of HTML. */
export function isMarkup(text: string): boolean {
  return MARKUP.test(text.slice(0, 2000)) && /<\/[a-z]|<br\s*\/?>|<p>/i.test(text);
}

type HtmlParser = typeof import("htmlparser2");
let library: HtmlParser | undefined;

/** The text of a fragment. Entities are decoded once. Time and memory are linear, however deep its tags are nested. */
export function fragmentText(html: string): string {
  // Loaded here and not above: few inputs hold HTML, and the reader of records is synchronous.
  library ??= createRequire(import.meta.url)("htmlparser2") as HtmlParser;
  const parts: string[] = [];
  let silent = 0;
  let pending: "" | " " | "\n" | "\n\n" = "";
  const separate = (by: "\n" | "\n\n") => {
    if (by.length > pending.length || pending === " ") pending = by;
  };
  const parser = new library.Parser(
    {
      onopentagname(name) {
        if (SILENT.has(name)) silent++;
        if (BLOCK.has(name)) separate("\n\n");
        else if (name === "br" && pending === "\n") pending = "\n\n";
        else if (LINE.has(name)) separate("\n");
        else if (name === "td" || name === "th") pending ||= " ";
      },
      onclosetag(name) {
        if (SILENT.has(name) && silent > 0) silent--;
        if (BLOCK.has(name)) separate("\n\n");
        else if (name === "li" || name === "tr") separate("\n");
      },
      ontext(text) {
        if (silent > 0) return;
        const words = text.replace(/[\s\u200b]+/g, " ");
        if (words.startsWith(" ")) pending ||= " ";
        const inner = words.trim();
        if (inner !== "") {
          if (parts.length > 0) parts.push(pending);
          parts.push(inner);
          pending = "";
        }
        if (words.length > 1 && words.endsWith(" ")) pending ||= " ";
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html);
  parser.end();
  return parts.join("");
}
