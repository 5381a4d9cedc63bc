/** Credits found against credits that a reader marked. */
import type { Credit, CreditRole } from "../../src/model/provenance.js";
import { AGENCIES } from "../../src/provenance/credits/index.js";

export const ROLES: readonly CreditRole[] = ["carrier", "relayer", "issuer", "channel"];
/** What the reader of the gold was shown. */
const FIELDS = new Set(["title", "byline", "text"]);

export interface GoldCredit {
  readonly field: string;
  readonly start: number;
  readonly end: number;
  readonly role: CreditRole;
  readonly name: string | null;
  readonly unsure?: boolean;
}

export interface GoldArticle {
  readonly id: string;
  readonly credits: readonly GoldCredit[];
}

export interface Count {
  right: number;
  /** Found, and not in the gold. */
  wrong: number;
  /** In the gold, and found. */
  found: number;
  missed: number;
}

export interface Scored {
  readonly wrong: readonly Credit[];
  readonly missed: readonly GoldCredit[];
}

const agencyNames = new Set(AGENCIES.agencies.map(({ name }) => name));

/** Same field, overlapping, same role; and of agencies the same name, where both are named. */
function same(credit: Credit, gold: GoldCredit): boolean {
  return overlap(credit, gold) && credit.role === gold.role && sameName(credit.name, gold.name);
}

function overlap(credit: Credit, gold: GoldCredit): boolean {
  return credit.field === gold.field && credit.start < gold.end && gold.start < credit.end;
}

function sameName(a: string | null, b: string | null): boolean {
  if (a === null || b === null || a === b) return true;
  return !agencyNames.has(a) && !agencyNames.has(b);
}

/**
 * Adds one article to the counts of its roles. Without `unsure`, what the reader was unsure of counts neither for nor
 * against, in whatever role.
 */
export function score(
  credits: readonly Credit[],
  gold: readonly GoldCredit[],
  unsure: boolean,
  counts: Map<CreditRole, Count>,
): Scored {
  const read = credits.filter(({ field }) => FIELDS.has(field));
  const counted = gold.filter((one) => unsure || one.unsure !== true);
  const wrong: Credit[] = [];
  const missed: GoldCredit[] = [];
  for (const credit of read) {
    if (counted.some((one) => same(credit, one))) count(counts, credit.role).right++;
    else if (unsure || !gold.some((one) => one.unsure === true && overlap(credit, one))) {
      count(counts, credit.role).wrong++;
      wrong.push(credit);
    }
  }
  for (const one of counted) {
    if (read.some((credit) => same(credit, one))) count(counts, one.role).found++;
    else {
      count(counts, one.role).missed++;
      missed.push(one);
    }
  }
  return { wrong, missed };
}

function count(counts: Map<CreditRole, Count>, role: CreditRole): Count {
  let known = counts.get(role);
  if (known === undefined) {
    known = { right: 0, wrong: 0, found: 0, missed: 0 };
    counts.set(role, known);
  }
  return known;
}

export function table(counts: ReadonlyMap<CreditRole, Count>): string {
  const rows = ROLES.map((role) =>
    row(role, counts.get(role) ?? { right: 0, wrong: 0, found: 0, missed: 0 }),
  );
  const all = { right: 0, wrong: 0, found: 0, missed: 0 };
  for (const one of counts.values()) {
    for (const key of ["right", "wrong", "found", "missed"] as const) all[key] += one[key];
  }
  return [...rows, row("all", all)].join("\n");
}

function row(name: string, { right, wrong, found, missed }: Count): string {
  const share = (part: number, rest: number) =>
    part + rest === 0 ? "   -" : (part / (part + rest)).toFixed(3);
  return `${name.padEnd(8)} precision ${share(right, wrong)} (${right}/${right + wrong})  recall ${share(found, missed)} (${found}/${found + missed})`;
}
