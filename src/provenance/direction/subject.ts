/** What the rules know of one document: times, credits, who published it, and what betrays its kind. */
import type { Credit, Document, Place, TrustedTime } from "../../model/index.js";
import { foldLetters } from "../../text/letters.js";
import { capturedTime, type ReadTime } from "../time/trusted.js";
import { outletNames } from "./names.js";

/** What `Subject`s are made with: functions of the credits stage, so that a lexicon can be added to. */
export interface SourceNames {
  /** Canonical name of the agency that a source field, host or URL means; null for none. */
  agency(source: string | undefined): string | null;
  /** The same for outlets. */
  outlet(source: string | undefined): string | null;
}

export type SourceDocument = Pick<
  Document,
  "id" | "text" | "title" | "source" | "url" | "byline" | "versionOf" | "captured"
>;

export interface Subject {
  readonly id: string;
  readonly document: SourceDocument;
  readonly time: TrustedTime;
  /** The same with the zone of its clock. */
  readonly dated: ReadTime;
  /** When it was captured: it was there by then. */
  readonly seen: ReadTime | null;
  readonly credits: readonly Credit[];
  /** Canonical name of the agency whose item it is; null for other outlets. */
  readonly agency: string | null;
  /** Canonical name of the outlet, where it is known. */
  readonly outlet: string | null;
  /** Who published it, to tell outlets apart; "" where nothing says. */
  readonly publisher: string;
  readonly names: readonly string[];
  /** Whether these words are a name of its publisher. */
  isOwnName(words: string): boolean;
  /** A byline that names a person. */
  readonly reporter: Place | null;
  readonly wireEnd: Place | null;
  readonly deskTitle: Place | null;
}

/** Words by which a source field says that it is an agency, whatever its name. */
const AGENCY_WORD =
  /(?:^|\s)(?:وكالة|خبرگزاری|agence|ajansı|news agency|press association)(?:\s|$)|通讯社$/iu;
const WIRE_END = /\/\/?\s*(?:انته[ىي]|يتبع)\s*\/\/?/u;
const WIRE_END_LENGTH = 120;
/** `عام / …`: agencies put the desk that sent an item before its title. */
const DESK_TITLE = /^\s*(?:عام|سياسي|اقتصادي|رياضي|ثقافي|محلي|دولي|مجتمع)\s*\/\s*/u;
/** Cities of two words, which bylines have beside the reporter or in his place. */
const CITY =
  /مكة المكرمة|المدينة المنورة|حفر الباطن|خميس مشيط|وادي الدواسر|أبو ظبي|أبوظبي|رام الله|القدس المحتلة|العواصم|الدار البيضاء|new york|los angeles/iu;
const NO_PERSON =
  /متابع|نقلا|وكال|صحيفة|جريدة|موقع|خاص|تحرير|صحف|مكتب|مراسل|أونلاين|الإلكترون|editor|staff|desk|agencies|agence|rédaction/iu;

export function subjectOf(
  document: SourceDocument,
  dated: ReadTime,
  credits: readonly Credit[],
  names: SourceNames,
): Subject {
  const { id, source, url, text, title } = document;
  const known = names.agency(source) ?? names.agency(url);
  const saysAgency = source !== undefined && AGENCY_WORD.test(source);
  const from = Math.max(0, text.length - WIRE_END_LENGTH);
  const agency = known ?? (saysAgency ? source.trim() : null);
  const outlet = names.outlet(source) ?? names.outlet(url);
  const own = source === undefined ? [] : outletNames(source);
  return {
    id,
    document,
    time: dated.time,
    dated,
    seen: capturedTime(document),
    credits,
    agency,
    outlet,
    publisher: publisherOf(document),
    names: own,
    isOwnName: (words) =>
      own.includes(words) ||
      (known !== null && names.agency(words) === known) ||
      (outlet !== null && names.outlet(words) === outlet),
    reporter: reporterOf(document, credits, names),
    wireEnd: placeOf(id, "text", text.slice(from), WIRE_END, from),
    deskTitle: title === undefined ? null : placeOf(id, "title", title, DESK_TITLE, 0),
  };
}

/** Two texts of one publisher, or two versions of one item. */
export function areOfOneHouse(x: Subject, y: Subject): boolean {
  return (x.publisher !== "" && x.publisher === y.publisher) || areOfOneItem(x, y);
}

export function areOfOneItem({ document: x }: Subject, { document: y }: Subject): boolean {
  return (x.versionOf ?? x.id) === (y.versionOf ?? y.id);
}

export function publisherOf({ source, url }: Pick<Document, "source" | "url">): string {
  if (source !== undefined && source.trim() !== "")
    return source.trim().split(/\s+/u).map(foldLetters).join(" ");
  const host = /^[a-z]+:\/\/(?:www\.)?([^/?#:]+)/iu.exec(url ?? "");
  return host === null ? "" : host[1]!.toLowerCase();
}

function placeOf(
  document: string,
  field: Place["field"],
  text: string,
  pattern: RegExp,
  offset: number,
): Place | null {
  const match = pattern.exec(text);
  if (match === null) return null;
  const start = offset + match.index;
  return { document, field, start, end: start + match[0].trimEnd().length };
}

function reporterOf(
  { id, byline, source }: SourceDocument,
  credits: readonly Credit[],
  names: SourceNames,
): Place | null {
  if (byline === undefined || NO_PERSON.test(byline)) return null;
  if (credits.some(({ field }) => field === "byline")) return null;
  for (const match of byline.matchAll(/[^-–—ـ:|،,(){}«»"“”\n]+/gu)) {
    const words = match[0].trim().split(/\s+/u);
    const person =
      words.length >= 2 && words.length <= 4 && !/[\d<>=@/]/u.test(match[0]) && !CITY.test(match[0]);
    if (!person || (source !== undefined && match[0].includes(source))) continue;
    if (names.outlet(match[0]) !== null || names.agency(match[0]) !== null) continue;
    const start = match.index + match[0].length - match[0].trimStart().length;
    return { document: id, field: "byline", start, end: start + match[0].trim().length };
  }
  return null;
}
