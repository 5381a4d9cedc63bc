/**
 * The tree → the blocks of text a reader sees, in order: paragraphs, headings, list items, cells, each with what
 * its surroundings say of it. A block ends where a browser breaks the line for an element of block level, at
 * two `<br>` in a row, and at the end of a table's row.
 */
import { hintsOf, WHOLE_PAGE } from "./hints.js";
import type { Element } from "./tree.js";

export type BlockKind =
  | "paragraph"
  | "heading"
  | "item"
  | "quote"
  | "row"
  | "preformatted"
  | "caption"
  | "other";

export interface Block {
  readonly kind: BlockKind;
  /** Blanks are single spaces; a `\n` is a line break in the block. */
  readonly text: string;
  /** Level of a heading, nesting of a list item, else 0. */
  readonly level: number;
  /** The element that holds the block's text. */
  readonly element: Element;
  /** Bits of HINT of this element and of all around it. */
  readonly hints: number;
  /** Bits of this element and of the two around it. */
  readonly near: number;
  readonly depth: number;
  readonly words: number;
  /** Words that are a link's. */
  readonly linkWords: number;
  /** Where its links lead, as written. */
  readonly links: readonly string[];
  /** Words in bold. */
  readonly boldWords: number;
}

const INLINE = new Set(
  (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label mark nobr q rp rt ruby s " +
    "samp small span strike strong sub sup time tt u var wbr text o:p g"
  ).split(" "),
);
const BOLD = new Set(["b", "strong"]);

const HEADING = /^h[1-6]$/;
/** A line of tatweel is a rule, not a word. */
const READABLE = /(?!\u0640)[\p{L}\p{N}]/u;
const MOST_OF_PAGE = 0.6;
const MEASURED = 200;
const MOST_BLOCKS = 60_000;

interface Place {
  readonly element: Element;
  readonly kind: BlockKind;
  readonly level: number;
  readonly hints: number;
  readonly near: number;
  readonly depth: number;
}

/** Blocks of the body in document order, at most 60,000. */
export function blocksOf(root: Element): Block[] {
  return new Blocks().read(root);
}

class Blocks {
  readonly #blocks: Block[] = [];
  readonly #lengths = new Map<Element, number>();
  #mostOfPage = 0;
  #text = "";
  #linkText = "";
  #boldText = "";
  #links: string[] = [];
  #place: Place | null = null;
  #inLink = 0;
  #inBold = 0;
  /** Cells of data in a row are one block. */
  #inCell = false;

  read(root: Element): Block[] {
    this.#mostOfPage = MOST_OF_PAGE * this.#measure(root);
    this.#walk(root, { element: root, kind: "other", level: 0, hints: 0, near: 0, depth: 0 }, 0, 0);
    this.#end();
    return this.#blocks;
  }

  #walk(element: Element, place: Place, own: number, above: number): void {
    for (const child of element.children) {
      if (typeof child === "string") {
        this.#add(child, place);
        continue;
      }
      const { tag } = child;
      if (tag === "head" || tag === "title") continue;
      if (tag === "br") this.#break();
      else if (tag === "hr") this.#end();
      else if (INLINE.has(tag)) this.#inline(child, place, own, above);
      else if (this.#inCell) {
        this.#add(" ", place);
        this.#walk(child, place, own, above);
      } else this.#block(child, place, own, above);
    }
  }

  /** UTF-16 units of text in an element, noted for those that could hold the page. */
  #measure(element: Element): number {
    let length = 0;
    for (const child of element.children)
      length += typeof child === "string" ? child.length : this.#measure(child);
    if (length > MEASURED) this.#lengths.set(element, length);
    return length;
  }

  /** A form, an overlay or a "sidebar" around all of the page is but the template's way to begin. */
  #hints(element: Element): number {
    const hints = hintsOf(element);
    return (this.#lengths.get(element) ?? 0) >= this.#mostOfPage ? hints & WHOLE_PAGE : hints;
  }

  #block(child: Element, place: Place, own: number, above: number): void {
    const hints = this.#hints(child);
    const inside = enter(child, place, hints, own | above);
    if ((child.tag === "td" || child.tag === "th") && isPlainCell(child)) {
      if (this.#place !== null) this.#text += " | ";
      this.#inCell = true;
      this.#walk(child, inside, hints, own);
      this.#inCell = false;
      return;
    }
    this.#end();
    this.#walk(child, inside, hints, own);
    this.#end();
  }

  #inline(child: Element, place: Place, own: number, above: number): void {
    const link = child.tag === "a" && child.attributes.has("href");
    const bold = BOLD.has(child.tag);
    let inside = place;
    // A span may be a link's list of tags, a share button, a date: its class says so.
    if (child.attributes.size > 0) {
      const hints = hintsOf(child);
      if (hints !== 0) inside = { ...place, hints: place.hints | hints, near: place.near | hints };
    }
    if (link) {
      this.#inLink++;
      this.#links.push(child.attributes.get("href")!);
    }
    if (bold) this.#inBold++;
    this.#walk(child, inside, own, above);
    if (link) this.#inLink--;
    if (bold) this.#inBold--;
  }

  #add(text: string, place: Place): void {
    if (this.#place === null) {
      if (text.trim() === "") return;
      this.#place = place;
    }
    const plain = place.kind === "preformatted" ? text : text.replace(/\s+/g, " ");
    this.#text += plain;
    if (this.#inLink > 0) this.#linkText += `${plain} `;
    if (this.#inBold > 0) this.#boldText += `${plain} `;
  }

  /** One `<br>` is a line of the block, two are its end. */
  #break(): void {
    if (this.#place === null) return;
    if (/\n\s*$/.test(this.#text)) {
      this.#end();
      return;
    }
    this.#text += this.#inCell ? " " : "\n";
  }

  #end(): void {
    const place = this.#place;
    if (place !== null && this.#blocks.length < MOST_BLOCKS) {
      const text =
        place.kind === "preformatted"
          ? this.#text.replace(/[^\S\n]+$/gm, "").replace(/^\n+|\n+$/g, "")
          : this.#text
              .replace(/ *\n */g, "\n")
              .replace(/ {2,}/g, " ")
              .trim();
      if (READABLE.test(text)) {
        this.#blocks.push({
          kind: place.kind,
          text,
          level: place.level,
          element: place.element,
          hints: place.hints,
          near: place.near,
          depth: place.depth,
          words: countWords(text),
          linkWords: countWords(this.#linkText),
          links: this.#links,
          boldWords: countWords(this.#boldText),
        });
      }
    }
    this.#text = "";
    this.#linkText = "";
    this.#boldText = "";
    this.#links = [];
    this.#place = null;
  }
}

function enter(child: Element, place: Place, hints: number, above: number): Place {
  const { tag } = child;
  let kind: BlockKind = tag === "div" || tag === "section" || tag === "article" ? place.kind : "other";
  let level = tag === "ul" || tag === "ol" || tag === "div" ? place.level : 0;
  if (tag === "p") kind = place.kind === "quote" || place.kind === "item" ? place.kind : "paragraph";
  else if (HEADING.test(tag)) {
    kind = "heading";
    level = tag.charCodeAt(1) - 48;
  } else if (tag === "li") {
    kind = "item";
    level = place.level + 1;
  } else if (tag === "blockquote") kind = "quote";
  else if (tag === "td" || tag === "th" || tag === "tr") kind = "row";
  else if (tag === "pre") kind = "preformatted";
  else if (tag === "figcaption" || tag === "caption") kind = "caption";
  else if (tag === "dd" || tag === "dt") kind = "item";
  if (tag === "p" && kind === "item") level = place.level;
  return {
    element: child,
    kind,
    level,
    hints: place.hints | hints,
    near: hints | above,
    depth: place.depth + 1,
  };
}

/** A cell of data: short, one line, in a row with others. Cells of layout hold whole pages. */
function isPlainCell(cell: Element): boolean {
  const others = cell.parent?.children.some((child) => typeof child !== "string" && child !== cell) ?? false;
  return others && lineLength(cell, 0) <= MOST_CELL;
}

const MOST_CELL = 160;

/** UTF-16 units of a cell's text, or more than MOST_CELL where it has more than a line. */
function lineLength(element: Element, before: number): number {
  let length = before;
  let blocks = 0;
  for (const child of element.children) {
    if (length > MOST_CELL) return length;
    if (typeof child === "string") length += child.trim().length;
    else if (child.tag === "br" || (!INLINE.has(child.tag) && ++blocks > 1)) return MOST_CELL + 1;
    else length = lineLength(child, length);
  }
  return length;
}

export function countWords(text: string): number {
  let words = 0;
  let inWord = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // Letters and digits of ASCII, and everything above but the general punctuation and the blanks.
    const letter =
      (code >= 97 && code <= 122) ||
      (code >= 65 && code <= 90) ||
      (code >= 48 && code <= 57) ||
      (code > 0xbf && !(code >= 0x2000 && code <= 0x206f)) ||
      code === 39 ||
      code === 0x2019;
    if (letter && !inWord) words++;
    inWord = letter;
  }
  return words;
}
