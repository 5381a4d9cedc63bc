/**
 * HTML → a small tree of elements and strings, in time and memory proportional to the page whatever it holds.
 *
 * The tokens are htmlparser2's. The tree is ours, because a page is hostile until it is read: elements deeper
 * than a browser would nest them become siblings, so that whoever walks the tree may recurse; end tags look no
 * further than that depth; too many elements are a refusal. Text of scripts, styles and the like is not kept,
 * but for the data that some pages carry in scripts.
 */
import { Tokenizer } from "htmlparser2";

export interface Element {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly parent: Element | null;
  readonly children: (Element | string)[];
}

export interface Tree {
  readonly root: Element;
  /** Bodies of scripts with data: JSON-LD, and the JSON of pages that a framework renders. */
  readonly data: readonly { readonly kind: "json-ld" | "json"; readonly text: string }[];
  readonly elements: number;
}

/** Deeper elements are siblings of the one at this depth. Chromium stops at 512. */
const MOST_DEPTH = 200;
const MOST_ELEMENTS = 400_000;
/** Longer attribute values are images and code, nothing that describes the page. */
const MOST_ATTRIBUTE = 4000;
const MOST_DATA = 4_000_000;

const VOID = new Set(
  "area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr".split(
    " ",
  ),
);
/** Their content is not text of the page. */
const OPAQUE = new Set(
  "script style svg math iframe object canvas video audio select textarea template noscript noembed noframes datalist map".split(
    " ",
  ),
);
const CLOSES_P = new Set(
  (
    "address article aside blockquote center details dir div dl fieldset figcaption figure footer form h1 h2 h3 " +
    "h4 h5 h6 header hgroup hr main menu nav ol p pre section table ul"
  ).split(" "),
);
/** By opened tag: open tags that it ends, up to the nearest of the tags that bound the search. */
const ENDS: Readonly<Record<string, readonly [ends: readonly string[], within: readonly string[]]>> = {
  li: [["li"], ["ul", "ol", "menu"]],
  dt: [["dt", "dd"], ["dl"]],
  dd: [["dt", "dd"], ["dl"]],
  tr: [["tr"], ["table"]],
  td: [
    ["td", "th"],
    ["tr", "table"],
  ],
  th: [
    ["td", "th"],
    ["tr", "table"],
  ],
  tbody: [["thead", "tbody", "tfoot"], ["table"]],
  tfoot: [["thead", "tbody", "tfoot"], ["table"]],
  body: [["head"], []],
};
/** An end tag inside a cell does not end what stands outside the table. */
const BOUNDS = new Set(["td", "th", "table"]);
const OF_TABLES = new Set(["td", "th", "tr", "table", "tbody", "thead", "tfoot", "body", "html"]);
const EMPTY: ReadonlyMap<string, string> = new Map();

class Node implements Element {
  readonly tag: string;
  attributes: ReadonlyMap<string, string>;
  readonly parent: Element | null;
  readonly children: (Element | string)[] = [];

  constructor(tag: string, parent: Element | null, attributes: ReadonlyMap<string, string> = EMPTY) {
    this.tag = tag;
    this.parent = parent;
    this.attributes = attributes;
  }
}

/** Null for a page of more elements than any page has. */
export function parseTree(html: string): Tree | null {
  const builder = new Builder(html);
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, builder);
  builder.stop = () => tokenizer.pause();
  tokenizer.write(html);
  if (builder.elements > MOST_ELEMENTS) return null;
  tokenizer.end();
  return { root: builder.root, data: builder.data, elements: builder.elements };
}

class Builder {
  readonly root = new Node("#root", null);
  readonly data: { kind: "json-ld" | "json"; text: string }[] = [];
  elements = 0;
  stop: () => void = () => {};
  readonly #html: string;
  readonly #stack: Node[] = [this.root];
  /** Open elements beyond the deepest that the tree has. */
  #beyond = 0;
  #tag = "";
  #attributes: Map<string, string> | null = null;
  #name = "";
  #value = "";
  #text = "";
  /** The opaque element whose end is awaited, and how many of its kind are open. */
  #opaque = "";
  #opaqueDepth = 0;
  #dataKind: "json-ld" | "json" | null = null;
  #dataLength = 0;

  constructor(html: string) {
    this.#html = html;
  }

  ontext(start: number, end: number): void {
    if (this.#opaque !== "" && this.#dataKind === null) return;
    this.#text += this.#html.slice(start, end);
  }

  ontextentity(codepoint: number): void {
    if (this.#opaque === "") this.#text += String.fromCodePoint(codepoint);
  }

  onopentagname(start: number, end: number): void {
    this.#tag = this.#html.slice(start, Math.min(end, start + 40)).toLowerCase();
    this.#attributes = null;
  }

  onattribname(start: number, end: number): void {
    this.#name = this.#html.slice(start, Math.min(end, start + 60)).toLowerCase();
    this.#value = "";
  }

  onattribdata(start: number, end: number): void {
    if (this.#opaque === "" && this.#value.length < MOST_ATTRIBUTE)
      this.#value += this.#html.slice(start, Math.min(end, start + MOST_ATTRIBUTE));
  }

  onattribentity(codepoint: number): void {
    if (this.#value.length < MOST_ATTRIBUTE) this.#value += String.fromCodePoint(codepoint);
  }

  onattribend(): void {
    if (this.#opaque !== "") return;
    this.#attributes ??= new Map();
    if (this.#attributes.size < 40 && !this.#attributes.has(this.#name))
      this.#attributes.set(this.#name, this.#value);
  }

  onopentagend(): void {
    this.#open(false);
  }

  onselfclosingtag(): void {
    this.#open(true);
  }

  onclosetag(start: number, end: number): void {
    const tag = this.#html.slice(start, Math.min(end, start + 40)).toLowerCase();
    if (this.#opaque !== "") {
      if (tag === this.#opaque && --this.#opaqueDepth === 0) this.#endOpaque();
      return;
    }
    this.#flush();
    if (tag === "br" || tag === "p") {
      // `</br>` and a stray `</p>` break the line, as in browsers.
      if (tag === "br") this.#append(new Node("br", this.#top));
      else if (!this.#closeTag("p")) this.#append(new Node("p", this.#top));
      return;
    }
    if (VOID.has(tag)) return;
    if (this.#beyond > 0) this.#beyond--;
    else this.#closeTag(tag);
  }

  onend(): void {
    if (this.#opaque !== "") this.#endOpaque();
    this.#flush();
  }

  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}

  get #top(): Node {
    return this.#stack[this.#stack.length - 1]!;
  }

  #open(selfClosing: boolean): void {
    const tag = this.#tag;
    if (this.#opaque !== "") {
      if (tag === this.#opaque && !selfClosing) this.#opaqueDepth++;
      return;
    }
    if (++this.elements > MOST_ELEMENTS) {
      this.stop();
      return;
    }
    this.#flush();
    const attributes = this.#attributes ?? EMPTY;
    if (OPAQUE.has(tag)) {
      if (selfClosing && tag !== "script" && tag !== "style") return;
      this.#opaque = tag;
      this.#opaqueDepth = 1;
      this.#dataKind = tag === "script" ? dataKind(attributes) : null;
      return;
    }
    if (tag === "html" || tag === "body") this.#implied(tag, attributes);
    else {
      if (CLOSES_P.has(tag)) this.#endParagraph();
      const ends = ENDS[tag];
      if (ends !== undefined) this.#end(ends[0], ends[1]);
      const node = new Node(tag, this.#top, attributes);
      this.#append(node);
      if (!VOID.has(tag)) this.#push(node);
    }
  }

  /** A second `<html>` or `<body>` adds its attributes to the first, as in browsers. */
  #implied(tag: string, attributes: ReadonlyMap<string, string>): void {
    const open = this.#stack.find((node) => node.tag === tag);
    if (open !== undefined) {
      open.attributes = new Map([...attributes, ...open.attributes]);
      return;
    }
    if (tag === "body") this.#end(["head"], []);
    const node = new Node(tag, this.#top, attributes);
    this.#append(node);
    this.#push(node);
  }

  #append(node: Element): void {
    this.#top.children.push(node);
  }

  #push(node: Node): void {
    if (this.#stack.length < MOST_DEPTH) this.#stack.push(node);
    else this.#beyond++;
  }

  #endParagraph(): void {
    for (let at = this.#stack.length - 1; at > 0; at--) {
      const { tag } = this.#stack[at]!;
      if (tag === "p") {
        this.#stack.length = at;
        return;
      }
      if (CLOSES_P.has(tag) || tag === "li" || BOUNDS.has(tag) || tag === "body") return;
    }
  }

  #end(ends: readonly string[], within: readonly string[]): void {
    for (let at = this.#stack.length - 1; at > 0; at--) {
      const { tag } = this.#stack[at]!;
      if (ends.includes(tag)) {
        this.#stack.length = at;
        return;
      }
      if (within.includes(tag)) return;
    }
  }

  #closeTag(tag: string): boolean {
    // Content may follow the end of the body; browsers show it.
    if (tag === "body" || tag === "html") return true;
    for (let at = this.#stack.length - 1; at > 0; at--) {
      const open = this.#stack[at]!.tag;
      if (open === tag) {
        this.#stack.length = at;
        return true;
      }
      if (BOUNDS.has(open) && !OF_TABLES.has(tag)) return false;
    }
    return false;
  }

  #flush(): void {
    if (this.#text === "") return;
    this.#top.children.push(this.#text);
    this.#text = "";
  }

  #endOpaque(): void {
    if (this.#dataKind !== null && this.#text.trim() !== "") {
      this.#dataLength += this.#text.length;
      if (this.#dataLength <= MOST_DATA) this.data.push({ kind: this.#dataKind, text: this.#text });
    }
    this.#text = "";
    this.#opaque = "";
    this.#dataKind = null;
  }
}

function dataKind(attributes: ReadonlyMap<string, string>): "json-ld" | "json" | null {
  const type = attributes.get("type")?.toLowerCase() ?? "";
  if (type.includes("ld+json")) return "json-ld";
  return type.includes("application/json") || attributes.get("id") === "__NEXT_DATA__" ? "json" : null;
}

/** All elements in document order, iteratively. */
export function* elementsOf(root: Element): Generator<Element> {
  const stack: Element[] = [root];
  for (let element = stack.pop(); element !== undefined; element = stack.pop()) {
    yield element;
    for (let at = element.children.length - 1; at >= 0; at--) {
      const child = element.children[at]!;
      if (typeof child !== "string") stack.push(child);
    }
  }
}

/** The text in an element with its blanks made single spaces; at most about `limit` UTF-16 units. */
export function plainText(element: Element, limit = 2000): string {
  let text = "";
  const walk = (node: Element): void => {
    for (const child of node.children) {
      if (text.length > limit) return;
      if (typeof child === "string") text += child;
      else if (child.tag === "br") text += " ";
      else walk(child);
    }
  };
  walk(element);
  return text.replace(/\s+/g, " ").trim();
}
