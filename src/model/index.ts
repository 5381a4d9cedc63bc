/**
 * The data isnad takes and gives: plain objects, no behaviour. Offsets are UTF-16 code units of the original
 * text, ends exclusive; shares and similarities are fractions 0..1; times are ISO 8601 strings as precise as
 * they are known.
 */

export type * from "./answer.js";
export type * from "./document.js";
export type * from "./match.js";
export type * from "./phrase.js";
export type * from "./provenance.js";
export type * from "./story.js";
