/**
 * Version of the words that credits, quotations, speakers, stances and names are recognised by: `language/lexicon`,
 * `language/stance.ts`, `honorifics.ts`, `name-cues.ts` and `provenance/credits/lexicon-*.ts`. It goes up by one whenever a
 * word of them changes, and stands in every trace.
 */
export const LEXICON_VERSION = 6;
