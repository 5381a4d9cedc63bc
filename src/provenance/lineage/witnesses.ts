/**
 * Whether none of several documents can be the source of the others: each lacks words that two others have in common, or
 * has others where those two agree (the argument from common readings of textual criticism: Maas, Textkritik); or
 * several outlets have the words since the same minute.
 */
import type { Place } from "../../model/index.js";
import type { RuleName } from "../direction/rules.js";
import { shownTime } from "../direction/time-rules.js";
import { compareTimes } from "../time/trusted.js";
import { type Graph, type Pair, partnerOf, sideOf } from "./graph.js";
import { sharedReadings } from "./inherited.js";
import { lengthOf, sharedLength } from "./ranges.js";
import { isTelling } from "./telling.js";

export interface Witness {
  readonly rule: RuleName;
  readonly values: Readonly<Record<string, string | number>>;
  readonly at: readonly Place[];
}
/** By subject. */
export type Witnesses = ReadonlyMap<number, Witness>;

/** Others that a document is held against, the earliest first. */
const MOST_OTHERS = 8;
/** Words that two others share and one lacks, in UTF-16 code units. */
const LACKING_LENGTH = 60;
const MINUTE_MS = 60_000;

/** Null where one of them could be the source, or where there are too few outlets to tell. */
export function disagreements(
  graph: Graph,
  members: readonly number[],
  pairs: readonly Pair[],
  least: number,
  documentsWith: (words: string) => number | null,
): Witnesses | null {
  const { subjects } = graph;
  const outlets = new Set(members.map((at) => subjects[at]!.publisher).filter(Boolean));
  if (members.length < least || outlets.size < least) return null;
  const simultaneous = sameMoment(graph, members, least);
  if (simultaneous !== null) return simultaneous;
  const partnersOf = new Map<number, Pair[]>(members.map((at) => [at, []]));
  for (const pair of pairs) {
    partnersOf.get(pair.a)!.push(pair);
    partnersOf.get(pair.b)!.push(pair);
  }
  const witnesses = new Map<number, Witness>();
  for (const at of members) {
    const partners = partnersOf.get(at)!.slice(0, MOST_OTHERS);
    const witness = againstIt(graph, at, partners, (words, replaced) =>
      isTelling(words, replaced, members.length, documentsWith),
    );
    if (witness === null) return null;
    witnesses.set(at, witness);
  }
  return witnesses;
}

function againstIt(
  graph: Graph,
  subject: number,
  pairs: readonly Pair[],
  tells: (words: string, replaced: string) => boolean,
): Witness | null {
  const { subjects, pairOf } = graph;
  for (let i = 0; i < pairs.length; i++) {
    for (let j = i + 1; j < pairs.length; j++) {
      const [x, y] = [partnerOf(pairs[i]!, subject), partnerOf(pairs[j]!, subject)];
      if (subjects[x]!.publisher === subjects[y]!.publisher) continue;
      const values = { to: subjects[subject]!.id, other: subjects[x]!.id, third: subjects[y]!.id };
      const seen = (pair: Pair, other: number) => ({
        match: pair.match,
        side: sideOf(pair, subject),
        text: subjects[other]!.document.text,
      });
      const { text } = subjects[subject]!.document;
      const reading = sharedReadings(seen(pairs[i]!, x), seen(pairs[j]!, y)).find(({ words, of }) =>
        tells(words, text.slice(of.start, of.end)),
      );
      if (reading !== undefined) {
        const at: Place[] = [
          { document: values.to, field: "text", ...reading.of },
          { document: values.other, field: "text", ...reading.x },
          { document: values.third, field: "text", ...reading.y },
        ];
        return { rule: "agree-against", values: { ...values, words: reading.words }, at };
      }
      const between = pairOf(x, y);
      if (between === undefined) continue;
      const side = sideOf(between, x);
      const theirs = between.ranges[side];
      const lacking = lengthOf(theirs) - sharedLength(theirs, pairs[i]!.ranges[sideOf(pairs[i]!, x)]);
      if (lacking < LACKING_LENGTH) continue;
      const mine = pairs[i]!.ranges[sideOf(pairs[i]!, x)];
      const only =
        theirs.find((range) => sharedLength([range], mine) < range.end - range.start) ?? theirs[0]!;
      const start = Math.max(only.start, ...mine.filter(({ end }) => end < only.end).map(({ end }) => end));
      const range = { start, end: only.end };
      const words = subjects[x]!.document.text.slice(range.start, range.end);
      const at: Place[] = [{ document: values.other, field: "text", ...range }];
      return { rule: "agree-against", values: { ...values, words }, at };
    }
  }
  return null;
}

/** Several outlets at the same minute, and none before them. */
function sameMoment({ subjects }: Graph, members: readonly number[], least: number): Witnesses | null {
  const precise = members.filter((at) => /^(?:second|minute)$/u.test(subjects[at]!.time.precision));
  const first = precise[0];
  if (first === undefined) return null;
  const { time } = subjects[first]!;
  const together = precise.filter((at) => Math.abs(subjects[at]!.time.from! - time.from!) < MINUTE_MS);
  const outlets = new Set(together.map((at) => subjects[at]!.publisher).filter(Boolean));
  const before = members.some((at) => compareTimes(subjects[at]!.time, time) < 0);
  if (outlets.size < least || before) return null;
  const shown = shownTime(time);
  return new Map(
    members.map((at) => {
      const values = {
        to: subjects[at]!.id,
        count: together.length - (together.includes(at) ? 1 : 0),
        time: shown,
      };
      return [
        at,
        { rule: "same-moment", values, at: together.flatMap((each) => subjects[each]!.time.at) },
      ] as const;
    }),
  );
}
