/**
 * What one text has to be known by as a piece of news: its stems with their weights, those of title and opening, where
 * they stand, the figures of its opening, and its sequences of four letters. The title counts as the beginning.
 */
import { ReferenceKernel } from "../../kernel/reference.js";
import { type StemCounts, stemCountsFor } from "../../language/stem-counts.js";
import { NO_STEM, type Word, wordAt } from "../../language/words.js";
import { isCommonWord } from "../../text/common-words.js";
import { Kept } from "../../text/kept.js";
import { stripProclitics } from "../../text/proclitics.js";
import { type TokenisedText, tokenise } from "../../text/tokenise.js";
import type { Background } from "../background.js";
import { countFrom, onesOf, sequencesOf } from "./sequences.js";

/** News says in its first words what it is about: these after the title. */
const LEAD_STEMS = 30;
/** Windows of two steps over the stems, so that each overlaps the next by half. */
const WINDOW_STEP = 20;
const MOST_WINDOWS = 24;

/** What the shipped counts are worth beside those of the collection, in documents. */
const COUNTED_AS = 20_000;
/** What a word says where nothing tells how common it is, 0..1. */
const COMMON_WEIGHT = 0.12;
const PRIOR = { least: 0.1, perLetter: 0.07, most: 0.6 };
/** Documents of a collection that count as much as that. */
const PRIOR_DOCUMENTS = 300;

const FIGURE = /^\d+(?:\.\d+)?$/u;
const YEAR = /^20\d\d$/u;

/** Parallel arrays, ascending by key. */
export interface NewsProfile {
  /** Hashes of stems, distinct. */
  readonly keys: Int32Array;
  /** 0..1: how much a stem says, by how few articles hold it. */
  readonly weights: Float64Array;
  /** The same with how often it stands here. */
  readonly terms: Float64Array;
  /** Bit w: the stem stands in window w. */
  readonly windows: Uint32Array;
  /** 0 elsewhere, 1 in the opening, 3 in the title. */
  readonly places: Uint8Array;
  /** Sum of weights: of all, of title and opening, of the title. */
  readonly weight: number;
  readonly leadWeight: number;
  readonly titleWeight: number;
  /** Euclidean length of `terms`. */
  readonly length: number;
  /** Of each window the sum of squared weights. */
  readonly windowWeights: Float64Array;
  /** Figures of title and opening without years, ascending, distinct. */
  readonly figures: Float64Array;
  /** Bits of the sequences of four letters, and how many distinct ones these tell of. */
  readonly sequences: Int32Array;
  readonly sequenceCount: number;
}

interface Held {
  readonly background: Background | null;
  readonly title: string;
  readonly made: NewsProfile;
}

const held = new Kept<Held>();

/** Kept with the text object, for the title and background it was last asked with. */
export function newsProfile(text: TokenisedText, title: string, background: Background | null): NewsProfile {
  const known = held.get(text);
  if (known !== undefined && known.background === background && known.title === title) return known.made;
  const made = makeProfile(text, title, background);
  held.set(text, { background, title, made });
  return made;
}

// The kernel of the thread is busy with texts, and a title has a dozen words.
const titleKernel = new ReferenceKernel();

interface Draft {
  weight: number;
  count: number;
  windows: number;
  place: number;
}

function makeProfile(text: TokenisedText, title: string, background: Background | null): NewsProfile {
  const heading = title === "" ? null : tokenise(titleKernel, title);
  const weigh = new Weigher(stemCountsFor(text), background);
  const drafts = new Map<number, Draft>();
  const parts = (heading === null ? [text] : [heading, text]).map((part) => ({
    ids: part.ids,
    words: Array.from(part.ids, (_, token) => wordAt(part, token)),
  }));
  const words = parts.flatMap((part) => part.words);
  const inTitle = heading === null ? 0 : stemCount(parts[0]!.words);
  const total = stemCount(words);
  const lastWindow = Math.min(MOST_WINDOWS, Math.max(1, Math.ceil((total - WINDOW_STEP) / WINDOW_STEP))) - 1;
  const figures = new Set<number>();
  let at = 0;
  for (const part of parts) {
    for (let token = 0; token < part.ids.length; token++) {
      const word = part.words[token]!;
      if (word.stem === NO_STEM) continue;
      if (at < inTitle + LEAD_STEMS && FIGURE.test(word.folded) && !YEAR.test(word.folded)) {
        figures.add(Number(word.folded));
      }
      const weight = weigh.stem(word.stem, part.ids[token]!, word.folded);
      const windows = windowsOf(at, lastWindow);
      const place = at < inTitle ? 3 : at < inTitle + LEAD_STEMS ? 1 : 0;
      const draft = drafts.get(word.stem);
      if (draft === undefined) drafts.set(word.stem, { weight, count: 1, windows, place });
      else {
        draft.weight = Math.min(draft.weight, weight);
        draft.count++;
        draft.windows |= windows;
        draft.place |= place;
      }
      at++;
    }
  }
  const sequences = sequencesOf(words);
  return {
    ...arranged(drafts, lastWindow + 1),
    figures: Float64Array.from(figures).sort(),
    sequences,
    sequenceCount: countFrom(sequences.reduce((ones, word) => ones + onesOf(word), 0)),
  };
}

function stemCount(words: readonly Word[]): number {
  let count = 0;
  for (const { stem } of words) if (stem !== NO_STEM) count++;
  return count;
}

/** Bits of the windows that hold the stem at this place. */
function windowsOf(at: number, last: number): number {
  const window = Math.floor(at / WINDOW_STEP);
  let bits = window <= last ? 1 << window : 0;
  if (window > 0 && window - 1 <= last) bits |= 1 << (window - 1);
  return bits;
}

function arranged(drafts: ReadonlyMap<number, Draft>, windowCount: number) {
  const keys = Int32Array.from(drafts.keys()).sort();
  const size = keys.length;
  const made = {
    keys,
    weights: new Float64Array(size),
    terms: new Float64Array(size),
    windows: new Uint32Array(size),
    places: new Uint8Array(size),
    windowWeights: new Float64Array(windowCount),
  };
  let [weight, leadWeight, titleWeight, squares] = [0, 0, 0, 0];
  for (let k = 0; k < size; k++) {
    const draft = drafts.get(keys[k]!)!;
    made.weights[k] = draft.weight;
    made.terms[k] = draft.weight * (1 + Math.log(draft.count));
    made.windows[k] = draft.windows;
    made.places[k] = draft.place;
    weight += draft.weight;
    if (draft.place > 0) leadWeight += draft.weight;
    if (draft.place === 3) titleWeight += draft.weight;
    squares += made.terms[k]! ** 2;
    for (let bits = draft.windows; bits !== 0; bits &= bits - 1) {
      made.windowWeights[31 - Math.clz32(bits & -bits)]! += draft.weight ** 2;
    }
  }
  return { ...made, weight, leadWeight, titleWeight, length: Math.sqrt(squares) };
}

/** How much stems say in a text: by the shipped counts of its language, and by how many documents hold the word. */
export class Weigher {
  readonly #counts: StemCounts | null;
  readonly #background: Background | null;
  readonly #worth: number;
  readonly #scale: number;

  constructor(counts: StemCounts | null, background: Background | null) {
    this.#counts = counts;
    this.#background = background;
    // As far as articles were counted at all.
    this.#worth = counts === null ? 0 : Math.min(1, COUNTED_AS / counts.documents);
    const documents = (counts?.documents ?? 0) * this.#worth + (background?.documents ?? 0);
    this.#scale = documents === 0 ? 0 : 1 / Math.log(documents + 1);
  }

  /** 0..1. `id` is that of the word as it stands, `folded` its letters. */
  stem(stem: number, id: number, folded: string): number {
    const shipped = this.#counts === null ? 0 : this.#worth * this.#counts.of(stem);
    const here = this.#background === null ? 0 : this.#background.wordFrequency(id);
    const measured = Math.max(0, 1 - Math.log(shipped + here + 1) * this.#scale);
    if (this.#counts !== null) return measured;
    const documents = this.#background?.documents ?? 0;
    const trust = documents / (documents + PRIOR_DOCUMENTS);
    return trust === 1 ? measured : trust * measured + (1 - trust) * priorOf(folded);
  }
}

function priorOf(folded: string): number {
  const stripped = stripProclitics(folded);
  if (isCommonWord(stripped)) return COMMON_WEIGHT;
  return Math.min(PRIOR.most, PRIOR.least + PRIOR.perLetter * stripped.length);
}
