/** Articles without what gives an agency's item away, and what is still decided of them. */
import type { Direction, Document } from "../../src/index.js";
import type { FullLineage } from "../../src/provenance/lineage/index.js";

const HEAD_LENGTH = 200;
const DATELINE =
  /[^\n]{0,40}?\d{1,2}\s*\S+\s*(?:ذو|ذي)?\s*\S*\s*14\d\d\s*(?:هـ|ه)?[^\n]{0,60}|^[^\n]{0,60}?(?:واس|\(واس\)|سانا|رويترز)\s*[:\-–)]?/u;
const TRAILER = /\/\/\s*(?:انته[ىي]|يتبع)\s*\/\/|\d{1,2}:\d{2}\s*(?:ت\s*م|جمت)/gu;
const DESK = /^\s*[\p{L}]+\s*\/\s*/u;

/** The same length, so that offsets of passages stay right. Without a source and what tells it. */
export function stripped(document: Document, keepsTitle: boolean): Document {
  const { id, text, title, captured, byline } = document;
  const blank = (words: string) => words.replace(/[^\n]/gu, " ");
  const head = text.slice(0, HEAD_LENGTH).replace(DATELINE, blank);
  const bare = (head + text.slice(HEAD_LENGTH)).replace(TRAILER, blank);
  const cut = keepsTitle ? title : title?.replace(DESK, "");
  return {
    id,
    text: bare,
    ...(cut === undefined ? {} : { title: cut }),
    ...(captured === undefined ? {} : { captured }),
    ...(byline === undefined ? {} : { byline }),
  };
}

export interface StrippedPairs {
  readonly right: readonly Direction[];
  readonly wrong: readonly Direction[];
  readonly undecided: number;
}

/** Of the pairs of an agency's item and a paper. */
export function strippedPairs({ directions }: FullLineage, agency: (id: string) => boolean): StrippedPairs {
  const pairs = directions.filter(({ a, b }) => agency(a) !== agency(b));
  const decided = pairs.filter(({ from }) => from !== null);
  return {
    right: decided.filter(({ from }) => agency(from!)),
    wrong: decided.filter(({ from }) => !agency(from!)),
    undecided: pairs.length - decided.length,
  };
}
