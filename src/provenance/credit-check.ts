/**
 * Whether a document names whom it copies. It reports what is on the page, not guilt: a field that was not supplied
 * may hold the credit, and is listed.
 */
import type { Document } from "../model/index.js";
import type { Certainty, Credit, CreditCheck, CreditStatus, DocumentField } from "../model/provenance.js";
import { AGENCIES, type Agencies } from "./credits/agencies.js";
import { canonicalOutlet, canonicalSource } from "./credits/canonical.js";

/** Something that the document took from: a document here, or a source that must have been. */
export interface Copied {
  /** Id of the document, or of the unseen source. */
  readonly document: string;
  /** Its credits; of an unseen source, none or those that its holders agree on. */
  readonly credits: readonly Credit[];
  /** Its `source` field, host or name; null where nothing tells. */
  readonly source: string | null;
  readonly certainty: Certainty;
}

/** Fields that may name a source, besides the text. */
const CREDIT_FIELDS = ["title", "byline", "url", "links"] as const satisfies readonly DocumentField[];
const MOST_NAMED = 3;
/** An agency's name begins within so many UTF-16 code units of the text or of the end of its title. */
const DATELINE_LENGTH = 80;

/**
 * The status of a document, given its credits and what it took from:
 *
 * | status | the page names … |
 * |---|---|
 * | `no-reuse` | nothing to check: it shares words with nobody, took only from its own outlet, or is or may be an agency's own item |
 * | `matched` | one whom it took from and that is here, or "agencies" where it took from an agency |
 * | `source-absent` | somebody whose text is not here, or is not shown to be its source |
 * | `contradictory` | somebody else than the document here that it surely took from, which does not name them either |
 * | `uncredited` | no agency or outlet, in the fields supplied, and it surely took from a document here |
 * | `not-named` | no agency or outlet, and nothing shows surely from where it has words that stand elsewhere too |
 *
 * An issuer is who spoke, not whose text it is. `elsewhere`: whether words of it stand in other documents here.
 */
export function creditCheck(
  document: Document,
  credits: readonly Credit[],
  copies: readonly Copied[],
  elsewhere: boolean,
  agencies: Agencies = AGENCIES,
): CreditCheck {
  const nameOf = (source: string | null) =>
    source === null ? null : (canonicalSource(source, agencies) ?? canonicalOutlet(source) ?? source);
  const ownAgency = agencyOf(document, agencies);
  const own = ownAgency ?? nameOf(document.source ?? document.url ?? null);
  // A paper that copies an agency may keep its dateline: only who published it tells whose item it is.
  const maybeOf = own === null ? datelineAgency(document, credits) : null;
  const others = copies
    .map((copied) => ({ ...copied, name: nameOf(copied.source) }))
    .filter(({ name }) => name === null || name !== own)
    .sort((a, b) => (a.document < b.document ? -1 : 1));
  // The host of the page itself says who published it, not whom it credits.
  const naming = credits.filter(({ role, field }) => role !== "issuer" && field !== "url");
  // Names that the collection alone shows to be a source's are written as its source field has them.
  const named = [...new Set(naming.flatMap(({ name }) => nameOf(name) ?? []))].filter((name) => name !== own);
  const unnamed = naming.some(({ role, name }) => role === "carrier" && name === null);
  const absentFields = CREDIT_FIELDS.filter((field) => document[field] === undefined);

  const answer = (status: CreditStatus, detail: string): CreditCheck => ({
    document: document.id,
    status,
    credits,
    copies: [...new Set(copies.map(({ document: id }) => id))].sort(),
    absentFields,
    detail,
  });
  if (copies.length === 0 && !elsewhere)
    return answer("no-reuse", "It is not known to have been taken from any document here.");
  const opens = `It opens with the dateline of ${maybeOf}, and neither source nor URL says whose item it is: it may be the agency's own.`;
  if (copies.length === 0 && ownAgency !== null) return answer("no-reuse", "It is the agency's own item.");
  if (copies.length === 0 && maybeOf !== null) return answer("no-reuse", opens);
  if (copies.length > 0 && others.length === 0)
    return answer("no-reuse", "It took only from texts of its own outlet.");

  const here = others.filter(isHere);
  const matched = here.filter(({ name }) => name !== null && named.includes(name));
  if (matched.length > 0) {
    const rest = others.filter((one) => !matched.includes(one));
    const also = rest.length === 0 ? "" : ` It also ${takes(rest)} ${list(rest.map(shown))}.`;
    return answer(
      "matched",
      `It names ${list(matched.map(({ name }) => name!))}, and ${takes(matched)} it.${also}`,
    );
  }
  const from = list(others.map(shown));
  if (unnamed && here.some(({ name }) => name !== null && isAgency(name, agencies)))
    return answer("matched", `It names agencies or media without a name, and ${takes(here)} ${from}.`);
  if (named.length === 0 && unnamed)
    return answer(
      "source-absent",
      "It names agencies or media without a name: which are meant cannot be checked.",
    );
  if (named.length === 0 && ownAgency !== null) return answer("no-reuse", "It is the agency's own item.");
  if (maybeOf !== null) return answer("source-absent", opens);
  const sure = here.filter(({ certainty }) => certainty === "sure");
  if (named.length === 0) {
    const [status, detail] =
      sure.length > 0
        ? (["uncredited", `It takes from ${list(sure.map(shown))}, and names no agency or outlet`] as const)
        : (["not-named", "It names no agency or outlet for words that stand in other texts too"] as const);
    return answer(status, uncredited(detail, credits, absentFields));
  }
  const isNamedToo = ({ credits: theirs }: Copied) =>
    theirs.some(({ name }) => name !== null && named.includes(nameOf(name)!));
  const against = sure.filter((one) => one.name !== null && !isNamedToo(one));
  if (against.length === 0 || others.some(({ name }) => name !== null && named.includes(name)))
    return answer(
      "source-absent",
      `It names ${list(named)}, and no text here is shown to be the one that is meant.`,
    );
  return answer(
    "contradictory",
    `It names ${list(named)}, and takes from ${list(against.map(shown))}, which does not name it.`,
  );
}

/** The agency that published it, by its source or its site; a source that is another outlet says more than a host. */
function agencyOf({ source, url }: Document, agencies: Agencies): string | null {
  const named = canonicalSource(source, agencies);
  return named ?? (canonicalOutlet(source) === null ? canonicalSource(url, agencies) : null);
}

/** The one agency in whose dateline the title or the text opens; null for none and for several. */
function datelineAgency({ title, text }: Document, credits: readonly Credit[]): string | null {
  const lead = text.trimStart();
  const from = text.length - lead.length + (title !== undefined && lead.startsWith(title) ? title.length : 0);
  const opening = credits.filter(
    ({ form, field, start }) =>
      form === "dateline" && (field === "title" || (field === "text" && start <= from + DATELINE_LENGTH)),
  );
  const names = new Set(opening.map(({ name }) => name));
  return names.size === 1 ? opening[0]!.name : null;
}

function isHere({ document }: Copied): boolean {
  return !document.startsWith("unseen:");
}

function takes(copies: readonly Copied[]): string {
  return copies.every(({ certainty }) => certainty === "sure") ? "takes from" : "may take from";
}

function uncredited(what: string, credits: readonly Credit[], absent: readonly DocumentField[]): string {
  const issuers = [
    ...new Set(credits.flatMap(({ role, name }) => (role === "issuer" && name !== null ? [name] : []))),
  ];
  const issuer = issuers.length === 0 ? "" : ` It names ${list(issuers)} as the issuer.`;
  const where = absent.length === 0 ? "in the fields supplied" : "in the text supplied";
  const missing =
    absent.length === 0 ? "" : ` Not supplied, and a credit may stand there: ${absent.join(", ")}.`;
  return `${what} ${where}.${issuer}${missing}`;
}

function isAgency(name: string, { agencies }: Agencies): boolean {
  return agencies.some((agency) => agency.name === name);
}

function shown(copied: Copied & { readonly name: string | null }): string {
  const { document, name } = copied;
  if (!isHere(copied))
    return name === null ? "a text that is not here" : `a text of ${name} that is not here`;
  return name === null ? document : `${document} (${name})`;
}

function list(parts: readonly string[]): string {
  const unique = [...new Set(parts)];
  const first = unique.slice(0, MOST_NAMED).join(", ");
  return unique.length <= MOST_NAMED ? first : `${first} and ${unique.length - MOST_NAMED} more`;
}
