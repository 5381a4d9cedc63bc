/** A phrase as one line of JSON. Described by `phrases.schema.json`. */
import type { Phrase } from "../model/index.js";

/** Raised with every change that a reader must know. */
export const PHRASES_VERSION = 1;

export function phraseLine(phrase: Phrase): string {
  const { id, text, words, outlets, quoted, formula, spread, first, weight, holders, wordings } = phrase;
  const record = {
    version: PHRASES_VERSION,
    id,
    text,
    words,
    outlets,
    quoted,
    formula,
    spread: spread && { groups: spread.groups, days: spread.days },
    first,
    weight,
    holders: holders.map((holder) => ({
      document: holder.document,
      outlet: holder.outlet,
      published: holder.published,
      start: holder.start,
      end: holder.end,
      wording: holder.wording,
      quoted: holder.quoted,
      speaker: holder.speaker,
    })),
    wordings: wordings.map((wording) => ({
      text: wording.text,
      share: wording.share,
      changes: wording.changes.map(({ from, to }) => ({ from, to })),
    })),
  };
  return `${JSON.stringify(record)}\n`;
}
