/** Who names whom. Clues of one direction: positive for `from` → `to`. */
import type { Credit, Evidence, Place, Range } from "../../model/index.js";
import { canonicalSource } from "../credits/canonical.js";
import { findName } from "./names.js";
import { evidenceOf } from "./rules.js";
import {
  AGENCY_ITEM,
  DATELINE_TOLD,
  NAMED_BESIDE,
  NAMED_ELSEWHERE,
  NAMES_ANOTHER,
  OWN_REPORTER,
  signedStrength,
  TO_AGENCY,
} from "./strengths.js";
import { areOfOneHouse, type Subject } from "./subject.js";

/** What both have is little of the text below this share, and a name further off than this is not beside it. */
const LITTLE_SHARE = 0.5;
const BESIDE_LENGTH = 300;

/** What both have: the ranges of the text of `to` that stand in `from` too, and the share of the text that has more of it. */
export interface Shared {
  readonly ranges: readonly Range[];
  readonly share: number;
}

export function creditClues(from: Subject, to: Subject, shared: Shared): Evidence[] {
  const clues: Evidence[] = [];
  const ids = { from: from.id, to: to.id };
  const sameHouse = areOfOneHouse(from, to);
  const naming = sameHouse ? null : namingOf(from, to, shared);
  if (naming !== null) clues.push(naming);
  const told = sameHouse ? null : datelineTold(from, to);
  if (told !== null) clues.push(told);
  if (from.agency !== null && to.agency === null)
    clues.push(evidenceOf("agency-item", AGENCY_ITEM, { ...ids, name: from.agency }, []));
  if (from.agency === null && to.agency !== null)
    clues.push(evidenceOf("to-agency", TO_AGENCY, { ...ids, name: to.agency }, []));
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
    clues.push(evidenceOf("own-reporter", OWN_REPORTER, { ...ids, alias }, [from.reporter]));
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

function namingOf(from: Subject, to: Subject, { ranges, share }: Shared): Evidence | null {
  const ids = { from: from.id, to: to.id };
  // A name that stands among the words that both have is the name of whoever these are from, not of one of the two.
  const isCopied = ({ field, start, end }: Omit<Place, "document">) =>
    from.agency === null &&
    field === "text" &&
    ranges.some((range) => range.start <= start && range.end >= end) &&
    from.document.text.includes(to.document.text.slice(start, end));
  const named = to.credits.filter(
    (credit) =>
      credit.name !== null &&
      ((isCarried(credit) && (credit.name === from.agency || credit.name === from.outlet)) ||
        (isToldAgency(credit) && credit.name === from.agency)) &&
      !isCopied(credit),
  );
  const isNear = (place: Pick<Credit, "field" | "start" | "end">) => isBeside(to, place, ranges);
  const strength = (isSign: boolean, beside: boolean) =>
    isSign ? signedStrength(share) : beside ? NAMED_BESIDE : NAMED_ELSEWHERE;
  const ruleFor = (weight: number, name: string) =>
    weight <= NAMED_ELSEWHERE ? "names-elsewhere" : name === from.agency ? "names-agency" : "names-outlet";
  const best = named.find(isSigned) ?? named.find(isNear) ?? named[0];
  if (best !== undefined) {
    const weight = strength(isSigned(best), isNear(best));
    const rule = ruleFor(weight, best.name!);
    const at = named.slice(0, 3).map((credit) => placeOf(to.id, credit));
    return evidenceOf(rule, weight, { ...ids, name: best.name!, alias: best.alias }, at);
  }
  for (const field of ["byline", "text"] as const) {
    const value = to.document[field];
    const range = value === undefined ? null : findName(from.names, value, field === "byline");
    if (range === null || isCopied({ field, ...range })) continue;
    const values = { ...ids, name: from.document.source!, alias: value!.slice(range.start, range.end) };
    const weight = strength(field === "byline", isNear({ field, ...range }));
    const rule = ruleFor(weight, from.agency ?? "");
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
