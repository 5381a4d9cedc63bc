/**
 * The lexicon as one automaton over token ids. Every spelling that the normaliser folds is one id; the words that
 * hang before a name (و ف ب ل ك) are tried as spellings of its first word.
 */
import type { Kernel } from "../../kernel/kernel.js";
import { tokenise } from "../../text/tokenise.js";
import type { Agencies } from "./agencies.js";
import { Automaton } from "./automaton.js";
import { CUE, CUE_WORDS, type CueName } from "./lexicon-cues.js";
import { INSTITUTIONS, NOT_AGENCIES, STATES } from "./lexicon-institutions.js";
import { OUTLETS_DATA } from "./lexicon-outlets.js";

/** What hangs before a word. `FOR` and `BY` win over a conjunction before them. */
export const PREFIX = { NONE: 0, AND: 1, FOR: 2, BY: 3 } as const;

export type Name =
  | { readonly kind: "agency"; readonly name: string; readonly ambiguous: boolean; readonly cut: boolean }
  | {
      readonly kind: "outlet";
      readonly name: string;
      readonly broadcast: boolean;
      readonly distinct: boolean;
    }
  | { readonly kind: "institution" }
  | { readonly kind: "state" }
  | { readonly kind: "other" };

export interface Lexicon {
  /** Token id → symbol, symbol 0 for a word of no entry. */
  symbolOf(id: number): number;
  /** Symbol → classes of `CUE`. */
  readonly cues: Int32Array;
  /** Symbol → `PREFIX`. */
  readonly prefixes: Uint8Array;
  /** Symbol → the symbol of the same word without prefix. */
  readonly plain: Int32Array;
  readonly automaton: Automaton;
  /** Symbol → whether a name has it: 0 none, 1 inside, 2 as its first word. */
  readonly places: Uint8Array;
  readonly names: readonly Name[];
  /** Tokens of each name. */
  readonly lengths: readonly number[];
}

const AND = ["و", "ف"];
const BEFORE: readonly (readonly [string, number])[] = [
  ["ل", PREFIX.FOR],
  ["ب", PREFIX.BY],
  ["ك", PREFIX.BY],
];

/** French articles and prepositions before a vowel. */
const ELIDED = ["l'", "d'"];

/** One-letter words that the tokeniser joins to the word after them. */
const GLUED = new Set(["ب", "ف", "ل", "ك", "و"]);

const compiled = new WeakMap<Agencies, Lexicon>();

/** Token ids are the same in every kernel, so a lexicon is compiled once. */
export function lexiconOf(kernel: Kernel, agencies: Agencies): Lexicon {
  let lexicon = compiled.get(agencies);
  if (lexicon === undefined) {
    lexicon = compile(kernel, agencies);
    compiled.set(agencies, lexicon);
  }
  return lexicon;
}

function compile(kernel: Kernel, agencies: Agencies): Lexicon {
  const wordsOf = (alias: string) => {
    const { ids, starts, ends } = tokenise(kernel, alias);
    return Array.from(ids, (_, at) => alias.slice(starts[at], ends[at]));
  };
  const idOf = (word: string) => tokenise(kernel, word).ids[0]!;

  const words = new Map<string, number>();
  const symbolByText = (word: string) => {
    let symbol = words.get(word);
    if (symbol === undefined) {
      symbol = words.size + 1;
      words.set(word, symbol);
    }
    return symbol;
  };
  // Two spellings of one id must be one symbol.
  const canonical = new Map<number, string>();
  const symbolOfWord = (word: string) => {
    const id = idOf(word);
    const text = canonical.get(id) ?? word;
    canonical.set(id, text);
    return symbolByText(text);
  };

  const cueOf = new Map<number, number>();
  for (const name of Object.keys(CUE) as CueName[]) {
    for (const word of CUE_WORDS[name].split(" ")) {
      const symbol = symbolOfWord(word);
      cueOf.set(symbol, (cueOf.get(symbol) ?? 0) | CUE[name]);
    }
  }

  const patterns: number[][] = [];
  const names: Name[] = [];
  const add = (alias: string, name: Name) => {
    const split = wordsOf(alias);
    if (split.length === 0) return;
    patterns.push(split.map(symbolOfWord));
    names.push(name);
    // "أ ف ب" before a word: its last letter hangs on that word.
    if (name.kind === "agency" && split.length > 1 && GLUED.has(split.at(-1)!)) {
      patterns.push(split.slice(0, -1).map(symbolOfWord));
      names.push({ ...name, cut: true });
    }
  };
  for (const alias of NOT_AGENCIES) add(alias, { kind: "other" });
  for (const { name, aliases, ambiguous } of agencies.agencies) {
    const agency = (unclear: boolean): Name => ({ kind: "agency", name, ambiguous: unclear, cut: false });
    for (const alias of aliases) add(alias, agency(false));
    for (const alias of [...aliases, ...ambiguous]) {
      if (/^(?:ال)?وكالة /u.test(alias)) continue;
      for (const before of ["وكالة", "وكالة أنباء", "وكالة الأنباء"])
        add(`${before} ${alias}`, agency(false));
      add(`وكالة ${alias} للأنباء`, agency(false));
    }
    for (const alias of ambiguous) add(alias, agency(true));
  }
  for (const alias of INSTITUTIONS) add(alias, { kind: "institution" });
  for (const alias of STATES) add(alias, { kind: "state" });
  for (const { name, aliases, broadcast = false, distinct = false } of OUTLETS_DATA) {
    for (const alias of aliases) {
      add(alias, { kind: "outlet", name, broadcast, distinct });
      // "The", as Arabic papers write it.
      if (!/^(?:ال|ذا |ذي |[a-z])/iu.test(alias)) {
        for (const the of ["ذا", "ذي"]) add(`${the} ${alias}`, { kind: "outlet", name, broadcast, distinct });
      }
    }
  }

  const plainWords = [...words];
  const cues: number[] = [0];
  const prefixes: number[] = [PREFIX.NONE];
  const plain: number[] = [0];
  const table = new Map<number, number>();
  for (const [word, symbol] of plainWords) {
    table.set(idOf(word), symbol);
    cues[symbol] = cueOf.get(symbol) ?? 0;
    prefixes[symbol] = PREFIX.NONE;
    plain[symbol] = symbol;
  }
  for (const [word, symbol] of plainWords) {
    // "As she drew attention" would be "she charged": verbs take a conjunction only.
    const isVerb = ((cueOf.get(symbol) ?? 0) & (CUE.SAY | CUE.RELAY)) !== 0;
    for (const [spelling, prefix] of prefixed(word)) {
      if (isVerb && prefix !== PREFIX.AND) continue;
      const id = idOf(spelling);
      if (table.has(id)) continue;
      const variant = cues.length;
      table.set(id, variant);
      cues.push(cues[symbol]!);
      prefixes.push(prefix);
      plain.push(symbol);
    }
  }
  return {
    ...hashed(table),
    cues: Int32Array.from(cues),
    prefixes: Uint8Array.from(prefixes),
    plain: Int32Array.from(plain),
    automaton: new Automaton(patterns, plainWords.length + 1),
    places: placesIn(patterns, plain),
    names,
    lengths: patterns.map((pattern) => pattern.length),
  };
}

function placesIn(patterns: readonly (readonly number[])[], plain: readonly number[]): Uint8Array {
  const places = new Uint8Array(plain.length);
  for (const pattern of patterns) {
    for (const symbol of pattern) places[symbol] = Math.max(places[symbol]!, 1);
    places[pattern[0]!] = 2;
  }
  return places.map((_, symbol) => places[plain[symbol]!]!);
}

function prefixed(word: string): [string, number][] {
  if (/^\p{Script=Latin}/u.test(word)) return ELIDED.map((article) => [article + word, PREFIX.AND]);
  if (!/^\p{Script=Arabic}{2}/u.test(word)) return [];
  const spellings: [string, number][] = AND.map((and) => [and + word, PREFIX.AND]);
  for (const [before, prefix] of BEFORE) {
    const joined = before === "ل" && word.startsWith("ال") ? `لل${word.slice(2)}` : before + word;
    spellings.push([joined, prefix], ...AND.map((and): [string, number] => [and + joined, prefix]));
    if (before === "ل" && word.startsWith("ال")) spellings.push([before + word, prefix]);
  }
  return spellings;
}

/** Words of the filter: 32 KB, which stays in the nearest cache. */
const FILTER_WORDS = 8192;

/** Open addressing behind one bit an id: most words of a text stand in no entry, and the bit alone says so. */
function hashed(table: ReadonlyMap<number, number>): Pick<Lexicon, "symbolOf"> {
  const size = 2 ** Math.ceil(Math.log2(table.size * 2 + 1));
  const mask = size - 1;
  const keys = new Uint32Array(size);
  const values = new Int32Array(size);
  const filter = new Uint32Array(FILTER_WORDS);
  for (const [id, symbol] of table) {
    let at = id & mask;
    while (values[at] !== 0) at = (at + 1) & mask;
    keys[at] = id;
    values[at] = symbol;
    filter[(id >>> 5) & (FILTER_WORDS - 1)]! |= 1 << (id & 31);
  }
  return {
    symbolOf(id) {
      if (((filter[(id >>> 5) & (FILTER_WORDS - 1)]! >>> (id & 31)) & 1) === 0) return 0;
      for (let at = id & mask; ; at = (at + 1) & mask) {
        const symbol = values[at]!;
        if (symbol === 0 || keys[at] === id) return symbol;
      }
    },
  };
}
