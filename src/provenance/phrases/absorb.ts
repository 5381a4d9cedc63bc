/**
 * One phrase for a sentence and its parts: who has only a part of it holds the phrase too. What is joined by ranges that are
 * nearly the same leaves the sentence and each of its halves as groups of their own.
 */
import type { Grouped } from "../lineage/groups.js";

type Holder = Grouped["holders"][number];

/** A range lies in another from this share of its length on. */
const INSIDE = 0.9;
/** A part that is shorter is another thing: a name, a title, a turn of phrase. */
const LEAST_PART = 0.35;

/** The longest first. O(holders × groups of their documents). */
export function withParts(groups: readonly Grouped[]): Grouped[] {
  const kept: { readonly group: Grouped; readonly holders: Holder[] }[] = [];
  const ofSubject = new Map<number, number[]>();
  for (const group of groups.toSorted(byLength)) {
    const votes = new Map<number, number>();
    for (const holder of group.holders) {
      for (const at of ofSubject.get(holder.subject) ?? []) {
        const whole = kept[at]!.group.holders;
        if (whole.some((one) => isPartOf(holder, one))) votes.set(at, (votes.get(at) ?? 0) + 1);
      }
    }
    const [best] = [...votes].sort((x, y) => y[1] - x[1] || x[0] - y[0]);
    if (best === undefined) {
      for (const { subject } of group.holders) {
        const list = ofSubject.get(subject) ?? [];
        if (list.at(-1) !== kept.length) list.push(kept.length);
        ofSubject.set(subject, list);
      }
      kept.push({ group, holders: [...group.holders] });
      continue;
    }
    const { holders } = kept[best[0]]!;
    const known = new Set(holders.map(({ subject }) => subject));
    holders.push(...group.holders.filter(({ subject }) => !known.has(subject)));
  }
  return kept.map(({ group, holders }) => ({ kind: group.kind, holders }));
}

function isPartOf(part: Holder, whole: Holder): boolean {
  if (part.subject !== whole.subject) return false;
  const common = Math.min(part.end, whole.end) - Math.max(part.start, whole.start);
  const length = part.end - part.start;
  return common >= INSIDE * length && length >= LEAST_PART * (whole.end - whole.start);
}

function byLength(x: Grouped, y: Grouped): number {
  const [first, other] = [x.holders[0]!, y.holders[0]!];
  return (
    longest(y) - longest(x) ||
    first.subject - other.subject ||
    first.start - other.start ||
    first.end - other.end
  );
}

function longest({ holders }: Grouped): number {
  return Math.max(...holders.map(({ start, end }) => end - start));
}
