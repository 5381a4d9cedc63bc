/** Who names whom. Clues of one direction: positive for `from` → `to`. */
import type { Credit, Evidence, Place, Range } from "../../model/index.js";
import { canonicalSource } from "../credits/canonical.js";
import { findName } from "./names.js";
import { evidenceOf } from "./rules.js";
import type { Subject } from "./subject.js";

/**
 * Argued: a byline, dateline, trailer or label that names the other's publisher is as good as a signature (4: 98 %);
 * words inside the text may name it for another reason (2.5: 92 %). An agency's item goes to papers and hardly ever
 * the other way (2.2: 90 %). Whoever names somebody else as the source rather has it from there (-1.5). A name that stands
 * far from the little that both share may be the source of other words (.5: 62 %). What a dateline says a copier says in a
 * sentence (1), but two copiers of one item may do so too.
 */
const SIGNED = 4;
const MENTIONED = 2.5;
const ELSEWHERE = 0.5;
const DATELINE_TOLD = 1;
/** What both have is little of the text below this share, and a name further off than this is not beside it. */
const LITTLE_SHARE = 0.5;
const BESIDE_LENGTH = 300;
const AGENCY_ITEM = 2.2;
const NAMES_ANOTHER = -1.5;
/** A reporter's name stands over own work, but papers also put it over what they took (.5: 62 %). */
const REPORTER = 0.5;

/** `shared` are the ranges of the text of `to` that stand in `from` too. */
export function creditClues(from: Subject, to: Subject, shared: readonly Range[]): Evidence[] {
  const clues: Evidence[] = [];
  const ids = { from: from.id, to: to.id };
  const sameHouse = from.publisher !== "" && from.publisher === to.publisher;
  const naming = sameHouse ? null : namingOf(from, to, shared);
  if (naming !== null) clues.push(naming);
  const told = sameHouse ? null : datelineTold(from, to);
  if (told !== null) clues.push(told);
  if (from.agency !== null && to.agency === null)
    clues.push(evidenceOf("agency-item", AGENCY_ITEM, { ...ids, name: from.agency }, []));
  if (naming === null) {
    const another = anotherCarrier(from, to);
    if (another !== null) {
      const { name, alias } = another;
      const at = [placeOf(to.id, another)];
      clues.push(evidenceOf("names-another", NAMES_ANOTHER, { ...ids, name: name ?? alias, alias }, at));
    }
  }
  // Of a text without a publisher nobody knows whether its house names its reporters.
  if (from.reporter !== null && to.reporter === null && from.publisher !== "" && to.publisher !== "") {
    const alias = from.document.byline!.slice(from.reporter.start, from.reporter.end);
    clues.push(evidenceOf("own-reporter", REPORTER, { ...ids, alias }, [from.reporter]));
  }
  return clues;
}

/** Whether the credit says where the page has its text from. */
export function isSigned({ form }: Credit): boolean {
  return form !== "inline";
}

export function isCarried({ role }: Credit): boolean {
  return role === "carrier" || role === "relayer";
}

/** "He told the agency": his words are in an item of that agency. */
export function isToldAgency({ role, name }: Credit): boolean {
  return role === "channel" && name !== null && canonicalSource(name) !== null;
}

export function placeOf(document: string, { field, start, end }: Credit): Place {
  return { document, field, start, end };
}

/** A carrier that one of the two names and that is neither: both may have the words from there. */
export function namedElsewhere(
  x: Subject,
  y: Subject,
): { readonly id: string; readonly name: string } | null {
  if (x.publisher === "" || y.publisher === "") return null;
  for (const { id, credits } of [x, y]) {
    for (const credit of credits) {
      const { role, name, alias } = credit;
      if (role === "carrier" && isSigned(credit) && name !== x.agency && name !== y.agency)
        return { id, name: name ?? alias };
    }
  }
  return null;
}

/**
 * The agency of the dateline of `from`, which `to` has in a sentence only. Where `from` is of another house, both may have
 * it from the agency.
 */
function datelineTold(from: Subject, to: Subject): Evidence | null {
  const names = (credit: Credit) => credit.role === "carrier" && credit.name !== null;
  const dateline = from.credits.find((credit) => names(credit) && credit.form === "dateline");
  if (dateline === undefined || (from.publisher !== "" && from.agency !== dateline.name)) return null;
  if (to.agency === dateline.name || to.outlet === dateline.name) return null;
  const theirs = to.credits.filter((credit) => names(credit) && credit.name === dateline.name);
  const [told] = theirs;
  if (told === undefined || theirs.some(isSigned)) return null;
  const { name, alias } = told;
  const at = [placeOf(from.id, dateline), placeOf(to.id, told)];
  const values = { from: from.id, to: to.id, name: name!, alias };
  return evidenceOf("dateline-told", DATELINE_TOLD, values, at);
}

function namingOf(from: Subject, to: Subject, shared: readonly Range[]): Evidence | null {
  const ids = { from: from.id, to: to.id };
  const named = to.credits.filter(
    (credit) =>
      credit.name !== null &&
      ((isCarried(credit) && (credit.name === from.agency || credit.name === from.outlet)) ||
        (isToldAgency(credit) && credit.name === from.agency)),
  );
  const isNear = (place: Pick<Credit, "field" | "start" | "end">) => isBeside(to, place, shared);
  const best = named.find(isSigned) ?? named.find(isNear) ?? named[0];
  if (best !== undefined) {
    const beside = isSigned(best) || isNear(best);
    const weight = isSigned(best) ? SIGNED : beside ? MENTIONED : ELSEWHERE;
    const rule = !beside ? "names-elsewhere" : best.name === from.agency ? "names-agency" : "names-outlet";
    const at = named.slice(0, 3).map((credit) => placeOf(to.id, credit));
    return evidenceOf(rule, weight, { ...ids, name: best.name!, alias: best.alias }, at);
  }
  for (const field of ["byline", "text"] as const) {
    const value = to.document[field];
    const range = value === undefined ? null : findName(from.names, value, field === "byline");
    if (range === null) continue;
    const values = { ...ids, name: from.document.source!, alias: value!.slice(range.start, range.end) };
    const beside = field === "byline" || isNear({ field, ...range });
    const rule = !beside ? "names-elsewhere" : from.agency === null ? "names-outlet" : "names-agency";
    const weight = field === "byline" ? SIGNED : beside ? MENTIONED : ELSEWHERE;
    return evidenceOf(rule, weight, values, [{ document: to.id, field, ...range }]);
  }
  return null;
}

/** Whether a name stands beside the words that both have, or these are most of the text. */
function isBeside(
  { document }: Subject,
  { field, start, end }: Pick<Credit, "field" | "start" | "end">,
  shared: readonly Range[],
): boolean {
  const length = shared.reduce((sum, range) => sum + range.end - range.start, 0);
  if (field !== "text" || shared.length === 0 || length >= LITTLE_SHARE * document.text.length) return true;
  return shared.some((range) => start - range.end <= BESIDE_LENGTH && range.start - end <= BESIDE_LENGTH);
}

/** A carrier that `to` names and that `from` neither is nor names. */
function anotherCarrier(from: Subject, to: Subject): Credit | null {
  // Of a text that nobody is known to have published nobody knows that it is not that carrier's.
  if (from.publisher === "") return null;
  return (
    to.credits.find(
      (credit) =>
        credit.role === "carrier" &&
        isSigned(credit) &&
        credit.name !== to.agency &&
        (credit.name === null ? from.agency === null : credit.name !== from.agency),
    ) ?? null
  );
}
