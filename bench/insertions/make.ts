/**
 * Makes the generated test: passages of 20 to 200 words copied from articles into unrelated ones, with truth.
 * A quarter of the documents takes part in nothing; of the rest one half gives passages, the other half takes
 * one or two, all under one noise level for a document.
 */
import type { FactKind, Range } from "../../src/model/index.js";
import type { Article } from "../support/articles.js";
import type { Random } from "../support/random.js";
import { alterFacts } from "./alter.js";
import { applyNoise, type Level, splitSentences } from "./noise.js";
import { selectUnrelated } from "./select.js";
import { endsSentence, splitWords } from "./words.js";

/** Offsets are UTF-16 code units of the final texts. */
export interface Place extends Range {
  readonly id: string;
}

export interface FactTruth {
  readonly kind: FactKind;
  readonly source: Range & { readonly text: string };
  readonly target: Range & { readonly text: string };
}

export interface Case {
  readonly level: Level;
  readonly source: Place;
  readonly target: Place;
  readonly facts: readonly FactTruth[];
}

export interface InsertionTest {
  readonly documents: readonly Article[];
  readonly cases: readonly Case[];
}

const PASSAGE_WORDS = { least: 20, most: 200 };
const CLEAN_SHARE = 0.25;
const SECOND_PASSAGE_CHANCE = 0.25;
const TRIES = 40;

export function makeInsertions(
  articles: readonly Article[],
  count: number,
  levels: readonly Level[],
  random: Random,
): InsertionTest {
  const selected = selectUnrelated(articles, count, random);
  const clean = Math.round(selected.length * CLEAN_SHARE);
  const half = Math.floor((selected.length - clean) / 2);
  const givers = selected.slice(clean, clean + half).map((article) => new Giver(article));
  const takers = selected.slice(clean + half, clean + 2 * half);
  const vocabulary = takers.flatMap(({ text }) => text.match(/\p{L}{2,}/gu) ?? []);

  const documents = [
    ...selected.slice(0, clean),
    ...selected.slice(clean + 2 * half),
    ...givers.map((g) => g.article),
  ];
  const cases: Case[] = [];
  takers.forEach((taker, i) => {
    const level = levels[i % levels.length]!;
    const copies = [takeCopy(givers[i]!, level, vocabulary, random)];
    // The next giver of the same level gives the second passage, as in a roundup.
    const other = givers[i + levels.length];
    if (other !== undefined && random.chance(SECOND_PASSAGE_CHANCE)) {
      copies.push(takeCopy(other, level, vocabulary, random));
    }
    const made = insert(
      taker,
      level,
      copies.filter((copy) => copy !== null),
      random,
    );
    documents.push(made.document);
    cases.push(...made.cases);
  });
  return { documents: random.shuffled(documents), cases };
}

/** An article that passages are copied from, each part of it at most once. */
class Giver {
  readonly article: Article;
  readonly words: readonly Range[];
  readonly #given: Range[] = [];

  constructor(article: Article) {
    this.article = article;
    this.words = splitWords(article.text);
  }

  /** A passage nobody took yet, in UTF-16 code units; null where chance finds none. */
  propose(level: Level, random: Random): Range | null {
    const { text } = this.article;
    const most = Math.min(PASSAGE_WORDS.most, Math.floor(this.words.length * 0.9));
    let first = random.below(this.words.length - PASSAGE_WORDS.least);
    if (level === "shuffled" || random.chance(0.5)) first = this.#sentenceStart(first);
    let last = first + random.between(PASSAGE_WORDS.least, most) - 1;
    if (level === "shuffled") {
      while (last < this.words.length - 1 && !endsSentence(text, this.words, last)) last++;
    }
    if (last >= this.words.length || last - first + 1 > PASSAGE_WORDS.most) return null;
    const range = { start: this.words[first]!.start, end: this.words[last]!.end };
    return this.#given.some((given) => given.start < range.end && range.start < given.end) ? null : range;
  }

  take(range: Range): void {
    this.#given.push(range);
  }

  #sentenceStart(word: number): number {
    let first = word;
    while (first > 0 && !endsSentence(this.article.text, this.words, first - 1)) first--;
    return first;
  }
}

interface Copy {
  readonly from: Place;
  readonly original: string;
  readonly text: string;
  readonly alterations: readonly { readonly kind: FactKind; readonly from: Range; readonly to: Range }[];
}

function takeCopy(giver: Giver, level: Level, vocabulary: readonly string[], random: Random): Copy | null {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const range = giver.propose(level, random);
    if (range === null) continue;
    const original = giver.article.text.slice(range.start, range.end);
    if (level === "shuffled" && splitSentences(original).length < 3) continue;
    const copied =
      level === "altered"
        ? alterFacts(original, random)
        : { text: applyNoise(original, level, vocabulary, random), alterations: [] };
    if (copied === null) continue;
    giver.take(range);
    return { from: { id: giver.article.id, ...range }, original, ...copied };
  }
  return null;
}

/** Puts each copy between two sentences of the taker, as a paragraph of its own or in line. */
function insert(
  taker: Article,
  level: Level,
  copies: readonly Copy[],
  random: Random,
): { document: Article; cases: Case[] } {
  const words = splitWords(taker.text);
  const ends = words.filter((_, i) => endsSentence(taker.text, words, i)).map((word) => word.end);
  const at = random
    .shuffled([0, ...ends])
    .slice(0, copies.length)
    .sort((x, y) => x - y);
  const cases: Case[] = [];
  let text = "";
  let taken = 0;
  at.forEach((position, i) => {
    const copy = copies[i]!;
    const gap = random.chance(0.5) ? "\n\n" : " ";
    text += taker.text.slice(taken, position) + (position === 0 ? "" : gap);
    const start = text.length;
    text += copy.text;
    cases.push({
      level,
      source: copy.from,
      target: { id: taker.id, start, end: text.length },
      facts: copy.alterations.map(({ kind, from, to }) => ({
        kind,
        source: { ...shifted(from, copy.from.start), text: copy.original.slice(from.start, from.end) },
        target: { ...shifted(to, start), text: copy.text.slice(to.start, to.end) },
      })),
    });
    text += gap;
    taken = position;
  });
  text += taker.text.slice(taken);
  return { document: { ...taker, text }, cases };
}

const shifted = (range: Range, by: number): Range => ({ start: range.start + by, end: range.end + by });
