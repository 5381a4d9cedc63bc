/**
 * Numbers that tell a block of the article from one of the template: its own text, the bits of its
 * surroundings, its neighbours, the containers it stands in, and blocks of the same make elsewhere on the page.
 * None is of a language or a site.
 */
import type { Block } from "./blocks.js";
import { Containers } from "./containers.js";
import { PHRASE_KINDS, phrasesOf } from "./phrases.js";
import { comparable } from "./sources.js";
import type { Element } from "./tree.js";

const HINTS = 30;
const OWN = 22;
const PLACE = 14;
const CONTAINED = 15;
const MAKE = 6;
const AROUND = 30;
/** Numbers of a block, in the order in which the functions below write them. */
export const FEATURES = OWN + PHRASE_KINDS.length + 2 * HINTS + PLACE + CONTAINED + MAKE + AROUND;

export interface Features {
  /** Row by row, FEATURES for each block. */
  readonly rows: Float32Array;
  readonly phrases: Uint16Array;
}

const ENDS = /[.!?؟۔…。][\s"'”’»)\]]*$/;
const COLON = /[:：]\s*$/;

export function featuresOf(blocks: readonly Block[], titleAt: number, title: string | undefined): Features {
  const rows = new Float32Array(blocks.length * FEATURES);
  const phrases = new Uint16Array(blocks.length);
  const containers = new Containers(blocks);
  const page = new Page(blocks, containers, titleAt, title);
  for (let at = 0; at < blocks.length; at++) {
    phrases[at] = phrasesOf(blocks[at]!.text, blocks[at]!.words);
    page.write(rows, at, phrases[at]!);
  }
  return { rows, phrases };
}

class Page {
  readonly #blocks: readonly Block[];
  readonly #containers: Containers;
  readonly #titleAt: number;
  readonly #title: string;
  readonly #good: Float64Array;
  readonly #goodBefore: Float64Array;
  readonly #wordsBefore: Float64Array;
  readonly #lastGood: Int32Array;
  readonly #nextGood: Int32Array;
  readonly #texts = new Map<string, number>();
  readonly #makes = new Map<string, Make>();
  readonly #makeOf: Make[] = [];

  constructor(blocks: readonly Block[], containers: Containers, titleAt: number, title: string | undefined) {
    this.#blocks = blocks;
    this.#containers = containers;
    this.#titleAt = titleAt;
    this.#title = title === undefined ? "" : comparable(title);
    const count = blocks.length;
    this.#good = containers.good;
    this.#goodBefore = new Float64Array(count + 1);
    this.#wordsBefore = new Float64Array(count + 1);
    this.#lastGood = new Int32Array(count);
    this.#nextGood = new Int32Array(count);
    const keys = new Map<Element, string>();
    let last = -1;
    for (let at = 0; at < count; at++) {
      const block = blocks[at]!;
      this.#goodBefore[at + 1] = this.#goodBefore[at]! + this.#good[at]!;
      this.#wordsBefore[at + 1] = this.#wordsBefore[at]! + block.words;
      this.#lastGood[at] = last;
      if (this.#good[at]! > 0) last = at;
      this.#texts.set(block.text, (this.#texts.get(block.text) ?? 0) + 1);
      const key = makeOf(block.element, keys);
      let make = this.#makes.get(key);
      if (make === undefined) {
        make = { blocks: 0, words: 0, linkWords: 0, good: 0 };
        this.#makes.set(key, make);
      }
      make.blocks++;
      make.words += block.words;
      make.linkWords += Math.min(block.linkWords, block.words);
      make.good += this.#good[at]!;
      this.#makeOf.push(make);
    }
    let next = count;
    for (let at = count - 1; at >= 0; at--) {
      this.#nextGood[at] = next;
      if (this.#good[at]! > 0) next = at;
    }
  }

  write(rows: Float32Array, at: number, phrases: number): void {
    const block = this.#blocks[at]!;
    const start = at * FEATURES;
    let to = this.#own(rows, start, block);
    for (let bit = 0; bit < PHRASE_KINDS.length; bit++) rows[to++] = (phrases >> bit) & 1;
    for (let bit = 0; bit < HINTS; bit++) rows[to++] = (block.hints >> bit) & 1;
    for (let bit = 0; bit < HINTS; bit++) rows[to++] = (block.near >> bit) & 1;
    to = this.#place(rows, to, at);
    to = this.#containers.write(rows, to, at);
    to = this.#make(rows, to, at);
    to = this.#around(rows, to, at);
    if (to !== start + FEATURES) throw new Error(`${to - start} features of a block, not ${FEATURES}`);
  }

  #own(rows: Float32Array, start: number, block: Block): number {
    const { text, words, kind } = block;
    let to = start;
    rows[to++] = Math.log2(1 + words);
    rows[to++] = text.length / (words + 1);
    rows[to++] = linkShare(block);
    rows[to++] = words === 0 ? 0 : Math.min(1, block.boldWords / words);
    rows[to++] = ENDS.test(text) ? 1 : 0;
    rows[to++] = COLON.test(text) ? 1 : 0;
    const marks = countMarks(text);
    const seenWords = Math.max(1, (words * marks.length) / Math.max(1, text.length));
    rows[to++] = marks.commas / seenWords;
    rows[to++] = marks.capitals / seenWords;
    rows[to++] = marks.digits / Math.max(1, marks.length);
    rows[to++] = Math.log2(1 + block.links.length);
    rows[to++] = kind === "paragraph" ? 1 : 0;
    rows[to++] = kind === "heading" ? 1 : 0;
    rows[to++] = kind === "item" ? 1 : 0;
    rows[to++] = kind === "row" ? 1 : 0;
    rows[to++] = kind === "quote" ? 1 : 0;
    rows[to++] = kind === "other" ? 1 : 0;
    rows[to++] = block.level;
    rows[to++] = block.depth;
    rows[to++] = (this.#texts.get(text) ?? 0) > 1 ? 1 : 0;
    rows[to++] =
      this.#title === "" || text.length > 3 * this.#title.length + 20
        ? 0
        : likeTitle(comparable(text), this.#title);
    rows[to++] = /https?:|www\.|\S@\S+\.\w|\+?\d[\d\s().-]{8,}\d/.test(text) ? 1 : 0;
    rows[to++] = marks.bars / seenWords;
    return to;
  }

  #place(rows: Float32Array, start: number, at: number): number {
    const count = this.#blocks.length;
    const total = this.#wordsBefore[count]! || 1;
    const good = this.#goodBefore[count]! || 1;
    const from = at - this.#titleAt;
    let to = start;
    rows[to++] = at / count;
    rows[to++] = this.#wordsBefore[at]! / total;
    rows[to++] = this.#goodBefore[at]! / good;
    rows[to++] = (good - this.#goodBefore[at + 1]!) / good;
    rows[to++] = this.#good[at]! / good;
    rows[to++] = Math.sign(from) * Math.log2(1 + Math.abs(from));
    const between = this.#wordsBefore[at]! - this.#wordsBefore[Math.min(this.#titleAt + 1, count)]!;
    rows[to++] = Math.sign(between) * Math.log2(1 + Math.abs(between));
    rows[to++] = this.#titleAt > 0 ? 1 : 0;
    rows[to++] = Math.log2(at - this.#lastGood[at]!);
    rows[to++] = Math.log2(this.#nextGood[at]! - at);
    rows[to++] = Math.log2(1 + total);
    rows[to++] = good / total;
    rows[to++] = Math.log2(count);
    rows[to++] = this.#titleAt > 0 ? this.#goodBefore[this.#titleAt]! / good : -1;
    return to;
  }

  #make(rows: Float32Array, start: number, at: number): number {
    const make = this.#makeOf[at]!;
    const good = this.#goodBefore[this.#blocks.length]! || 1;
    let to = start;
    rows[to++] = Math.log2(make.blocks);
    rows[to++] = make.words / make.blocks;
    rows[to++] = make.linkWords / Math.max(1, make.words);
    rows[to++] = make.good / good;
    rows[to++] = make.good / Math.max(1, make.words);
    rows[to++] = Math.log2(1 + make.words);
    return to;
  }

  #around(rows: Float32Array, start: number, at: number): number {
    let to = start;
    for (const step of [-3, -2, -1, 1, 2, 3]) {
      const other = this.#blocks[at + step];
      rows[to++] = other === undefined ? -1 : Math.log2(1 + other.words);
      rows[to++] = other === undefined ? -1 : linkShare(other);
      rows[to++] =
        other === undefined ? -1 : other.kind === "heading" ? 2 : other.kind === "paragraph" ? 1 : 0;
      rows[to++] =
        other === undefined ? -1 : other.element.parent === this.#blocks[at]!.element.parent ? 1 : 0;
    }
    for (const width of [3, 8]) {
      const first = Math.max(0, at - width);
      const last = Math.min(this.#blocks.length, at + width + 1);
      const words = this.#wordsBefore[last]! - this.#wordsBefore[first]!;
      rows[to++] = words / (last - first);
      rows[to++] = (this.#goodBefore[last]! - this.#goodBefore[first]!) / Math.max(1, words);
      let links = 0;
      for (let i = first; i < last; i++) links += this.#blocks[i]!.linkWords;
      rows[to++] = Math.min(1, links / Math.max(1, words));
    }
    return to;
  }
}

interface Make {
  blocks: number;
  words: number;
  linkWords: number;
  good: number;
}

/** What an element looks like to the template: its tag and class, and those of the two around it. */
function makeOf(element: Element, known: Map<Element, string>): string {
  const found = known.get(element);
  if (found !== undefined) return found;
  let key = "";
  for (let up: Element | null = element, steps = 0; up !== null && steps < 3; up = up.parent, steps++)
    key += `${up.tag}.${up.attributes.get("class")?.slice(0, 80) ?? ""}>`;
  known.set(element, key);
  return key;
}

export function linkShare(block: Block): number {
  return block.words === 0 ? 0 : Math.min(1, block.linkWords / block.words);
}

interface Marks {
  /** UTF-16 units looked at. */
  readonly length: number;
  readonly commas: number;
  /** Latin, Greek and Cyrillic words that begin with a capital. */
  readonly capitals: number;
  readonly digits: number;
  /** What templates put between links: bars, dots, arrows, line breaks. */
  readonly bars: number;
}

const SAMPLE = 600;
const COMMAS = new Set([..."\u002c\u060c\u003b\u061b"].map((mark) => mark.charCodeAt(0)));
const BARS = new Set([..."|•·›»/\n"].map((mark) => mark.charCodeAt(0)));

function countMarks(text: string): Marks {
  const length = Math.min(SAMPLE, text.length);
  let commas = 0;
  let capitals = 0;
  let digits = 0;
  let bars = 0;
  let inWord = false;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    const digit = (code >= 48 && code <= 57) || (code >= 0x660 && code <= 0x669);
    const capital = (code >= 65 && code <= 90) || isCapital(code);
    if (digit) digits++;
    else if (capital && !inWord) capitals++;
    else if (COMMAS.has(code)) commas++;
    else if (BARS.has(code)) bars++;
    inWord =
      digit || capital || (code >= 97 && code <= 122) || (code > 0xbf && (code < 0x2000 || code > 0x206f));
  }
  return { length, commas, capitals, digits, bars };
}

/** Of Latin-1, Greek and Cyrillic. */
function isCapital(code: number): boolean {
  return (
    (code >= 0xc0 && code <= 0xde && code !== 0xd7) ||
    (code >= 0x391 && code <= 0x3a9) ||
    (code >= 0x400 && code <= 0x42f)
  );
}

function likeTitle(text: string, title: string): number {
  if (text === title) return 1;
  if (text.length < 10) return 0;
  return title.includes(text) || text.includes(title) ? 0.5 : 0;
}
