/**
 * The closed list of sentences with which a trace opens, and of the clauses that may follow. Each names the least
 * evidence that it needs; `finding.ts` gives the first whose evidence is there.
 *
 * Slots: `{name}` words of a document, in isolates · `{n:noun}` a number and its noun · `{share%}` a share ·
 * `{text=}` words of isnad's own. No sentence says more than that a text stands somewhere, since when, and what was
 * taken from where.
 */
export interface Template {
  readonly id: string;
  /** The least evidence, in words. */
  readonly needs: string;
  readonly text: string;
}

/** Strongest statement at the top. */
export const TEMPLATES = [
  {
    id: "nothing-to-compare",
    needs: "no other document in the collection",
    text: "The collection holds no other document, so nothing can be said of where this one comes from",
  },
  {
    id: "taken-person",
    needs: "a person's decision that it was taken from the document or unseen source",
    text: "{share%} of it stands in {source}, from which it was taken, as a person decided",
  },
  {
    id: "taken-several",
    needs: "two or more sure directions to it, the second with a passage that the first lacks",
    text: "It was put together from {parts:document}: {share%} of it stands in {source}, {nextShare%} in {next}",
  },
  {
    id: "taken",
    needs: "a sure direction to it, of no less of its text than a sure unseen source",
    text: "{share%} of it stands in {source}, from which it was taken (evidence: {kinds=})",
  },
  {
    id: "unseen-named",
    needs:
      "it names a source whose item is not here, by a sign over most of its text, or beside words that others have too",
    text: "It names {name}, of which no item here has these words; {share%} of it stands in {holders:other document} too",
  },
  {
    id: "unseen-channel",
    needs: "it names the own channel of an issuer for words that others have too",
    text: "It gives a statement of {name} as its source, which is not here; {share%} of it stands in {holders:other document} too",
  },
  {
    id: "earliest-taken",
    needs:
      "it was surely taken from, and its last possible time lies before the earliest of every other holder of its text",
    text: "Earliest of {holders:document} {outlets=} between {from=} and {until=} that hold its text; {takers:document} took from it",
  },
  {
    id: "taken-by",
    needs: "it was surely taken from",
    text: "{takers:document} took from it, and {share%} of it stands in {source}; nothing here shows where it was taken from",
  },
  {
    id: "taken-own",
    needs: "a direction to it from an earlier text of its own outlet",
    text: "{share%} of it stands in {source} too, an earlier text of its own outlet",
  },
  {
    id: "taken-likely",
    needs: "a likely direction to it",
    text: "{share%} of it stands in {source}, from which it may have been taken (evidence: {kinds=}); a text that is not here may stand behind both",
  },
  {
    id: "unseen-statement",
    needs: "an issuer's statement behind it and others, of which some name the issuer's own channel",
    text: "{share%} of it stands in {holders:other document} too, and may go back to a statement of {name}; by what way cannot be told from this collection",
  },
  {
    id: "unseen-supposed",
    needs: "others that have the same words name a source whose item is not here, and it names nobody",
    text: "{share%} of it stands in {holders:other document} too, and may go back to a text of {name}, which {naming:document} of these names and which is not here",
  },
  {
    id: "unseen",
    needs: "an unseen source behind it that nobody names",
    text: "{share%} of it stands in {holders:other document} too, and may go back to a text that is not here and that nobody names",
  },
  {
    id: "taken-by-likely",
    needs: "a likely direction from it",
    text: "{share%} of it stands in {source}, which may have taken it from here (evidence: {kinds=}); a text that is not here may stand behind both",
  },
  {
    id: "earliest-undecided",
    needs: "reuse, and its last possible time lies before the earliest of every other holder of its text",
    text: "Earliest of {holders:document} {outlets=} between {from=} and {until=} that hold its text; whether the others have it from here or all from a third text cannot be told from this collection",
  },
  {
    id: "undecided-one",
    needs: "reuse with one document",
    text: "{share%} of it stands in {source} too; which has it from the other, or both from a third text, cannot be told from this collection",
  },
  {
    id: "undecided",
    needs: "reuse with two or more documents",
    text: "Text of it stands in {holders:other document} {outlets=}, {share%} of it in {source}; who took from whom, or all from a third text, cannot be told from this collection",
  },
  {
    id: "same-news",
    needs: "a document that tells the same news, and no reuse",
    text: "No reuse among {documents:document}; {related:document} on the same event or statement in other words",
  },
  {
    id: "no-reuse",
    needs: "nothing",
    text: "No reuse among {documents:document}",
  },
] as const satisfies readonly Template[];

/** Said before all else, where it is so. */
export const SAME_TEXT = {
  id: "same-text",
  needs: "a text of another document that is the same to the letter",
  text: "The same text to the letter stands in {same}",
} as const satisfies Template;
export const SAME_TEXTS = {
  id: "same-texts",
  needs: "the same of two or more documents",
  text: "The same text to the letter stands in {copiesSame:other document}, among them {same}",
} as const satisfies Template;

/** What may follow, in this order, each where its evidence is there. */
export const CLAUSES = [
  {
    id: "behind",
    needs: "directions that lead on from the source named",
    text: "behind that stands {behind}",
  },
  {
    id: "changed",
    needs: "a changed fact in a shared passage of the source named",
    text: "it has {here} where that has {there}",
  },
  {
    id: "speakers",
    needs: "a quotation of it that another document gives to a clearly different speaker",
    text: "words that it gives to {speaker} are given to {speakerThere} in {speakerWhere}",
  },
  {
    id: "conflict",
    needs: "what it names, or another clue, speaks for a source that was not there yet",
    text: "{conflict} has words of it and speaks for being its source, but is later, so that one of the two dates or the credit is wrong",
  },
  {
    id: "carried",
    needs: "two or more other documents that share text with it, where the sentence has not counted them",
    text: "{copies:document} {copiesOutlets=} carry text of it",
  },
  {
    id: "common",
    needs: "20 words in a row or more that stand in over 50 documents, near-copies counted once",
    text: "{words:word} of it in a row stand in {documents:other document} or more, as standing wording does, and were not followed",
  },
  { id: "credited", needs: "credit check: matched", text: "it credits {credited}" },
  {
    id: "absent",
    needs: "credit check: source absent",
    text: "it credits {credited}, whose text is not here to check against",
  },
  { id: "uncredited", needs: "credit check: uncredited", text: "no credit stands in the text supplied" },
  {
    id: "uncredited-fields",
    needs: "credit check: uncredited, and fields were not supplied",
    text: "no credit stands in the text supplied, which came without {fields=}",
  },
  {
    id: "not-named",
    needs: "credit check: not named",
    text: "it names no source for words that stand elsewhere too",
  },
  {
    id: "not-named-fields",
    needs: "credit check: not named, and fields were not supplied",
    text: "it names no source for words that stand elsewhere too, but came without {fields=}",
  },
  {
    id: "contradictory",
    needs: "credit check: contradictory",
    text: "it credits {credited}, which is not what it copies",
  },
  {
    id: "credits-only",
    needs: "no reuse, and a credit",
    text: "it credits {credited}, which nothing here bears out or refutes",
  },
] as const satisfies readonly Template[];

export type TemplateId = (typeof TEMPLATES)[number]["id"];
export type ClauseId = (typeof CLAUSES)[number]["id"];
export type Values = Readonly<Record<string, string | number>>;

const SLOT = /\{(\w+)(?:(%|=)|:([^}]+))?\}/g;
const ISOLATE = "\u2068";
const POP = "\u2069";

/** The template with its slots filled. A slot without a value is a mistake of the caller and throws. */
export function fill(template: Template, values: Values): string {
  return template.text.replace(SLOT, (_, name: string, mark?: string, noun?: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`template ${template.id}: no value for ${name}`);
    if (noun !== undefined) return counted(Number(value), noun);
    if (mark === "%") return percent(Number(value));
    return mark === "=" ? String(value) : `${ISOLATE}${value}${POP}`;
  });
}

function counted(count: number, noun: string): string {
  const digits = String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
  return `${digits} ${noun}${count === 1 ? "" : "s"}`;
}

/** Never rounds up to all what is less, nor down to none what is more. */
function percent(share: number): string {
  if (share > 0 && share < 0.01) return "less than 1 %";
  const rounded = Math.round(share * 100);
  return `${share < 1 && rounded === 100 ? 99 : rounded} %`;
}
