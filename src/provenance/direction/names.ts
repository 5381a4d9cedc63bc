/**
 * The name of an outlet, as others write it: whole, without what it calls itself (صحيفة, agency), or by its initials.
 * In: a source field. A lexicon knows some outlets; this finds the others.
 */
import type { Range } from "../../model/index.js";

const KIND_OF_OUTLET =
  /^(?:وكالة(?: أنباء)?|صحيفة|جريدة|موقع|مجلة|قناة|شبكة|روزنامه|خبرگزاری|agence|the|le|la|les)\s+|\s+(?:للأنباء|الإخبارية|news agency|gazetesi|haber ajansı)$/giu;
const LEAST_LENGTH = 3;
const CUE_BEFORE =
  /(?:صحيفة|جريدة|موقع|وكالة|مجلة|قناة|نقلا عن|نقلاً عن|عن|المصدر\s*:?|source\s*:|according to|told|selon|[-–(/])\s*["«“]?\s*$/iu;
const CUE_LENGTH = 20;

export function outletNames(source: string): string[] {
  const whole = source.trim();
  if (whole.length < LEAST_LENGTH) return [];
  const bare = whole.replace(KIND_OF_OUTLET, "").trim();
  const initials = (whole.match(/(?<!\p{L})\p{Lu}/gu) ?? []).join("");
  const names = new Set([whole, bare]);
  if (initials.length >= LEAST_LENGTH) names.add(initials);
  return [...names].filter((name) => name.length >= LEAST_LENGTH);
}

/**
 * Where the field names the outlet, or null. In a text the words of its name may mean something else and count only
 * where something says that a source is meant; a byline names nobody by chance.
 */
export function findName(names: readonly string[], field: string, isByline: boolean): Range | null {
  for (const words of names) {
    for (let at = field.indexOf(words); at >= 0; at = field.indexOf(words, at + 1)) {
      const end = at + words.length;
      if (isLetter(field[at - 1]) || isLetter(field[end])) continue;
      const cued = isByline || CUE_BEFORE.test(field.slice(Math.max(0, at - CUE_LENGTH), at));
      if (cued) return { start: at, end };
    }
  }
  return null;
}

function isLetter(character: string | undefined): boolean {
  return (
    character !== undefined && /[\p{L}\p{M}\p{N}]/u.test(character) && !/[\u3400-\u9fff]/u.test(character)
  );
}
