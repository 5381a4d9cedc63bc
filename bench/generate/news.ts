/**
 * Seeded stream of Arabic-like news as JSON lines: originals, and near-copies of them by other outlets some
 * documents later. Memory: the vocabulary and the stories that still have copies to come.
 */
import { Random } from "../support/random.js";
import { type CopyKind, copyOf, pickKind } from "./copies.js";
import { Language, PARAGRAPH, STOP } from "./language.js";
import { LineWriter } from "./line-writer.js";
import { INVENTORIES, STORY_COPIES, TRAILER_CHANCE, VOCABULARY } from "./shape.js";
import { Vocabulary } from "./vocabulary.js";

export interface NewsOptions {
  readonly documents: number;
  readonly seed: number;
  /** Share of the documents that are near-copies of an earlier one, 0 ≤ share < 0.6. */
  readonly copies: number;
  /** Told for each near-copy; documents are numbered from 0. */
  readonly onCopy?: (document: number, original: number, kind: CopyKind) => void;
}

interface PendingCopy {
  readonly due: number;
  readonly original: number;
  readonly tokens: readonly number[];
  readonly title: readonly number[];
}

export const OUTLETS = 14;
const MEAN_DELAY_DOCUMENTS = 150;
const GOLDEN_RATIO = 0.618033988749895;
const WIDELY_COPIED = 4;
const CHUNK_BYTES = 1 << 20;
const TITLE_WORDS = { least: 6, most: 12 };

/** Chunks of about 1 MB, cut between lines. */
export function* generateNews(options: NewsOptions): Generator<Uint8Array> {
  const random = new Random(options.seed);
  const vocabulary = new Vocabulary(VOCABULARY, options.seed);
  const language = new Language(vocabulary, INVENTORIES, options.seed);
  const writer = new LineWriter(vocabulary, CHUNK_BYTES);
  const storyChance = chanceOfCopies(options.copies);
  let pending: PendingCopy[] = [];
  let stories = 0;
  let nextDue = Number.POSITIVE_INFINITY;

  for (let document = 0; document < options.documents; document++) {
    let tokens: number[] = [];
    let title: readonly number[];
    if (nextDue <= document) {
      const copy = pending.find(({ due }) => due === nextDue)!;
      pending = pending.filter((other) => other !== copy);
      const kind = pickKind(random);
      tokens = copyOf(copy.tokens, kind, language, document, random);
      title = random.chance(0.6) ? copy.title : makeTitle(language, random);
      options.onCopy?.(document, copy.original, kind);
    } else {
      const copies = random.chance(storyChance) ? storyCopies(stories++, random) : 0;
      language.write(tokens, originalLength(copies, language, random), document, random);
      title = makeTitle(language, random);
      for (let i = 0; i < copies; i++) {
        const delay = 1 + Math.floor(-Math.log(1 - random.fraction()) * MEAN_DELAY_DOCUMENTS);
        pending.push({ due: document + delay, original: document, tokens, title });
      }
    }
    nextDue = pending.reduce((least, { due }) => Math.min(least, due), Number.POSITIVE_INFINITY);
    const outlet = random.below(OUTLETS);
    writer.line(document, outlet, title, withTrailer(tokens, outlet, language, random));
    if (writer.length > CHUNK_BYTES) yield writer.take();
  }
  if (writer.length > 0) yield writer.take();
}

/** Some outlets end their articles with a line of their own, as the original without it shows. */
function withTrailer(
  tokens: readonly number[],
  outlet: number,
  language: Language,
  random: Random,
): readonly number[] {
  if (!random.chance(TRAILER_CHANCE)) return tokens;
  const trailer: number[] = [];
  language.phrase(trailer, outlet, 8, 16);
  trailer[trailer.length - 1]! |= STOP | PARAGRAPH;
  return [...tokens, ...trailer];
}

function makeTitle(language: Language, random: Random): number[] {
  return Array.from({ length: random.between(TITLE_WORDS.least, TITLE_WORDS.most) }, () =>
    language.word(random),
  );
}

/** Words. What many papers take over is agency copy of middling length. */
function originalLength(copies: number, language: Language, random: Random): number {
  return copies < WIDELY_COPIED ? language.documentLength(random) : random.between(180, 380);
}

/** How many copies a copied story has. Sizes by the golden ratio, so that few stories already have their mix. */
function storyCopies(story: number, random: Random): number {
  let die = (story * GOLDEN_RATIO) % 1;
  for (const { most, least, share } of STORY_COPIES) {
    die -= share;
    if (die < 0) return random.between(least, most);
  }
  return 1;
}

function chanceOfCopies(share: number): number {
  const mean = STORY_COPIES.reduce((sum, { least, most, share: s }) => sum + (s * (least + most)) / 2, 0);
  const chance = share / ((1 - share) * mean);
  if (!(share >= 0 && chance <= 1)) throw new RangeError(`share of copies out of range: ${share}`);
  return chance;
}
