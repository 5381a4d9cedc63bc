/** Answers as JSON: keys always in the same order, so that two runs can be compared byte by byte. */
import type { ItemAnswer, KeptMatch } from "../model/answer.js";
import type { ChangedFact, Edit, Passage, Range } from "../model/index.js";
import type { ItemPlace } from "./items.js";

/** One line of the ledger; `held` says whether the item was kept back, `place` where it stood. */
export function ledgerLine(answer: ItemAnswer, held: boolean, place: ItemPlace | null = null): string {
  const { sequence, id, digest, arrived, verdict, of } = answer;
  const record = { sequence, id, digest, arrived, verdict, of, held, ...place, ...findings(answer) };
  return `${JSON.stringify(record)}\n`;
}

/** The answer to one item as a line of its own, for who asks and stores nothing. */
export function answerLine(answer: ItemAnswer): string {
  const { id, digest, verdict, of } = answer;
  return `${JSON.stringify({ id, digest, verdict, of, ...findings(answer) })}\n`;
}

/**
 * The value of the `isnad` field that `--annotate` adds. Without the time of arrival, so that the same input gives
 * the same bytes.
 */
export function annotation(answer: ItemAnswer): string {
  const { digest, verdict, of } = answer;
  return JSON.stringify({ verdict, of, digest, ...findings(answer) });
}

function findings({ matches, changes }: ItemAnswer) {
  return {
    matches: matches.map(matchRecord),
    changes: changes && { sentences: changes.sentences.map(range), facts: changes.facts.map(factRecord) },
  };
}

function matchRecord(match: KeptMatch) {
  const { id, verdict, probability, sameNews, derived, jaccard, share } = match;
  const { passages, facts, verified } = match;
  return {
    id,
    verdict,
    probability,
    sameNews,
    derived: derived && { item: derived.item, kept: derived.kept },
    jaccard,
    share: { item: share.item, kept: share.kept },
    passages: passages.map(passageRecord),
    facts: facts.map(factRecord),
    verified,
  };
}

function passageRecord({ a, b, kind, similarity, edits }: Passage) {
  return { a: range(a), b: range(b), kind, similarity, edits: edits.map(editRecord) };
}

function editRecord({ kind, a, b, equivalent }: Edit) {
  return { kind, a: range(a), b: range(b), equivalent };
}

function factRecord({ kind, a, b }: ChangedFact) {
  return { kind, a: { ...range(a), text: a.text }, b: { ...range(b), text: b.text } };
}

function range({ start, end }: Range): Range {
  return { start, end };
}
