/**
 * Reused phrasing. In: documents and their matches. Out: each sentence, or part of one, that stands with two outlets or
 * more, once, with all its holders. The same for any order of documents and matches.
 */
import { FINGERPRINT_TOKENS } from "../../candidates/fingerprints.js";
import { compareCodePoints } from "../../document/order.js";
import type { Kernel } from "../../kernel/kernel.js";
import type { Background } from "../../match/background.js";
import { frequenciesOf } from "../../match/frequencies.js";
import type { Document, Match, Phrase, PhraseHolder, Quotation } from "../../model/index.js";
import { type TokenisedText, tokenise } from "../../text/tokenise.js";
import { digestOf } from "../lineage/digest.js";
import { earliestOf, type Grouped, joinedStretches, type SharedStretch } from "../lineage/groups.js";
import { quotationsOf } from "../quotations/quotations.js";
import { isQuoted, speakerIn } from "../quotations/speaker-at.js";
import { trustedTime } from "../time/trusted.js";
import { withParts } from "./absorb.js";
import { cutAtSentences } from "./cut.js";
import { wordingsOf } from "./wordings.js";

/** Longer phrases weigh no more. */
const MOST_WORDS = 60;
/** What a formula weighs of what other wording does. */
const FORMULA_RARITY = 0.1;

export interface PhrasesInput {
  readonly kernel: Kernel;
  /** Null where the collection is too small to tell a formula. */
  readonly background: Background | null;
  /** In the order in which holders are named. */
  readonly documents: readonly Document[];
  /** Pairs of these documents, sorted by (a, b). */
  readonly matches: readonly Pick<Match, "a" | "b" | "passages">[];
  readonly minOutlets: number;
}

/** The heaviest first. O(passages log passages), and each document with a phrase is read once. */
export function phrasesOf(input: PhrasesInput): Phrase[] {
  const { documents } = input;
  const groups = withParts(joinedStretches(documents.length, stretchesOf(input)));
  const reader = new PhraseReader(input);
  const phrases = groups.flatMap((group) => reader.phraseOf(group) ?? []);
  return phrases.sort(
    (x, y) => y.weight - x.weight || Number(y.quoted) - Number(x.quoted) || compareCodePoints(x.id, y.id),
  );
}

function stretchesOf({ kernel, documents, matches }: PhrasesInput): SharedStretch[] {
  const indexOf = new Map(documents.map(({ id }, index) => [id, index]));
  const stretches: SharedStretch[] = [];
  for (const { a, b, passages } of matches) {
    const of = [indexOf.get(a)!, indexOf.get(b)!] as const;
    const [x, y] = of.map((index) => tokenise(kernel, documents[index]!.text)) as [
      TokenisedText,
      TokenisedText,
    ];
    for (const passage of passages)
      for (const piece of cutAtSentences(x, y, passage)) stretches.push({ of, ...piece, kind: passage.kind });
  }
  return stretches;
}

class PhraseReader {
  readonly #input: PhrasesInput;
  readonly #quotations = new Map<number, readonly Quotation[]>();

  constructor(input: PhrasesInput) {
    this.#input = input;
  }

  /** Null where too few outlets have it. */
  phraseOf({ kind, holders: all }: Grouped): Phrase | null {
    const { kernel, documents, minOutlets } = this.#input;
    // Of a document that has the words twice, the first place.
    const held = [...new Map(all.toReversed().map((holder) => [holder.subject, holder])).values()].sort(
      (x, y) => x.subject - y.subject,
    );
    const outlets = new Set(held.map(({ subject }) => outletKey(documents[subject]!))).size;
    if (outlets < minOutlets) return null;
    const texts = held.map(({ subject, start, end }) => documents[subject]!.text.slice(start, end));
    const { wordings, places, fullest } = wordingsOf(kernel, texts);
    const holders = held.map(({ subject, start, end }, at): PhraseHolder => {
      const { id, source, published } = documents[subject]!;
      const quotations = this.#quotationsOf(subject);
      return {
        document: id,
        outlet: source?.trim() || null,
        start,
        end,
        published: published ?? null,
        wording: places[at]!,
        quoted: isQuoted(quotations, { start, end }),
        speaker: speakerIn(quotations, { start, end })?.name ?? null,
      };
    });
    const spread = this.#spreadOf(fullest);
    const formula = kind === "boilerplate";
    const words = fullest.ids.length;
    const rarity = formula ? FORMULA_RARITY : 1 / Math.sqrt(spread?.days ?? 1);
    const times = held.map(({ subject }) => ({ subject, time: trustedTime(documents[subject]!) }));
    const dated = times.filter(({ time }) => time.from !== null);
    // The only one that says when it was published came before nobody.
    const first = dated.length < 2 ? null : earliestOf(dated);
    return {
      id: `phrase:${digestOf(holders.map(({ document, start, end }) => `${document} ${start} ${end}`))}`,
      text: fullest.text,
      words,
      outlets,
      holders,
      wordings,
      quoted: holders.some((holder) => holder.quoted),
      formula,
      spread,
      first: first === null ? null : documents[first.subject]!.id,
      weight: rarity * Math.min(words, MOST_WORDS) * outlets,
    };
  }

  #quotationsOf(subject: number): readonly Quotation[] {
    const { kernel, documents } = this.#input;
    let found = this.#quotations.get(subject);
    if (found === undefined) {
      found = quotationsOf(kernel, documents[subject]!);
      this.#quotations.set(subject, found);
    }
    return found;
  }

  #spreadOf(text: TokenisedText): Phrase["spread"] {
    const { background } = this.#input;
    const grams = text.ids.length + 1 - FINGERPRINT_TOKENS;
    if (background === null || grams < 1) return null;
    const frequencies = frequenciesOf(text, background);
    const places = Array.from({ length: grams }, (_, at) => at);
    return {
      groups: median(places.map((at) => frequencies.gram(at))),
      days: median(places.map((at) => frequencies.days(at))),
    };
  }
}

/** Versions of one item are one outlet, and so are all documents of one source. */
function outletKey({ id, source, versionOf }: Document): string {
  return JSON.stringify(source?.trim() ? [source.trim()] : [null, versionOf ?? id]);
}

/** The lower of the two in the middle. */
function median(numbers: readonly number[]): number {
  return numbers.toSorted((x, y) => x - y)[(numbers.length - 1) >> 1]!;
}
