/** Edits that only make sense one way: they tell which of two texts has changed less. Their strengths: `strengths.ts`. */
import type { Edit, Evidence, Passage, Place, Range } from "../../model/index.js";
import { dayIn } from "./edit-days.js";
import { firstPersonIn, nameOfHouse } from "./edit-houses.js";
import type { Reuse } from "./reuse.js";
import { evidenceOf, type RuleName } from "./rules.js";
import {
  DAY_MOVED,
  DAY_NAMED,
  HONORIFICS_DROPPED,
  NAMES_SHORTENED,
  THIRD_PERSON,
  TRIMMED,
} from "./strengths.js";
import type { Subject } from "./subject.js";

const MOST_PLACES = 3;

const DAY_LENGTH = 30;
/** A relative day before a weekday that was put behind it. */
const DAY_BEFORE = /(?<!\p{L})(\p{L}+)[\s،,]*$/u;
const DAY_AFTER = /^[\s،,]*(\p{L}+)/u;
const DAY_BEFORE_LENGTH = 16;
const DAY_FURTHER_BEFORE = /^\s*(?:[أا]ول(?: من)?|the day before|avant[- ])\s*$/iu;
const DAY_FURTHER_BEHIND = /^\s*ال[أا]ول\s*$/u;
const BACKGROUND =
  /^[^\p{L}]*[وف]?(?:يُ?ذكر أن|يشار إلى|يُشار إلى|تجدر الإشارة|مما تجدر الإشارة|(?:من )?الجدير (?:بالذكر|ذكره)|جدير بالذكر|it is worth (?:noting|mentioning)|it should be noted|background:|pour rappel|rappelons que|il est à noter)/iu;
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
      if (edit.kind === "replace") replaced(x, y, edit);
      else if (edit.kind === "delete") x.dropped(edit.a);
      else y.dropped(edit.b);
      if (edit.kind === "insert") named(x, y, edit.a, edit.b);
      else if (edit.kind === "delete") named(y, x, edit.b, edit.a);
    }
  }
  if (verdict === "copy") {
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
  readonly daysNamed: [Range, Range][] = [];
  readonly houses: [Range, Range][] = [];
  readonly honorifics: Range[] = [];
  readonly names: Range[] = [];
  #left: Range | null = null;

  constructor(from: Subject, to: Subject, share: number) {
    this.#from = from;
    this.#to = to;
    this.#share = share;
  }

  get subject(): Subject {
    return this.#from;
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
    const left = gaps.reduce((x, y) => (y.end - y.start > x.end - x.start ? y : x));
    if (!BACKGROUND.test(this.words(left))) this.#left = left;
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
      // Who is meant by "our" no third text changes.
      const share = rule === "third-person" ? 1 : this.#share;
      clues.push(evidenceOf(rule, weight * share, { ...ids, ...values }, places));
    };
    const changed = (
      rule: RuleName,
      weight: number,
      mine: readonly [Range, Range][],
      theirs: readonly [Range, Range][],
    ) => {
      const [first] = mine;
      if (first === undefined || mine.length <= theirs.length) return;
      const [here, { start, end }] = first;
      const after = this.#to.document.text.slice(start, end);
      const there: Place = { document: this.#to.id, field: "text", start, end };
      add(rule, weight, { before: this.words(here), after }, [...at([here]), there]);
    };
    changed("day-moved", DAY_MOVED, this.days, opposite.days);
    changed("day-named", DAY_NAMED, this.daysNamed, opposite.daysNamed);
    changed("third-person", THIRD_PERSON, this.houses, opposite.houses);
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

function replaced(x: Tally, y: Tally, edit: Edit): void {
  spokenOf(x, y, edit.a, edit.b);
  spokenOf(y, x, edit.b, edit.a);
  if (edit.a.end - edit.a.start > DAY_LENGTH || edit.b.end - edit.b.start > DAY_LENGTH) return;
  const [p, q] = [dayIn(x.words(edit.a)), dayIn(y.words(edit.b))];
  if (p === null || q === null) return;
  if (p.receded !== null && q.receded !== null) {
    if (q.receded > p.receded) x.days.push([edit.a, edit.b]);
    else if (p.receded > q.receded) y.days.push([edit.b, edit.a]);
  } else if (p.receded !== null && !p.weekday) x.daysNamed.push([edit.a, edit.b]);
  else if (q.receded !== null && !q.weekday) y.daysNamed.push([edit.b, edit.a]);
}

/** What `to` puts beside a relative day that both have: a weekday, or the words that make yesterday the day before. */
function named(from: Tally, to: Tally, here: Range, added: Range): void {
  if (added.end - added.start > DAY_LENGTH) return;
  const words = to.words(added);
  const [behind, before] = [DAY_FURTHER_BEHIND.test(words), DAY_FURTHER_BEFORE.test(words)];
  const isWeekday = dayIn(words)?.receded === null;
  if (!behind && !before && !isWeekday) return;
  const [mine, theirs] = [relativeDayBefore(from, here.start), relativeDayBefore(to, added.start)];
  if (mine !== null && theirs !== null) {
    const range = { start: theirs.start, end: added.end };
    if (behind) from.days.push([mine, range]);
    else if (isWeekday) from.daysNamed.push([mine, range]);
  } else if (before) {
    const [own, other] = [relativeDayAfter(from, here.end), relativeDayAfter(to, added.end)];
    if (own !== null && other !== null) from.days.push([own, { start: added.start, end: other.end }]);
  }
}

function relativeDayAfter(tally: Tally, start: number): Range | null {
  const match = DAY_AFTER.exec(tally.words({ start, end: start + DAY_BEFORE_LENGTH }));
  if (match === null || dayIn(match[1]!)?.receded == null) return null;
  const end = start + match[0].length;
  return { start: end - match[1]!.length, end };
}

function relativeDayBefore(tally: Tally, end: number): Range | null {
  const start = Math.max(0, end - DAY_BEFORE_LENGTH);
  const match = DAY_BEFORE.exec(tally.words({ start, end }));
  if (match === null || dayIn(match[1]!)?.receded == null) return null;
  return { start: start + match.index, end: start + match.index + match[1]!.length };
}

function spokenOf(from: Tally, to: Tally, here: Range, there: Range): void {
  // Alignment may leave the word before, "told", among what both have.
  const start = Math.max(0, here.start - DAY_BEFORE_LENGTH);
  const found = firstPersonIn(from.words({ start, end: here.end }));
  if (found === null || start + found.end <= here.start) return;
  const own = { start: start + found.start, end: start + found.end };
  const name = nameOfHouse(from.subject, to.subject.document.text, there);
  if (name !== null) from.houses.push([{ start: here.start + own.start, end: here.start + own.end }, name]);
}

function isReuse({ kind }: Passage): boolean {
  return kind !== "boilerplate";
}
