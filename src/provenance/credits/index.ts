/** Who is named as source of a document. In: a document. Out: credits with role, form, name and offsets. */
export type { Agency } from "../../language/agencies.js";

import type { Kernel } from "../../kernel/kernel.js";
import type { Document } from "../../model/index.js";
import type { Credit, DocumentField } from "../../model/provenance.js";
import { AGENCIES, type Agencies } from "./agencies.js";
import { canonicalOutlet, ownNames } from "./canonical.js";
import { carriersOf } from "./carriers.js";
import { lexiconOf } from "./compile.js";
import type { Draft } from "./draft.js";
import { issuersOf } from "./issuers.js";
import { linkCredits } from "./links.js";
import { outletsOf } from "./outlets.js";
import { CuedReading } from "./reading.js";

export type { Agencies } from "./agencies.js";
export { AGENCIES, AGENCIES_VERSION, parseAgencies } from "./agencies.js";
export { canonicalOutlet, canonicalSource } from "./canonical.js";

const FIELDS = ["title", "byline", "text"] as const;
const FIELD_ORDER: readonly DocumentField[] = ["title", "byline", "text", "source", "url", "links"];

/**
 * The credits of a document, sorted by field (title, byline, text, url, links) and place; none overlap. Uses the
 * kernel's input area. O(text).
 */
export function creditsOf(kernel: Kernel, document: Document, agencies: Agencies = AGENCIES): Credit[] {
  const lexicon = lexiconOf(kernel, agencies);
  const own = ownNames(canonicalOutlet(document.source) ?? canonicalOutlet(document.url));
  const credits: Credit[] = [];
  for (const field of FIELDS) {
    const value = document[field];
    if (value === undefined || value === "") continue;
    const reading = new CuedReading(kernel, lexicon, field, value);
    const quoted = field === "title" && /^\s*["«“]/u.test(value);
    if (reading.cued.length === 0 && reading.found.length === 0 && !quoted) continue;
    const drafts = [...carriersOf(reading), ...outletsOf(reading, own), ...issuersOf(reading)];
    for (const draft of withoutOverlaps(drafts, reading.size)) credits.push(creditOf(reading, draft));
  }
  credits.push(...linkCredits(document, agencies));
  return credits.sort(
    (a, b) =>
      FIELD_ORDER.indexOf(a.field) - FIELD_ORDER.indexOf(b.field) || a.start - b.start || a.end - b.end,
  );
}

/** Earlier drafts win: carriers, then outlets, then issuers. */
function withoutOverlaps(drafts: readonly Draft[], tokens: number): Draft[] {
  if (drafts.length < 2) return [...drafts];
  const taken = new Uint8Array(tokens);
  return drafts.filter(({ from, to }) => {
    for (let at = from; at < to; at++) if (taken[at] === 1) return false;
    taken.fill(1, from, to);
    return true;
  });
}

function creditOf(reading: CuedReading, draft: Draft): Credit {
  const { start, end } = reading.range(draft.from, draft.to);
  return {
    role: draft.role,
    form: draft.form,
    name: draft.name,
    alias: reading.tokens.text.slice(start, end),
    field: reading.field,
    start,
    end,
  };
}
