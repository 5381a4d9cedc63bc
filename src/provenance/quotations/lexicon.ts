/**
 * The words of `lexicon-*.ts` by token id, as the given kernel makes them. A word may play several parts: what
 * it plays where is for the rules to say.
 */

import type { Kernel } from "../../kernel/kernel.js";
import { type Gender, type Language, lines, type Plurality } from "../../language/lexicon/forms.js";
import * as names from "../../language/lexicon/speakers.js";
import * as data from "../../language/lexicon/speech.js";
import * as verbs from "../../language/lexicon/verbs.js";
import { tokenise } from "../../text/tokenise.js";
import { sayings } from "./sayings.js";
import type { Saying } from "./word-types.js";

export type { Gender, Plurality } from "../../language/lexicon/forms.js";

/** Parts that a word can play, as bits. */
export const PART = {
  that: 1,
  suffixedThat: 2,
  stop: 4,
  day: 8,
  relative: 16,
  auxiliary: 32,
  person: 64,
  body: 128,
  generic: 256,
  ownVoice: 512,
  naming: 1024,
  object: 2048,
  pronoun: 4096,
  french: 8192,
  wish: 16384,
  abbreviation: 32768,
  negation: 65536,
  sourceVerb: 131072,
  aside: 262144,
  givenName: 524288,
  toHead: 1048576,
  sourceHead: 2097152,
  englishBody: 4194304,
  noComplement: 8388608,
  nounLead: 16777216,
  pronounTitle: 33554432,
  nounToo: 67108864,
  state: 134217728,
  period: 268435456,
  ofSomebody: 536870912,
  issued: 1073741824,
} as const;

/** One word of the lexicon. */
export interface Entry {
  parts: number;
  saying: Saying | null;
  gender: Gender | null;
  plurality: Plurality;
  /** What is left of each source preposition that begins with this word; longest first. */
  sources: number[][] | null;
  resets: number[][] | null;
}

export interface Lexicon {
  readonly entries: ReadonlyMap<number, Entry>;
  /** By the low 16 bits of an id: 0 no word of the lexicon has it, 1 one may, 2 one that is a cue may. */
  readonly filter: Uint8Array;
}

const lexicons = new WeakMap<Kernel, Lexicon>();

export function lexiconOf(kernel: Kernel): Lexicon {
  let lexicon = lexicons.get(kernel);
  if (lexicon === undefined) {
    lexicon = compile(kernel);
    lexicons.set(kernel, lexicon);
  }
  return lexicon;
}

function compile(kernel: Kernel): Lexicon {
  const entries = new Map<number, Entry>();
  const idsOf = (words: string) => [...tokenise(kernel, words).ids];
  const entryOf = (id: number): Entry => {
    let entry = entries.get(id);
    if (entry === undefined) {
      entry = { parts: 0, saying: null, gender: null, plurality: "any", sources: null, resets: null };
      entries.set(id, entry);
    }
    return entry;
  };
  const mark = (words: string, part: number) => {
    for (const word of words.split(" ")) for (const id of idsOf(word)) entryOf(id).parts |= part;
  };
  const joinable = (words: string, part: number) => {
    mark(words, part);
    mark(joined(words, ["و", "ف"]), part);
  };

  for (const saying of sayings(idsOf)) {
    for (const [word, and] of forms(saying.word, saying.saying.language)) {
      const entry = entryOf(idsOf(word)[0]!);
      entry.saying ??= and ? { ...saying.saying, joined: true } : saying.saying;
    }
  }
  for (const source of lines(verbs.SOURCES)) {
    for (const lead of /^[\u0600-\u06ff]/u.test(source) ? ["", "و"] : [""]) {
      const [first, ...rest] = idsOf(lead + source);
      const entry = entryOf(first!);
      entry.sources = [...(entry.sources ?? []), rest].sort((a, b) => b.length - a.length);
    }
  }
  for (const reset of lines(data.RESETS)) {
    for (const lead of /^[\u0600-\u06ff]/u.test(reset) ? ["", "و"] : [""]) {
      const [first, ...rest] = idsOf(lead + reset);
      const entry = entryOf(first!);
      entry.resets = [...(entry.resets ?? []), rest];
    }
  }
  joinable(data.COMPLEMENTISERS, PART.that);
  joinable(data.SUFFIXED_COMPLEMENTISERS, PART.suffixedThat);
  joinable(data.STOPS, PART.stop);
  mark(data.DAYS, PART.stop | PART.day);
  mark(data.RELATIVES, PART.relative | PART.stop);
  mark(data.AUXILIARIES, PART.auxiliary);
  mark(data.OBJECT_NOUNS, PART.object);
  mark(data.NAMING_NOUNS, PART.naming);
  mark(joined(data.NAMING_NOUNS, ["ال", "ب", "ل", "و", "بال"]), PART.naming);
  mark(names.GENERIC_PERSONS, PART.generic);
  joinable(data.OWN_VOICE, PART.ownVoice);
  mark(verbs.FRENCH_AUXILIARIES, PART.french);
  mark(data.SOURCE_VERBS, PART.sourceVerb);
  mark(names.GIVEN_NAMES, PART.givenName);
  mark(data.SOURCE_HEADS, PART.sourceHead);
  mark(joined(data.SOURCE_HEADS, ["ال", "ل", "لل"]), PART.sourceHead);
  mark(data.ASIDES, PART.aside);
  mark(data.MANNERS, PART.aside | PART.stop);
  mark(data.NO_COMPLEMENT, PART.noComplement);
  mark(data.NOUNS_TOO, PART.nounToo);
  mark(data.NOUN_LEADS, PART.nounLead);
  mark(names.STATES, PART.state);
  mark(data.PERIODS, PART.period);
  joinable(data.OF_SOMEBODY, PART.ofSomebody);
  mark(data.ISSUED, PART.issued);
  mark(data.PRONOUN_TITLES, PART.pronounTitle);
  mark(data.WISHES, PART.wish);
  mark(data.ABBREVIATIONS, PART.abbreviation);
  joinable(data.NEGATIONS, PART.negation);
  for (const [gender, words] of Object.entries(data.PRONOUNS)) {
    for (const id of words.split(" ").flatMap(idsOf)) {
      const entry = entryOf(id);
      entry.parts |= PART.pronoun;
      entry.gender = gender === "m" || gender === "f" ? gender : "any";
      entry.plurality = gender === "p" ? "many" : gender === "any" ? "any" : "one";
    }
  }
  const heads = (words: string, part: number, gender: Gender, plurality: Plurality) => {
    for (const word of `${words} ${joined(words, ["ال", "و", "وال", "ف"])}`.split(" ")) {
      const entry = entryOf(idsOf(word)[0]!);
      entry.parts |= part;
      entry.gender ??= gender;
      if (entry.plurality === "any") entry.plurality = plurality;
    }
    mark(`${joined(words, ["ل"])} ${joined(words, ["لل"])}`, PART.toHead);
  };
  heads(names.PERSONS.m, PART.person, "m", "one");
  heads(names.PERSONS.f, PART.person, "f", "one");
  heads(names.PERSONS.p, PART.person, "m", "many");
  heads(names.BODIES.m, PART.body, "m", "one");
  heads(names.BODIES.f, PART.body, "f", "one");
  mark(names.LATIN_HEADS, PART.body);
  mark(names.ENGLISH_BODIES, PART.body | PART.englishBody);

  const filter = new Uint8Array(1 << 16);
  for (const [id, entry] of entries) {
    const cue = entry.saying !== null || entry.sources !== null ? 2 : 1;
    filter[id & 0xffff] = Math.max(cue, filter[id & 0xffff]!);
  }
  return { entries, filter };
}

function joined(words: string, leads: readonly string[]): string {
  return words
    .split(" ")
    .filter((word) => /^[\u0621-\u064a]/u.test(word))
    .flatMap((word) => leads.map((lead) => lead + word))
    .join(" ");
}

/** A word with what may hang before it, and whether that joins it to what went before. */
function forms(word: string, language: Language): [string, boolean][] {
  if (language !== "ar") return [[word, false]];
  return [
    [word, false],
    [`و${word}`, true],
    [`ف${word}`, true],
  ];
}
