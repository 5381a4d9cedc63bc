/**
 * The article in a page's data: `articleBody` of JSON-LD, or the body among the properties that a framework
 * keeps for its scripts. For pages that show nothing before their scripts run.
 */
import { blocksOf, countWords } from "./blocks.js";
import { renderText } from "./render.js";
import { parseTree, type Tree } from "./tree.js";

const KEYS =
  /^(?:article_?body|body|content|html|text|description_?html|full_?text|story|paragraphs?|value)$/i;
const LEAST_LENGTH = 200;
const MOST_VALUES = 50_000;
const MOST_DEPTH = 40;

/** The longest body, as text; empty where there is none. */
export function embeddedText(data: Tree["data"]): string {
  let best = "";
  for (const { text } of data) {
    const body = longestBody(text);
    if (body.length > best.length) best = body;
  }
  if (best === "") return "";
  const tree = parseTree(best);
  return tree === null ? "" : renderText(blocksOf(tree.root));
}

function longestBody(json: string): string {
  let root: unknown;
  try {
    root = JSON.parse(json);
  } catch {
    return "";
  }
  let best = "";
  let seen = 0;
  const walk = (value: unknown, key: string, depth: number): void => {
    if (++seen > MOST_VALUES || depth > MOST_DEPTH) return;
    if (typeof value === "string") {
      if (KEYS.test(key) && value.length >= LEAST_LENGTH && value.length > best.length && isProse(value))
        best = value;
    } else if (Array.isArray(value)) for (const item of value) walk(item, key, depth + 1);
    else if (typeof value === "object" && value !== null)
      for (const [name, item] of Object.entries(value)) walk(item, name, depth + 1);
  };
  walk(root, "", 0);
  return best;
}

function isProse(text: string): boolean {
  return (
    /[\p{L}]\s+[\p{L}]/u.test(text) &&
    countWords(text.slice(0, 400)) >= 25 &&
    !/^[{[<]?\s*(?:function|var |const |\.|@media)/.test(text)
  );
}
