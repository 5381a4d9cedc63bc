/** Sentences that several outlets share, each once, with all that have it. */
export { type PhrasesInput, phrasesOf } from "./phrases.js";
