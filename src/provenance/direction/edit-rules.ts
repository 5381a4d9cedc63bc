/**
 * Edits that only make sense one way. Weights learnt on 1,167 pairs of an agency's item and a paper
 * (`npm run evaluate:lineage`), then lowered, since of two papers that both trimmed an unseen item the less trimmed one
 * looks like the source: a day moved on 76 : 3, honorifics dropped 115 : 4, names shortened 77 : 13, paragraphs left out
 * 66 : 6. Of the three days that moved back all stand in press reviews, in which the agency took from the papers.
 */
import type { Edit, Evidence, Passage, Place, Range } from "../../model.js";
import type { Reuse } from "./reuse.js";
import { evidenceOf, type RuleName } from "./rules.js";
import type { Subject } from "./subject.js";

const DAY_MOVED = 2;
const HONORIFICS_DROPPED = 2;
const NAMES_SHORTENED = 1;
const TRIMMED = 1;
const MOST_PLACES = 3;

/** Days in the order in which an event recedes from the day of writing. */
const DAYS = new Map(
  [
    ["غدا", "غداً", "غدًا", "tomorrow", "demain"],
    ["اليوم", "today", "aujourd'hui"],
    ["أمس", "امس", "البارحة", "yesterday", "hier"],
  ].flatMap((words, days) => words.map((word) => [word, days] as const)),
);
const DAY_LENGTH = 12;
const HONORIFIC =
  /(?<!\p{L})(?:و?معالي|معاليه|سعادة|سعادته|فضيلة|فضيلته|حفظه(?:م|ما)?|يرعاه|رعاه|تعالى|بمشيئة|[بإا]ذن الله|his excellency|excellency|his majesty|royal highness|son excellence)(?!\p{L})/iu;
const SON_OF = /(?<!\p{L})بن(?!\p{L})/u;
/** An edit of more is a passage left out, not a word. */
const EDIT_LENGTH = 120;
/** Of the one text all but this share stands in the other, which has this many code units more. */
const LEFT_SHARE = 0.05;
const MORE_LENGTH = 200;

export interface EditClues {
  readonly forward: readonly Evidence[];
  readonly backward: readonly Evidence[];
}

/**
 * `ranges` are those that the match covers on each side, joined; `share` lowers what the clues say where others have the
 * words too. O(edits).
 */
export function editClues(
  a: Subject,
  b: Subject,
  { verdict, passages }: Reuse,
  ranges: { readonly a: readonly Range[]; readonly b: readonly Range[] },
  share: number,
): EditClues {
  const [x, y] = [new Tally(a, b, share), new Tally(b, a, share)];
  for (const { edits } of passages.filter(isReuse)) {
    for (const edit of edits) {
      // Edits that leave the sense as it was count too: honorifics and days are such.
      if (edit.kind === "replace") moved(x, y, edit);
      else if (edit.kind === "delete") x.dropped(edit.a);
      else y.dropped(edit.b);
    }
  }
  if (verdict === "whole") {
    x.trimmed(ranges.a, ranges.b);
    y.trimmed(ranges.b, ranges.a);
  }
  return { forward: x.clues(y), backward: y.clues(x) };
}

/** What speaks for `from` → `to`. */
class Tally {
  readonly #from: Subject;
  readonly #to: Subject;
  readonly #share: number;
  readonly days: [Range, Range][] = [];
  readonly honorifics: Range[] = [];
  readonly names: Range[] = [];
  #left: Range | null = null;

  constructor(from: Subject, to: Subject, share: number) {
    this.#from = from;
    this.#to = to;
    this.#share = share;
  }

  words({ start, end }: Range): string {
    return this.#from.document.text.slice(start, end);
  }

  /** Words of `from` that `to` leaves out. */
  dropped(range: Range): void {
    if (range.end - range.start > EDIT_LENGTH) return;
    const words = this.words(range);
    if (HONORIFIC.test(words)) this.honorifics.push(range);
    else if (SON_OF.test(words)) this.names.push(range);
  }

  trimmed(mine: readonly Range[], theirs: readonly Range[]): void {
    const [from, to] = [this.#from.document.text, this.#to.document.text];
    const uncovered = (text: string, ranges: readonly Range[]) =>
      text.length - ranges.reduce((sum, { start, end }) => sum + end - start, 0);
    if (uncovered(to, theirs) > LEFT_SHARE * to.length || uncovered(from, mine) < MORE_LENGTH) return;
    const gaps = [...mine, { start: from.length, end: from.length }].map(({ start }, at) => ({
      start: at === 0 ? 0 : mine[at - 1]!.end,
      end: start,
    }));
    this.#left = gaps.reduce((x, y) => (y.end - y.start > x.end - x.start ? y : x));
  }

  clues(opposite: Tally): Evidence[] {
    const clues: Evidence[] = [];
    const at = (ranges: readonly Range[]): Place[] =>
      ranges
        .slice(0, MOST_PLACES)
        .map(({ start, end }) => ({ document: this.#from.id, field: "text", start, end }));
    const add = (
      rule: RuleName,
      weight: number,
      values: Record<string, string>,
      places: readonly Place[],
    ) => {
      const ids = { from: this.#from.id, to: this.#to.id };
      clues.push(evidenceOf(rule, weight * this.#share, { ...ids, ...values }, places));
    };
    const day = this.days[0];
    if (day !== undefined && this.days.length > opposite.days.length) {
      const after = this.#to.document.text.slice(day[1].start, day[1].end);
      const there: Place = { document: this.#to.id, field: "text", start: day[1].start, end: day[1].end };
      add("day-moved", DAY_MOVED, { before: this.words(day[0]), after }, [...at([day[0]]), there]);
    }
    if (this.honorifics.length > opposite.honorifics.length)
      add(
        "honorifics-dropped",
        HONORIFICS_DROPPED,
        { words: this.words(this.honorifics[0]!) },
        at(this.honorifics),
      );
    if (this.names.length > opposite.names.length)
      add("names-shortened", NAMES_SHORTENED, { words: this.words(this.names[0]!) }, at(this.names));
    if (this.#left !== null) add("trimmed", TRIMMED, { words: this.words(this.#left) }, at([this.#left]));
    return clues;
  }
}

function moved(x: Tally, y: Tally, edit: Edit): void {
  if (edit.a.end - edit.a.start > DAY_LENGTH || edit.b.end - edit.b.start > DAY_LENGTH) return;
  const [p, q] = [DAYS.get(x.words(edit.a)), DAYS.get(y.words(edit.b))];
  if (p === undefined || q === undefined || p === q) return;
  if (q > p) x.days.push([edit.a, edit.b]);
  else y.days.push([edit.b, edit.a]);
}

function isReuse({ kind }: Passage): boolean {
  return kind !== "boilerplate";
}
