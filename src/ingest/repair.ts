/**
 * What was damaged in a text on its way here, mended, and noted on the record: letters of a wrong charset, HTML where text
 * should be, entities that were encoded once more, letters in the shapes of print, soft hyphens. In: the fields of a
 * record. Out: the fields, the same object where nothing was to be mended.
 */
import { createRequire } from "node:module";
import { isVisualOrder } from "./arabic-evidence.js";
import { fragmentText, isMarkup } from "./fragment.js";
import { mendMojibake } from "./mojibake.js";
import type { FieldValues } from "./record.js";

export const VISUAL_ORDER =
  "Arabic in visual order (each word backwards, as some PDF extractors write it): its letters cannot be put back safely; get the text anew from the page or the document";

const LOST_LETTERS =
  "letters were lost when it was read in a wrong charset (question marks stand for them): it cannot be repaired; get the text anew";
/** A letter of which one byte of two was lost, and a word of which nothing is left. */
const HALF_LOST = /[طظØÙ][?\ufffd]/g;
const ALL_LOST = /(?<!\S)[?\ufffd]{2,}(?!\S)/g;
/** So many of the words may be of that kind by chance: "??" is a way to ask. */
const MOST_LOST = 0.1;

/** Whether so many letters are gone that what is left are words nobody wrote. */
function hasLostLetters(text: string): boolean {
  const lost = (text.match(HALF_LOST)?.length ?? 0) + (text.match(ALL_LOST)?.length ?? 0);
  return lost >= 3 && lost > MOST_LOST * text.split(/\s+/).length;
}

const LESS_THAN = 0x3c;
const QUESTION = 0x3f;
const AMPERSAND = 0x26;
/** Beginnings of what damage looks like in UTF-8. */
const MARKS = ["\u00c3", "\u00c2", "\u00e2\u20ac"].map((mark) => Buffer.from(mark));
/** Lead byte of U+0080 to U+00BF, and those of them that stand behind a letter in sound Arabic: no-break space, «, °, ·, ». */
const SIGN = 0xc2;
const SOUND_SIGNS = new Set([0xa0, 0xab, 0xb0, 0xb7, 0xbb]);
const SOFT_HYPHEN = 0xad;
const PROBE_BYTES = 400;
const PROBES = 32;
const LEAST_ODD = 4;
/** One of so many letters is a suspect one in damaged text. */
const SUSPECT_SHARE = 6;

/**
 * Whether the text in these UTF-8 bytes should be looked at more closely. Damage that runs through a text is seen in its
 * first bytes; what may stand anywhere is searched for.
 */
export function mayNeedRepair(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  while (at < end && bytes[at]! <= 32) at++;
  if (bytes[at] === LESS_THAN || hasOddLetters(bytes, start, end)) return true;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start);
  if (MARKS.some((mark) => text.includes(mark))) return true;
  return (
    anywhere(text, AMPERSAND, (at) => ENTITY_BYTES.test(text.toString("latin1", at, at + 12))) ||
    anywhere(text, SIGN, (at) => isOddSign(text, at))
  );
}

/** Whether it holds at one of the first places where the byte stands. */
function anywhere(text: Buffer, byte: number, holds: (at: number) => boolean): boolean {
  let at = text.indexOf(byte);
  for (let probes = 0; at >= 0 && probes < PROBES; probes++) {
    if (holds(at)) return true;
    at = text.indexOf(byte, at + 1);
  }
  return false;
}

/** A soft hyphen, or a sign behind an Arabic letter that no text has there: windows-1256 shows letters of Europe so. */
function isOddSign(text: Buffer, at: number): boolean {
  const next = text[at + 1]!;
  const before = text[at - 2] ?? 0;
  return next === SOFT_HYPHEN || (before >= 0xd8 && before <= 0xdb && !SOUND_SIGNS.has(next));
}

/**
 * Whether the beginning shows damage: half of the letters of Arabic in a wrong charset are ط and ظ, or Ø and Ù, of which
 * sound text has few; letters in the shapes of print and lost ones have no place in it at all.
 */
function hasOddLetters(bytes: Uint8Array, start: number, end: number): boolean {
  const limit = Math.min(end - 2, start + PROBE_BYTES);
  let pairs = 0;
  let suspects = 0;
  let odd = 0;
  for (let at = start; at < limit; at++) {
    const [lead, next] = [bytes[at]!, bytes[at + 1]!];
    if (lead >= 0xc2 && lead <= 0xdf) {
      pairs++;
      if (lead === 0xd8 ? next === 0xb7 || next === 0xb8 : lead === 0xc3 && next >= 0x98) suspects++;
    } else if (lead === 0xef) {
      // U+FB50–FDFF and U+FE70–FEFC: EF AD 90 to EF B7 BF, EF B9 B0 to EF BB BC. U+FFFD: EF BF BD.
      if ((next >= 0xad && next <= 0xb7) || (next >= 0xb9 && next <= 0xbb) || next === 0xbf) odd++;
    } else if (lead === QUESTION && next === QUESTION) odd++;
  }
  return odd >= LEAST_ODD || (suspects >= LEAST_ODD && suspects * SUSPECT_SHARE >= pairs);
}

const FIELDS = ["text", "title", "byline", "source"] as const;

/** The fields mended, or why the text cannot be used. */
export function repairValues(values: FieldValues): FieldValues | string {
  const mended: FieldValues = { ...values };
  const repairs = new Set<string>();
  for (const name of FIELDS) {
    const value = values[name];
    if (value !== undefined) mended[name] = repairText(value, (repair) => repairs.add(repair));
  }
  if (mended.text?.trim() === "") return "no text (its text is markup with no words in it)";
  if (isVisualOrder(mended.text ?? "")) return VISUAL_ORDER;
  if (hasLostLetters(mended.text ?? "")) return LOST_LETTERS;
  if (repairs.size === 0) return values;
  const known = values.repairs === undefined ? [] : (JSON.parse(values.repairs) as string[]);
  mended.repairs = JSON.stringify([...new Set([...known, ...repairs])]);
  return mended;
}

/** One text mended; `note` is told what was done. */
export function repairText(given: string, note: (repair: string) => void): string {
  let text = given;
  const mojibake = mendMojibake(text);
  if (mojibake !== null) {
    text = mojibake.text;
    note(`UTF-8 that had been read as ${mojibake.charsets.join(", and that as ")}`);
  }
  if (isMarkup(text)) {
    text = fragmentText(text);
    note("HTML markup taken out");
  }
  const decoded = decodedEntities(text);
  if (decoded !== text) {
    // What was encoded once more may have been markup.
    text = isMarkup(decoded) ? fragmentText(decoded) : decoded;
    note("HTML entities decoded");
  }
  if (SHAPES.test(text)) {
    text = text.replace(ALL_SHAPES, (letter) => letter.normalize("NFKC"));
    note("letters in presentation forms made plain");
  }
  if (text.includes("\u00ad")) {
    text = text.replaceAll("\u00ad", "");
    note("soft hyphens taken out");
  }
  return text;
}

/** Arabic presentation forms, without the ornate parentheses and the ligatures that are words (U+FD3E–FD4F, U+FDF0–FDFF). */
const SHAPES = /[\ufb50-\ufd3d\ufd50-\ufdcf\ufe70-\ufefc]/;
const ALL_SHAPES = /[\ufb50-\ufd3d\ufd50-\ufdfb\ufe70-\ufefc]/g;

const ENTITY_BYTES = /^&(?:amp;)*(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,8});/i;
const ENTITY = /&(?:amp;)*(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/gi;
/** What is encoded more often than this is about entities. */
const MOST_DECODED = 3;

type Entities = typeof import("entities");
let library: Entities | undefined;

/** Entities that plain text holds, because somebody encoded once too often. What is no entity stays as it is. */
function decodedEntities(text: string): string {
  if (!text.includes("&")) return text;
  library ??= createRequire(import.meta.url)("entities") as Entities;
  let decoded = text;
  for (let times = 0; times < MOST_DECODED; times++) {
    const next = decoded.replace(ENTITY, (entity) => library!.decodeHTMLStrict(entity));
    if (next === decoded) break;
    decoded = next;
  }
  return decoded;
}
