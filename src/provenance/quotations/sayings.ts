/** The verbs of saying of the lexicon as the rules of quotations use them. */
import { VERB_FORMS } from "../../language/lexicon/forms.js";
import type { Saying } from "./word-types.js";

/** Every form that can tell what was said. */
export function* sayings(idsOf: (words: string) => number[]): Iterable<{ word: string; saying: Saying }> {
  for (const { word, takes, institution: _, ...form } of VERB_FORMS) {
    if (takes.has("mute")) continue;
    const prepositions = [...takes].filter((taken) => /^[\u0600-\u06ff]/u.test(taken));
    const saying: Saying = {
      ...form,
      joined: false,
      prepositions: new Set(prepositions.flatMap(idsOf)),
      that: takes.has("that"),
      b: takes.has("b"),
      noun: takes.has("noun"),
      relay: takes.has("relay"),
      close: takes.has("close"),
      far: takes.has("far"),
      opens: takes.has("opens"),
      named: takes.has("named"),
      says: takes.has("says"),
    };
    yield { word, saying };
  }
}
