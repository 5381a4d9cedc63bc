/**
 * Whether two names can be one and the same speaker. Compared without titles, letters folded, a letter or two forgiven;
 * a ministry and a person may be one voice, as may a name and "the minister".
 */
import { isHonorific } from "../../language/honorifics.js";
import {
  BODIES,
  GENERIC_PERSONS,
  GIVEN_NAMES,
  LATIN_HEADS,
  PERSONS,
} from "../../language/lexicon/speakers.js";
import { STOPS } from "../../language/lexicon/speech.js";
import { foldLetters } from "../../text/letters.js";

export interface NameKey {
  readonly words: readonly string[];
  readonly kind: "person" | "body";
  readonly script: "arabic" | "latin";
  /** More than an office: two offices may be one person's. */
  readonly named: boolean;
}

/** More distinct names than this are not all compared. */
const MOST_NAMES = 64;

const bare = (words: string) => words.split(" ").map(foldLetters);
const BODY_WORDS = new Set([...bare(BODIES.m), ...bare(BODIES.f)]);
const LATIN_TITLES = new Set(bare(LATIN_HEADS));
const LATIN_BODIES = new Set(
  bare(
    "ministry police army government company agency council committee embassy party court office department ministère gouvernement société agence conseil comité ambassade parti tribunal",
  ),
);
/** "His Highness" and its like: whoever was named before. */
const COURTESIES = bare("سموه سموها سماحته معاليه معاليها فضيلته سعادته سعادتها فخامته دولته جلالته");
const GIVEN = new Set(bare(GIVEN_NAMES));
const SACRED = new Set(bare("الله تعالى سبحانه صلى المولى"));
const TITLES = new Set([
  ...COURTESIES,
  ...bare(`${PERSONS.m} ${PERSONS.f} ${PERSONS.p} ${GENERIC_PERSONS}`),
  ...BODY_WORDS,
  ...LATIN_TITLES,
]);
const SMALL = new Set([
  ...bare(STOPS),
  ...bare("باسم عام العام العامة رسمي الرسمي بن ابن آل the of de la le du des a an"),
]);

export function nameKey(name: string): NameKey {
  const all = name
    .split(/[^\p{L}\p{M}\p{N}\u0640'’]+/u)
    .map(foldLetters)
    .filter((word) => word !== "");
  const heads = all.map(withoutArticle);
  const body = BODY_WORDS.has(heads[0] ?? "") || heads.some((word) => LATIN_BODIES.has(word));
  const words = heads.filter(
    (word, at) =>
      word.length > 1 && !TITLES.has(word) && !SMALL.has(word) && !SMALL.has(all[at]!) && !isHonorific(word),
  );
  const latin = /[a-z]/u.test(all[0] ?? "");
  const office = heads.some((word, at) => TITLES.has(word) && !isHonorific(all[at]!));
  const sacred = heads.some((word) => SACRED.has(word));
  const named = body || !office || heads.some((word) => GIVEN.has(word));
  return {
    words: sacred ? [] : words,
    kind: body ? "body" : "person",
    script: latin ? "latin" : "arabic",
    named,
  };
}

function withoutArticle(word: string): string {
  const rest = word.startsWith("ل") && word.startsWith("لل") ? word.slice(2) : word;
  return rest.length > 4 && rest.startsWith("ال") ? rest.slice(2) : rest;
}

/** Whether two of the names are clearly those of different speakers. */
export function differ(keys: readonly NameKey[]): boolean {
  const distinct = [...new Map(keys.map((key) => [key.words.join(" "), key])).values()].slice(0, MOST_NAMES);
  return distinct.some((a, at) => distinct.slice(at + 1).some((b) => apart(a, b)));
}

function apart(a: NameKey, b: NameKey): boolean {
  if (!a.named || !b.named || a.kind !== b.kind || a.script !== b.script) return false;
  const least = Math.min(a.words.length, b.words.length);
  if (least === 0) return false;
  const common = a.words.filter((word) => b.words.some((other) => alike(word, other))).length;
  if (a.kind === "body" || least === 1) return common === 0;
  return common < 2 && !alike(a.words.at(-1)!, b.words.at(-1)!);
}

/** Equal, or of four letters and more with one letter put in, left out or changed. */
function alike(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < 4 || Math.abs(a.length - b.length) > 1) return false;
  let k = 0;
  while (k < a.length && k < b.length && a[k] === b[k]) k++;
  const rest = (word: string, more: number) => word.slice(k + more);
  if (a.length === b.length) return rest(a, 1) === rest(b, 1);
  return a.length > b.length ? rest(a, 1) === rest(b, 0) : rest(a, 0) === rest(b, 1);
}
