/** What one cue says, as the rules give it on. */
import type { Stance } from "../../model/provenance.js";
import type { Gender, Plurality } from "./lexicon.js";
import type { Phrase } from "./speakers.js";
import type { Saying } from "./word-types.js";

export interface Statement {
  readonly cue: number;
  /** Tokens of the cue: [cue, cueEnd). */
  readonly cueEnd: number;
  readonly stance: Stance;
  readonly saying: Saying | null;
  readonly phrase: Phrase | null;
  readonly gender: Gender;
  readonly plurality: Plurality;
  /** First token that was said; -1 where none is announced. */
  readonly saidFrom: number;
  /** The speaker stands before the cue. */
  readonly postfix: boolean;
  /** Nobody is named, and the verb is such that somebody before may be meant. */
  readonly implicit: boolean;
  /** "…, who said": somebody whom nothing here names. */
  readonly nobody?: boolean;
}
