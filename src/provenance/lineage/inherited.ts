/**
 * Readings that two documents have in common against a third that stands behind both: the one took them from the
 * other, since nobody makes the same rare change twice. Which from which is told by who still names the source.
 */
import type { Edit, Evidence, Place } from "../../model/index.js";
import { isCarried, isSigned } from "../direction/credit-rules.js";
import type { Reuse } from "../direction/reuse.js";
import { evidenceOf } from "../direction/rules.js";
import { INHERITED } from "../direction/strengths.js";
import { type Graph, type Pair, sideOf } from "./graph.js";
import { isReuse, type Side } from "./ranges.js";
import { isTelling } from "./telling.js";

const MOST_SHOWN = 3;

export interface Inherited {
  readonly from: number;
  readonly clue: Evidence;
}

export function inheritedClue(
  { subjects, pairOf }: Graph,
  pair: Pair,
  third: number,
  documentsWith: (words: string) => number | null,
): Inherited | null {
  const naming = (subject: number) =>
    subjects[subject]!.credits.some(
      (credit) => isCarried(credit) && isSigned(credit) && credit.name !== null,
    );
  const [namesA, namesB] = [naming(pair.a), naming(pair.b)];
  if (namesA === namesB) return null;
  const [from, to] = namesA ? [pair.a, pair.b] : [pair.b, pair.a];
  const [toFrom, toTo] = [pairOf(third, from)!, pairOf(third, to)!];
  const texts = { from: subjects[from]!.document.text, to: subjects[to]!.document.text };
  const shared = sharedReadings(
    { match: toFrom.match, side: sideOf(toFrom, third), text: texts.from },
    { match: toTo.match, side: sideOf(toTo, third), text: texts.to },
  ).filter(({ words, of }) => {
    const replaced = subjects[third]!.document.text.slice(of.start, of.end);
    return isTelling(words, replaced, 2, documentsWith);
  });
  const first = shared[0];
  if (first === undefined) return null;
  const behind = subjects[third]!;
  const at: Place[] = shared.slice(0, MOST_SHOWN).flatMap(({ x, y, of }) => [
    { document: behind.id, field: "text", ...of },
    { document: subjects[from]!.id, field: "text", ...x },
    { document: subjects[to]!.id, field: "text", ...y },
  ]);
  const values = {
    from: subjects[from]!.id,
    to: subjects[to]!.id,
    other: behind.id,
    words: first.words,
    replaced: behind.document.text.slice(first.of.start, first.of.end),
  };
  return { from, clue: evidenceOf("inherited-reading", INHERITED, values, at) };
}

export interface SharedReading {
  /** The words that both have. */
  readonly words: string;
  /** Where they stand in each, and what they stand against in the third. */
  readonly x: Edit["a"];
  readonly y: Edit["a"];
  readonly of: Edit["a"];
}

/** A document seen from a third: their match, the side on which the third is, and the document's text. */
export interface Seen {
  readonly match: Reuse;
  readonly side: Side;
  readonly text: string;
}

/** Changes that two documents both have against the third, in its order. O(edits). */
export function sharedReadings(x: Seen, y: Seen): SharedReading[] {
  const known = new Map<string, Edit["a"]>();
  for (const { of, own, words } of changes(x)) known.set(`${of.start} ${of.end} ${words}`, own);
  const shared: SharedReading[] = [];
  for (const { of, own, words } of changes(y)) {
    const same = known.get(`${of.start} ${of.end} ${words}`);
    if (same !== undefined) shared.push({ words, x: same, y: own, of });
  }
  return shared.sort((p, q) => p.of.start - q.of.start || p.of.end - q.of.end);
}

function* changes({ match, side, text }: Seen) {
  const other = side === "a" ? "b" : "a";
  for (const passage of match.passages) {
    if (!isReuse(passage)) continue;
    for (const edit of passage.edits) {
      const own = edit[other];
      // What is left out is left out again by chance.
      if (edit.equivalent === true || own.end === own.start) continue;
      yield { of: edit[side], own, words: text.slice(own.start, own.end) };
    }
  }
}
