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
    needs:
      "two or more decided directions on more than one weak clue, the second with a passage that the first lacks",
    text: "It was put together from {parts:document}: {share%} of it stands in {source}, {nextShare%} in {next}",
  },
  {
    id: "taken",
    needs: "one decided direction to it on more than one weak clue",
    text: "{share%} of it stands in {source}, from which it was taken (evidence: {kinds=})",
  },
  {
    id: "unseen-named",
    needs: "an unseen source behind it, on more than one weak clue, whose name rests on a credit",
    text: "It and {holders:other document} go back to one text that is not in the collection, probably of {name}",
  },
  {
    id: "unseen-alone",
    needs: "the same, and no other document goes back to it",
    text: "It goes back, by its credit, to a text of {name} that is not in the collection",
  },
  {
    id: "unseen",
    needs: "an unseen source behind it, on more than one weak clue",
    text: "It and {holders:other document} go back to one text that is not in the collection, and no credit tells whose",
  },
  {
    id: "earliest-taken",
    needs:
      "it was taken from in a decided direction on more than one weak clue, and its last possible time lies before the earliest of every other holder of its text",
    text: "Earliest of {holders:document} {outlets=} between {from=} and {until=} that hold its text; {takers:document} took from it",
  },
  {
    id: "taken-by",
    needs: "it was taken from in a decided direction on more than one weak clue",
    text: "{takers:document} took from it, and {share%} of it stands in {source}; nothing here shows where it was taken from",
  },
  {
    id: "taken-weak",
    needs: "a decided direction to it on one weak clue",
    text: "{share%} of it stands in {source}, and may have been taken from there: one weak clue alone says so ({kinds=})",
  },
  {
    id: "unseen-weak",
    needs: "an unseen source behind it on one weak clue",
    text: "It and {holders:other document} may go back to one text that is not in the collection: one weak clue alone says so ({kinds=})",
  },
  {
    id: "taken-by-weak",
    needs: "a decided direction from it on one weak clue",
    text: "{share%} of it stands in {source}, which may have taken it from here: one weak clue alone says so ({kinds=})",
  },
  {
    id: "earliest-undecided",
    needs: "reuse, and its last possible time lies before the earliest of every other holder of its text",
    text: "Earliest of {holders:document} {outlets=} between {from=} and {until=} that hold its text; who took from whom is undecided",
  },
  {
    id: "undecided-one",
    needs: "reuse with one document",
    text: "{share%} of it stands in {source} too; which of the two took it from where is undecided",
  },
  {
    id: "undecided",
    needs: "reuse with two or more documents",
    text: "Text of it stands in {holders:other document} {outlets=}, {share%} of it in {source}; who took from whom is undecided",
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

/** What may follow, in this order, each where its evidence is there. */
export const CLAUSES = [
  {
    id: "behind",
    needs: "decided directions that lead on from the source named",
    text: "behind that stands {behind}",
  },
  {
    id: "changed",
    needs: "a changed fact in a shared passage of the source named",
    text: "it has {here} where that has {there}",
  },
  {
    id: "carried",
    needs: "two or more other documents that share text with it",
    text: "{copies:document} {copiesOutlets=} carry text of it, with {origins:independent origin}",
  },
  {
    id: "origins",
    needs: "as carried, where the sentence has counted the documents already",
    text: "they count as {origins:independent origin}",
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
