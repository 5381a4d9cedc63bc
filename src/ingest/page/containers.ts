/** The elements that hold the blocks: how much good text each has, and which hold the most of the page's. */
import type { Block } from "./blocks.js";
import { HINT } from "./hints.js";
import type { Element } from "./tree.js";

interface Held {
  blocks: number;
  words: number;
  linkWords: number;
  good: number;
  headings: number;
}

const AWAY =
  HINT.nav | HINT.footer | HINT.comments | HINT.menu | HINT.overlay | HINT.legal | HINT.hidden | HINT.button;
const NONE: Held = { blocks: 1, words: 0, linkWords: 0, good: 0, headings: 0 };

export class Containers {
  /** Words of a block that reads like prose, or 0. */
  readonly good: Float64Array;
  readonly #blocks: readonly Block[];
  readonly #held = new Map<Element, Held>();
  readonly #total: number;
  /** The deepest elements with half, three quarters and nine tenths of the good text. */
  readonly #cores: readonly (Element | null)[];
  readonly #article: Element | null;
  readonly #body: Element | null;

  constructor(blocks: readonly Block[]) {
    this.#blocks = blocks;
    this.good = Float64Array.from(blocks, goodWords);
    for (let at = 0; at < blocks.length; at++) this.#add(blocks[at]!, this.good[at]!);
    const root = rootOf(blocks);
    this.#total = root === null ? 1 : Math.max(1, this.#held.get(root)?.good ?? 1);
    this.#cores = [0.5, 0.75, 0.9].map((part) => (root === null ? null : this.#core(root, part)));
    this.#article = this.#largest((element) => element.tag === "article");
    this.#body = this.#largest(
      (element) => /articlebody/i.test(element.attributes.get("itemprop") ?? "") || isBody(element),
    );
  }

  #add(block: Block, good: number): void {
    for (let up: Element | null = block.element; up !== null; up = up.parent) {
      let held = this.#held.get(up);
      if (held === undefined) {
        held = { blocks: 0, words: 0, linkWords: 0, good: 0, headings: 0 };
        this.#held.set(up, held);
      }
      held.blocks++;
      held.words += block.words;
      held.linkWords += Math.min(block.words, block.linkWords);
      held.good += good;
      if (block.kind === "heading") held.headings++;
    }
  }

  #core(root: Element, part: number): Element {
    const least = part * (this.#held.get(root)?.good ?? 0);
    let core = root;
    for (;;) {
      const next = core.children.find(
        (child): child is Element => typeof child !== "string" && (this.#held.get(child)?.good ?? 0) >= least,
      );
      if (next === undefined || least === 0) return core;
      core = next;
    }
  }

  #largest(wanted: (element: Element) => boolean): Element | null {
    let best: Element | null = null;
    let most = 0;
    for (const [element, { good }] of this.#held) {
      if (good <= most || !wanted(element)) continue;
      best = element;
      most = good;
    }
    return best;
  }

  /** 15 numbers. */
  write(rows: Float32Array, start: number, at: number): number {
    const { element } = this.#blocks[at]!;
    let to = start;
    for (const core of this.#cores) rows[to++] = core !== null && isIn(element, core) ? 1 : 0;
    rows[to++] = this.#flag(element, this.#article);
    rows[to++] = this.#flag(element, this.#body);
    let up: Element | null = element;
    for (const least of [2, 6]) {
      while (up?.parent != null && (this.#held.get(up)?.blocks ?? 0) < least) up = up.parent;
      const held = (up === null ? undefined : this.#held.get(up)) ?? NONE;
      rows[to++] = Math.log2(held.blocks);
      rows[to++] = held.words / held.blocks;
      rows[to++] = held.linkWords / Math.max(1, held.words);
      rows[to++] = held.good / this.#total;
      rows[to++] = held.good / Math.max(1, held.words);
    }
    return to;
  }

  /** -1 where the page has no such element. */
  #flag(element: Element, container: Element | null): number {
    return container === null ? -1 : isIn(element, container) ? 1 : 0;
  }
}

const BODY =
  /(?:article|story|post|entry)[-_]*(?:body|content|text)|field[-_]+name[-_]+body|field--?name-body|itemfulltext|td-post-content/i;

function isBody(element: Element): boolean {
  const names = element.attributes.get("class");
  return names !== undefined && BODY.test(names);
}

function goodWords(block: Block): number {
  const { words, kind } = block;
  if ((block.hints & AWAY) !== 0 || kind === "heading" || words < 10) return 0;
  if (block.linkWords > words * 0.4) return 0;
  return words >= 25 || /[.!?؟۔…:][\s"'”’»)\]]*$/.test(block.text) ? words : 0;
}

function isIn(element: Element, container: Element): boolean {
  for (let up: Element | null = element; up !== null; up = up.parent) if (up === container) return true;
  return false;
}

function rootOf(blocks: readonly Block[]): Element | null {
  let up: Element | null = blocks[0]?.element ?? null;
  while (up?.parent != null) up = up.parent;
  return up;
}
