/**
 * Version of the words that credits, quotations and speakers are recognised by (`credits/lexicon-*.ts`,
 * `quotations/lexicon-*.ts`). It goes up by one whenever a word of them changes, and stands in every trace.
 */
export const LEXICON_VERSION = 4;
