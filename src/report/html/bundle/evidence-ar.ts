/** Sentences of evidence in Arabic, by rule; `{name}` is a value of the evidence. English stands in the evidence. */
export const EVIDENCE_AR: Readonly<Record<string, string>> = {};
