/** What a page says of itself in JSON-LD: the node of its article, wherever authors put it. */

export interface LinkedData {
  /** Of type NewsArticle, BlogPosting and the like; the one that says most where there are several. */
  readonly article: Json | null;
  /** Of type WebPage, which has a name, dates and a language too. */
  readonly page: Json | null;
  /** Names of the nodes that others refer to by `@id`. */
  readonly names: ReadonlyMap<string, string>;
  /** Name of the site or its publisher. */
  readonly site: string | undefined;
}

export type Json = { readonly [key: string]: unknown };

const ARTICLE =
  /article|blogposting|^report$|reportage|newsitem|opinion|liveblog|socialmediaposting|^review$|howto|recipe/i;
const MOST_NODES = 2000;

export function readLinkedData(scripts: readonly string[]): LinkedData {
  const nodes: Json[] = [];
  for (const script of scripts) collect(parseLoosely(script), nodes, 0);
  const names = new Map<string, string>();
  let article: Json | null = null;
  let page: Json | null = null;
  let site: string | undefined;
  for (const node of nodes) {
    const id = node["@id"];
    const name = textOf(node.name);
    if (typeof id === "string" && name !== undefined && !names.has(id)) names.set(id, name);
    const types = typesOf(node);
    if (types.some((type) => ARTICLE.test(type))) {
      if (article === null || worth(node) > worth(article)) article = node;
    } else if (types.some((type) => /webpage|itempage/i.test(type))) page ??= node;
    else if (types.some((type) => /^website$|organization$/i.test(type))) site ??= name;
  }
  return { article, page, names, site };
}

function worth(node: Json): number {
  let score = 0;
  for (const key of ["headline", "datePublished", "author", "articleBody"]) if (key in node) score++;
  return score;
}

function typesOf(node: Json): string[] {
  const type = node["@type"];
  return (Array.isArray(type) ? type : [type]).filter((name) => typeof name === "string");
}

function collect(value: unknown, nodes: Json[], depth: number): void {
  if (depth > 6 || nodes.length > MOST_NODES || typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, nodes, depth + 1);
    return;
  }
  const node = value as Json;
  if (typesOf(node).length > 0) nodes.push(node);
  for (const key of [
    "@graph",
    "mainEntity",
    "mainEntityOfPage",
    "publisher",
    "isPartOf",
    "author",
    "hasPart",
  ])
    if (key in node) collect(node[key], nodes, depth + 1);
}

/** Newspapers write JSON with raw line ends in strings, in CDATA or comments, or with a comma too many. */
function parseLoosely(script: string): unknown {
  const plain = script
    .trim()
    .replace(/^(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/)/, "")
    .replace(/(?:-->|\/\/\s*\]\]>|\]\]>|\/\*\s*\]\]>\s*\*\/)$/, "");
  for (const text of [plain, mended(plain)]) {
    try {
      return JSON.parse(text);
    } catch {}
  }
  return null;
}

function mended(text: string): string {
  return [...text]
    .map((letter) => (letter < " " ? " " : letter))
    .join("")
    .replace(/,\s*([}\]])/g, "$1")
    .replace(/;\s*$/, "");
}

/** The text of a value: a string, the first of a list, a node's `name` or `@value`. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value.trim() === "" ? undefined : value.trim();
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return textOf(value[0]);
  if (typeof value !== "object" || value === null) return undefined;
  const node = value as Json;
  return textOf(node.name ?? node["@value"] ?? node.url ?? node["@id"]);
}

/** Names of persons: of each in a list, and of a node that stands elsewhere. */
export function namesOf(value: unknown, names: ReadonlyMap<string, string>): string[] {
  if (Array.isArray(value)) return value.slice(0, 20).flatMap((item) => namesOf(item, names));
  if (typeof value === "string") return value.trim() === "" ? [] : [value.trim()];
  if (typeof value !== "object" || value === null) return [];
  const node = value as Json;
  const name = Array.isArray(node.name) ? textOf(node.name) : node.name;
  if (typeof name === "string" && name.trim() !== "") return [name.trim()];
  const id = node["@id"];
  const known = typeof id === "string" ? names.get(id) : undefined;
  return known === undefined ? [] : [known];
}
