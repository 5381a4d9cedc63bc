/**
 * Words that say whose words follow or went before: verbs of saying, participles that carry a speaker on, and
 * prepositions of source. A word alone decides nothing; it is shown with what stands around it. Left out are words
 * that mostly mean something else.
 */
import type { Kernel } from "../kernel/kernel.js";
import { tokenise } from "../text/tokenise.js";
import { VERB_FORMS } from "./lexicon/forms.js";
import { OTHER_LANGUAGES, SOURCE_NOUNS, SOURCES } from "./lexicon/verbs.js";

const PROCLITICS = ["", "و", "ف"];
const ARABIC = /^[\u0621-\u064a]/u;
/** Parts of longer prepositions that are words of their own: "at the extent of". */
const SMALL = /^(?:ما|لما|عن|على|حد|in|the|words|of|to)$/u;

/** Token ids of the words above, as the given kernel makes them. */
export function attributionIds(kernel: Kernel): ReadonlySet<number> {
  const verbs = VERB_FORMS.filter(
    ({ takes }) => !takes.has("opens") && !takes.has("mute") && !takes.has("close"),
  );
  const sources = SOURCES.split(/\s+/u).filter((word) => word !== "" && !SMALL.test(word));
  const words = [...verbs.map(({ word }) => word), ...sources, ...SOURCE_NOUNS.split(" ")];
  const spelt = words.flatMap((word) => (ARABIC.test(word) ? PROCLITICS.map((and) => and + word) : [word]));
  return new Set(tokenise(kernel, `${spelt.join(" ")} ${OTHER_LANGUAGES}`).ids);
}
