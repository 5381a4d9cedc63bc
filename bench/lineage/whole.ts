/**
 * Papers that sign an agency, and the item of it that stands whole in them: from the item is right, to it wrong. As they are; with
 * datelines, trailers, desks and names cut; and the same of papers that sign nobody.
 */
import type { Credit, Direction, Document, Match } from "../../src/index.js";
import type { FullLineage } from "../../src/provenance/lineage/index.js";
import type { Asked } from "./main.js";
import { withoutCredits } from "./signed.js";
import { stripped } from "./stripped.js";

/** Share of the item that stands in the paper. */
const WHOLE = 0.8;

export interface Whole {
  readonly rows: [string, string][];
  readonly wrong: readonly Direction[];
}

export function wholeItems(
  matches: readonly Match[],
  documents: ReadonlyMap<string, Document>,
  creditsOf: (document: Document) => readonly Credit[],
  isAgency: (id: string) => boolean,
  agency: string | null,
  full: FullLineage,
  lineage: (asked: Partial<Asked>) => FullLineage,
): Whole {
  const pairs = new Map<string, boolean>();
  for (const { a, b, containment } of matches) {
    if (isAgency(a) === isAgency(b)) continue;
    const [paper, share] = isAgency(a) ? [b, containment.a] : [a, containment.b];
    if (share < WHOLE) continue;
    const signs = creditsOf(documents.get(paper)!).some(
      ({ role, name, form }) => role === "carrier" && name === agency && form !== "inline",
    );
    pairs.set(`${a} ${b}`, signs);
  }
  // No item is the source of a page that was captured before it was sent.
  const isPossible = ({ evidence }: Direction) =>
    evidence.every(({ rule, weight }) => !(rule === "seen-before" && Math.abs(weight) > 10));
  const wrong: Direction[] = [];
  const row = (name: string, directions: readonly Direction[], signs: boolean): [string, string] => {
    const these = directions.filter(
      (one) => pairs.get(`${one.a} ${one.b}`) === signs && possible.has(`${one.a} ${one.b}`),
    );
    const right = these.filter(({ from }) => from !== null && isAgency(from));
    const bad = these.filter(({ from }) => from !== null && !isAgency(from));
    wrong.push(...bad);
    return [
      `  ${name}: right, wrong, undecided`,
      `${right.length}, ${bad.length}, ${these.length - right.length - bad.length} of ${these.length}`,
    ];
  };
  const possible = new Set(full.directions.filter(isPossible).map(({ a, b }) => `${a} ${b}`));
  const asked = new Set(matches.flatMap(({ a, b }) => (isAgency(a) || isAgency(b) ? [a, b] : [])));
  const cut = new Map(
    [...documents]
      .filter(([id]) => asked.has(id))
      .map(([id, one]) => [id, stripped(withoutCredits(one, creditsOf(one)), false)] as const),
  );
  const sited = new Map(
    [...cut].map(([id, one]) => {
      const { source } = documents.get(id)!;
      return [id, { ...one, ...(source === undefined ? {} : { source }) }] as const;
    }),
  );
  // With one another's takes, which tell which of them a paper has.
  const about = matches.filter(({ a, b }) => pairs.has(`${a} ${b}`) || (isAgency(a) && isAgency(b)));
  const bare = lineage({ matches: about, document: (id) => cut.get(id)! }).directions;
  const known = lineage({ matches: about, document: (id) => sited.get(id)! }).directions;
  return {
    rows: [
      row("signed", full.directions, true),
      row("not signed", full.directions, false),
      row("all cut, the site known, of those signed", known, true),
      row("all cut, the site known, of those not signed", known, false),
      row("all cut, no site, of those signed", bare, true),
      row("all cut, no site, of those not signed", bare, false),
    ],
    wrong,
  };
}
