/**
 * What one text has to be related by: its words as stems, each once, with how much they say of what the text is
 * about, where they stand, and which of them name places. The title counts as the beginning of the text.
 */
import { ReferenceKernel } from "../../kernel/reference.js";
import { namesPlace } from "../../language/name-cues.js";
import { NO_STEM, type Word, wordAt } from "../../language/words.js";
import { isCommonWord } from "../../text/common-words.js";
import { Kept } from "../../text/kept.js";
import { foldLetters } from "../../text/letters.js";
import { stripProclitics } from "../../text/proclitics.js";
import { type TokenisedText, tokenise } from "../../text/tokenise.js";
import type { Background } from "../background.js";

/** News says in its first words what it is about: these after the title. */
const LEAD_TOKENS = 30;
/** Windows over the text, half overlapping; the lead is the first. */
const WINDOW_TOKENS = 40;
const WINDOW_STEP = 20;
const MOST_WINDOWS = 20;

/** What the word of a text says by itself, 0..1, where no collection tells how common it is. */
const COMMON_PRIOR = 0.12;
const LEAST_LETTERS = 3;
const PRIOR = { least: 0.1, perLetter: 0.07, most: 0.6, unspaced: 0.5 };
const NUMBER_PRIORS = [0, 0.1, 0.3, 0.6];
const NUMBER = /^\d+(?:\.\d+)?$/u;
const YEAR = /^20[12]\d$/u;
const UNSPACED = /[\u2e80-\uffff]/u;

/** Documents of background that count as much as these priors do. */
const PRIOR_WORTH_DOCUMENTS = 300;

/** 0..1: how far the frequencies of a collection are to be trusted beside what is known of words anyway. */
function familiarity(background: Background | null): number {
  return background === null ? 0 : background.documents / (background.documents + PRIOR_WORTH_DOCUMENTS);
}

/** Parallel arrays, ascending by key. */
export interface RelatedWords {
  /** Hashes of stems, of words without proclitics where there is no stem; distinct. */
  readonly keys: Uint32Array;
  /** 0..1: weight², by the commonest form in the text. */
  readonly distinctiveness: Float64Array;
  /** Index of the first token of the text with the key; -1 where only the title has it. */
  readonly first: Int32Array;
  /** Bit w: the key stands in window w; window 0 is title and lead. */
  readonly windows: Uint32Array;
  /** 1 where a place is named so. */
  readonly places: Uint8Array;
  readonly placeCount: number;
  /** Sum of distinctiveness over title and lead. */
  readonly lead: number;
}

interface Held {
  readonly background: Background | null;
  readonly title: string;
  readonly made: RelatedWords;
}

const held = new Kept<Held>();

/** Kept with the text object, for the title and background it was last asked with. */
export function relatedWords(
  text: TokenisedText,
  title: string,
  background: Background | null,
): RelatedWords {
  const known = held.get(text);
  if (known !== undefined && known.background === background && known.title === title) return known.made;
  const made = makeWords(text, title, background);
  held.set(text, { background, title, made });
  return made;
}

/** FNV-1a over UTF-16 units of the word without proclitics: what candidates compare. */
export function relatedWordHash(word: string): number {
  return hashOf(stripProclitics(foldLetters(word)));
}

/** What a token is compared by: its stem, or its word where it has none. */
export function relatedKey(text: TokenisedText, at: number): number {
  const word = wordAt(text, at);
  return keyOf(word, stripProclitics(word.folded));
}

function keyOf(word: Word, stripped: string): number {
  return word.stem === NO_STEM ? hashOf(stripped) : word.stem;
}

function hashOf(stripped: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < stripped.length; i++) hash = Math.imul(hash ^ stripped.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

interface Draft {
  distinctiveness: number;
  first: number;
  windows: number;
  place: boolean;
}

// The kernel of the thread is busy with texts, and a title has a dozen words.
const titleKernel = new ReferenceKernel();

function makeWords(text: TokenisedText, title: string, background: Background | null): RelatedWords {
  const drafts = new Map<number, Draft>();
  if (title !== "") addWords(drafts, tokenise(titleKernel, title), true, background);
  addWords(drafts, text, false, background);
  const keys = Uint32Array.from(drafts.keys()).sort();
  const made = {
    keys,
    distinctiveness: new Float64Array(keys.length),
    first: new Int32Array(keys.length),
    windows: new Uint32Array(keys.length),
    places: new Uint8Array(keys.length),
  };
  let lead = 0;
  let placeCount = 0;
  for (let at = 0; at < keys.length; at++) {
    const draft = drafts.get(keys[at]!)!;
    made.distinctiveness[at] = draft.distinctiveness;
    made.first[at] = draft.first;
    made.windows[at] = draft.windows;
    if (draft.place) {
      made.places[at] = 1;
      placeCount++;
    }
    if ((draft.windows & 1) === 1) lead += draft.distinctiveness;
  }
  return { ...made, lead, placeCount };
}

function addWords(
  drafts: Map<number, Draft>,
  text: TokenisedText,
  isTitle: boolean,
  background: Background | null,
): void {
  const trust = familiarity(background);
  const scale = background === null ? 0 : 1 / Math.log(background.documents + 1);
  const count = text.ids.length;
  let before = "";
  for (let i = 0; i < count; i++) {
    const word = wordAt(text, i);
    const stripped = stripProclitics(word.folded);
    const prior = priorOf(stripped);
    const byFrequency =
      background === null ? 0 : Math.max(0, 1 - Math.log(background.wordFrequency(text.ids[i]!) + 1) * scale);
    const weight = trust * byFrequency + (1 - trust) * prior;
    const key = keyOf(word, stripped);
    const windows = isTitle ? 1 : windowsOf(i, count);
    const place = namesPlace(before, stripped);
    const draft = drafts.get(key);
    if (draft === undefined) {
      drafts.set(key, { distinctiveness: weight ** 2, first: isTitle ? -1 : i, windows, place });
    } else {
      draft.distinctiveness = Math.min(draft.distinctiveness, weight ** 2);
      draft.windows |= windows;
      if (draft.first < 0 && !isTitle) draft.first = i;
      if (place) draft.place = true;
    }
    before = stripped;
  }
}

/** Bits of the windows that hold token `at` of `count`. A tail of less than half a window makes none. */
function windowsOf(at: number, count: number): number {
  let bits = at < LEAD_TOKENS ? 1 : 0;
  const last = Math.min(MOST_WINDOWS - 1, Math.floor(at / WINDOW_STEP));
  const first = Math.max(1, Math.floor(at / WINDOW_STEP) - WINDOW_TOKENS / WINDOW_STEP + 1);
  for (let window = first; window <= last; window++) {
    if (window * WINDOW_STEP + WINDOW_TOKENS / 2 < count) bits |= 1 << window;
  }
  return bits;
}

function priorOf(stripped: string): number {
  if (NUMBER.test(stripped)) {
    return YEAR.test(stripped) ? NUMBER_PRIORS[1]! : NUMBER_PRIORS[Math.min(3, stripped.length)]!;
  }
  if (stripped.length < LEAST_LETTERS || isCommonWord(stripped)) return COMMON_PRIOR;
  if (UNSPACED.test(stripped)) return PRIOR.unspaced;
  return Math.min(PRIOR.most, PRIOR.least + PRIOR.perLetter * stripped.length);
}
