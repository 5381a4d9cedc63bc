/**
 * Pairs of papers that sign one agency have their words from it, so that any direction between them is wrong: as they are, with
 * the credits cut out, with one of two cut, with times of capture as if they were times of publication, and as bare files.
 */
import type { Credit, Direction, Document, Match } from "../../src/index.js";
import type { FullLineage } from "../../src/provenance/lineage/index.js";
import { Random } from "../support/random.js";
import type { Asked } from "./main.js";

const PAIRS = 300;
/** What both have of the one text or the other: of less the agency may be the source of other words. */
const LEAST_SHARE = 0.5;
const SEED = 13;

export interface Signed {
  readonly rows: [string, string | number][];
  readonly wrong: readonly Direction[];
}

export function signedPairs(
  matches: readonly Match[],
  documents: ReadonlyMap<string, Document>,
  creditsOf: (document: Document) => readonly Credit[],
  isAgency: (id: string) => boolean,
  lineage: (asked: Asked) => FullLineage,
): Signed {
  const signs = new Map<string, ReadonlySet<string>>();
  const signedBy = (id: string): ReadonlySet<string> => {
    const known = signs.get(id);
    if (known !== undefined) return known;
    const carriers = creditsOf(documents.get(id)!).filter(
      ({ role, form }) => role === "carrier" && form !== "inline",
    );
    const names = new Set(carriers.flatMap(({ name }) => name ?? []));
    signs.set(id, names);
    return names;
  };
  const fits = matches.filter(({ a, b, containment }) => {
    if (isAgency(a) || isAgency(b) || documents.get(a)!.source === documents.get(b)!.source) return false;
    if (Math.max(containment.a, containment.b) < LEAST_SHARE) return false;
    return [...signedBy(a)].some((name) => signedBy(b).has(name));
  });
  const drawn = new Random(SEED).shuffled(fits).slice(0, PAIRS);
  const cut = (document: Document): Document => withoutCredits(document, creditsOf(document));
  const timed = (document: Document): Document =>
    document.captured === undefined ? document : { ...document, published: document.captured };
  const bare = ({ id, text }: Document): Document => ({ id, text });
  const ways: [string, (document: Document, first: boolean) => Document][] = [
    ["as they are", (one) => one],
    ["with times", timed],
    ["credits cut", cut],
    ["credits cut, with times", (one) => timed(cut(one))],
    ["one credit cut, with times", (one, first) => timed(first ? cut(one) : one)],
    ["bare files", bare],
    ["bare files, credits cut", (one) => bare(cut(one))],
  ];
  const wrong: Direction[] = [];
  const rows = ways.map(([name, change]): [string, string] => {
    let count = 0;
    for (const match of drawn) {
      const changed = new Map(
        [match.a, match.b].map((id) => [id, change(documents.get(id)!, id === match.a)] as const),
      );
      for (const one of lineage({ matches: [match], document: (id) => changed.get(id)! }).directions) {
        if (one.from === null) continue;
        count++;
        wrong.push(one);
      }
    }
    return [`  ${name}: wrong`, `${count} of ${drawn.length}`];
  });
  return { rows: [["pairs of papers that sign one agency", fits.length], ...rows], wrong };
}

/** The same length, so that offsets of passages stay right. */
export function withoutCredits(document: Document, credits: readonly Credit[]): Document {
  const { byline: _, links: __, ...rest } = document;
  let { text, title } = document;
  const blank = (field: string, { start, end }: Credit) =>
    field.slice(0, start) + " ".repeat(end - start) + field.slice(end);
  for (const credit of credits) {
    if (credit.role === "issuer") continue;
    if (credit.field === "text") text = blank(text, credit);
    if (credit.field === "title" && title !== undefined) title = blank(title, credit);
  }
  return { ...rest, text, ...(title === undefined ? {} : { title }) };
}
