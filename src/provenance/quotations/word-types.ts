/** What is known of a word of saying. */
import type { Gender, Language, Plurality } from "../../language/lexicon/forms.js";
import type { Stance } from "../../model/provenance.js";

/** A verb of saying, in one of its forms. */
export interface Saying {
  readonly language: Language;
  readonly form: "finite" | "participle";
  readonly gender: Gender;
  readonly plurality: Plurality;
  readonly stance: Stance;
  readonly present: boolean;
  /** و or ف stands before it: a new statement begins. */
  readonly joined: boolean;
  /** Prepositions, as ids, that what was said may follow. */
  readonly prepositions: ReadonlySet<number>;
  readonly that: boolean;
  readonly b: boolean;
  readonly noun: boolean;
  /** Somebody else's words are passed on: the speaker follows "from". */
  readonly relay: boolean;
  /** Has other meanings: quoted words must follow at once. */
  readonly close: boolean;
  /** Close, but its clause may be further off. */
  readonly far: boolean;
  /** Means something else inside a clause. */
  readonly opens: boolean;
  /** Only repeats the verb of its clause. */
  readonly says: boolean;
  /** Impersonal without a subject. */
  readonly named: boolean;
}
