/** The verbs of saying in each of their forms, read from the tables of `verbs.ts`. */
import type { Stance } from "../../model/provenance.js";
import * as verbs from "./verbs.js";

export type Gender = "m" | "f" | "any";
export type Plurality = "one" | "many" | "any";
export type Language = "ar" | "en" | "fr";

export interface VerbForm {
  readonly word: string;
  readonly language: Language;
  readonly form: "finite" | "participle";
  readonly present: boolean;
  readonly gender: Gender;
  readonly plurality: Plurality;
  readonly stance: Stance;
  /** An institution is known to speak by it. */
  readonly institution: boolean;
  /** What may follow, and the other marks of its line. */
  readonly takes: ReadonlySet<string>;
}

const ARABIC: readonly { gender: Gender; plurality: Plurality }[] = [
  { gender: "m", plurality: "one" },
  { gender: "f", plurality: "one" },
  { gender: "m", plurality: "many" },
];
/** Verbs whose dual is written like a noun: "a reply", "a mention". */
const NO_DUAL = new Set("ذكر رد نقل وصف حذر كشف وعد ختم زاد عد قدر بين عبر طالب شرح شكا لخص".split(" "));

/** All forms, in the order of the tables. */
export const VERB_FORMS: readonly VerbForm[] = [...formsOf()];

function* formsOf(): Iterable<VerbForm> {
  for (const line of lines(verbs.ARABIC_VERBS)) yield* arabic(line, "finite");
  for (const line of lines(verbs.ARABIC_PARTICIPLES)) yield* arabic(line, "participle");
  for (const line of lines(verbs.ENGLISH_VERBS)) yield* latin("en", "finite", columns(line));
  for (const line of lines(verbs.ENGLISH_PARTICIPLES)) yield* latin("en", "participle", columns(line));
  for (const line of lines(verbs.FRENCH_VERBS)) {
    const [past, present, ...rest] = columns(line);
    yield* latin("fr", "finite", [past!, ...rest]);
    if (present !== "-") yield* latin("fr", "finite", [present!, ...rest], true);
  }
  for (const line of lines(verbs.FRENCH_PARTICIPLES)) yield* latin("fr", "participle", columns(line));
}

function* arabic(line: string, form: VerbForm["form"]): Iterable<VerbForm> {
  const [words, stance, takes] = columns(line);
  const common = {
    language: "ar",
    form,
    stance: stance as Stance,
    takes: new Set(takes!.split(" ")),
  } as const;
  for (const [at, marked] of words!.split(" ").entries()) {
    if (marked === "-") continue;
    const word = marked.replace("+", "");
    const present = form === "finite" && at >= 3;
    yield { ...common, word, present, ...ARABIC[at % 3]!, institution: marked.endsWith("+") };
    const dual = form === "finite" && at < 2 && !NO_DUAL.has(word) && /[^اىيوه]$/u.test(word);
    if (dual)
      yield { ...common, word: `${word}ا`, present, ...ARABIC[at]!, plurality: "many", institution: false };
  }
}

function* latin(
  language: Language,
  form: VerbForm["form"],
  [words, stance, mute]: readonly string[],
  present = false,
): Iterable<VerbForm> {
  const takes = new Set([
    ...(mute === undefined ? ["that"] : [mute]),
    ...(form === "participle" ? ["says"] : []),
  ]);
  const common = {
    language,
    form,
    present,
    gender: "any",
    plurality: "any",
    stance: stance as Stance,
    takes,
  } as const;
  for (const marked of words!.split(" "))
    yield { ...common, word: marked.replace("+", ""), institution: marked.endsWith("+") };
}

export function lines(table: string): string[] {
  return table.trim().split("\n");
}

function columns(line: string): string[] {
  return line.split(" | ");
}
