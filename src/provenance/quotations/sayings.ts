/** The verbs of saying of the lexicon, in each of their forms, with what may follow them. */
import type { Stance } from "../../model/provenance.js";
import type { Gender, Language, Plurality, Saying } from "./lexicon.js";
import * as verbs from "./lexicon-verbs.js";

interface Form {
  readonly word: string;
  readonly saying: Saying;
}

export function* sayings(idsOf: (words: string) => number[]): Iterable<Form> {
  for (const line of lines(verbs.ARABIC_VERBS)) {
    const [words, stance, takes] = columns(line);
    const common = arabic(stance!, takes!, idsOf);
    for (const [at, word] of words!.split(" ").entries()) {
      if (word === "-") continue;
      const saying = { ...common, form: "finite", present: at >= 3, ...ARABIC_FORMS[at % 3]! } as const;
      yield { word, saying };
    }
  }
  for (const line of lines(verbs.ARABIC_PARTICIPLES)) {
    const [words, stance, takes] = columns(line);
    const common = arabic(stance!, takes!, idsOf);
    for (const [at, word] of words!.split(" ").entries())
      if (word !== "-")
        yield { word, saying: { ...common, form: "participle", present: false, ...ARABIC_FORMS[at]! } };
  }
  for (const line of lines(verbs.ENGLISH_VERBS)) yield* latin(line, "en", "finite");
  for (const line of lines(verbs.ENGLISH_PARTICIPLES)) yield* latin(line, "en", "participle");
  for (const line of lines(verbs.FRENCH_VERBS)) {
    const [past, present, stance] = columns(line);
    yield* latin(`${past} | ${stance}`, "fr", "finite");
    if (present !== "-") yield* latin(`${present} | ${stance}`, "fr", "finite", true);
  }
  for (const line of lines(verbs.FRENCH_PARTICIPLES)) yield* latin(line, "fr", "participle");
}

const ARABIC_FORMS: readonly { gender: Gender; plurality: Plurality }[] = [
  { gender: "m", plurality: "one" },
  { gender: "f", plurality: "one" },
  { gender: "m", plurality: "many" },
];

function arabic(stance: string, takes: string, idsOf: (words: string) => number[]) {
  const may = takes.split(" ");
  const prepositions = may.filter((word) => /^[\u0600-\u06ff]/u.test(word));
  return {
    language: "ar",
    stance: stance as Stance,
    joined: false,
    prepositions: new Set(prepositions.flatMap(idsOf)),
    that: may.includes("that"),
    b: may.includes("b"),
    noun: may.includes("noun"),
    relay: may.includes("relay"),
    close: may.includes("close"),
    far: may.includes("far"),
    opens: may.includes("opens"),
    named: may.includes("named"),
    says: may.includes("says"),
  } as const;
}

function* latin(
  line: string,
  language: Language,
  form: "finite" | "participle",
  present = false,
): Iterable<Form> {
  const [words, stance] = columns(line);
  const rest = { gender: "any", plurality: "any", joined: false, prepositions: new Set<number>() } as const;
  const takes = {
    that: true,
    b: false,
    noun: false,
    relay: false,
    close: false,
    far: false,
    opens: false,
    named: false,
    says: form === "participle",
  } as const;
  for (const word of words!.split(" "))
    yield { word, saying: { language, form, present, stance: stance as Stance, ...rest, ...takes } };
}

export function lines(table: string): string[] {
  return table.trim().split("\n");
}

function columns(line: string): string[] {
  return line.split(" | ");
}
