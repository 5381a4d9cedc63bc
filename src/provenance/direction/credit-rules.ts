/** Who names whom. Clues of one direction: positive for `from` → `to`. */
import type { Credit, Evidence, Place } from "../../model.js";
import { canonicalSource } from "../credits/canonical.js";
import { findName } from "./names.js";
import { evidenceOf } from "./rules.js";
import type { Subject } from "./subject.js";

/**
 * Argued: a byline, dateline, trailer or label that names the other's publisher is as good as a signature (4: 98 %);
 * words inside the text may name it for another reason (2.5: 92 %). An agency's item goes to papers and hardly ever
 * the other way (2.2: 90 %). Whoever names somebody else as the source rather has it from there (-1.5).
 */
const SIGNED = 4;
const MENTIONED = 2.5;
const AGENCY_ITEM = 2.2;
const NAMES_ANOTHER = -1.5;
/** A reporter's name stands over own work, but papers also put it over what they took (.5: 62 %). */
const REPORTER = 0.5;

export function creditClues(from: Subject, to: Subject): Evidence[] {
  const clues: Evidence[] = [];
  const ids = { from: from.id, to: to.id };
  const sameHouse = from.publisher !== "" && from.publisher === to.publisher;
  const naming = sameHouse ? null : namingOf(from, to);
  if (naming !== null) clues.push(naming);
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

function namingOf(from: Subject, to: Subject): Evidence | null {
  const ids = { from: from.id, to: to.id };
  const named = to.credits.filter(
    (credit) =>
      credit.name !== null &&
      ((isCarried(credit) && (credit.name === from.agency || credit.name === from.outlet)) ||
        (isToldAgency(credit) && credit.name === from.agency)),
  );
  const best = named.find(isSigned) ?? named[0];
  if (best !== undefined) {
    const weight = isSigned(best) ? SIGNED : MENTIONED;
    const rule = best.name === from.agency ? "names-agency" : "names-outlet";
    const at = named.slice(0, 3).map((credit) => placeOf(to.id, credit));
    return evidenceOf(rule, weight, { ...ids, name: best.name!, alias: best.alias }, at);
  }
  for (const field of ["byline", "text"] as const) {
    const value = to.document[field];
    const range = value === undefined ? null : findName(from.names, value, field === "byline");
    if (range === null) continue;
    const values = { ...ids, name: from.document.source!, alias: value!.slice(range.start, range.end) };
    const rule = from.agency === null ? "names-outlet" : "names-agency";
    const weight = field === "byline" ? SIGNED : MENTIONED;
    return evidenceOf(rule, weight, values, [{ document: to.id, field, ...range }]);
  }
  return null;
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
