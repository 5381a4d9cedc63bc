/** One item's answer: what it is compared with, and the word for it. The item is left in hand for the caller. */
import { MEMBER_CAP } from "../../collection/excerpts.js";
import { checkedItem } from "../../document/check.js";
import { newSentences } from "../../match/new-sentences.js";
import type { ItemAnswer, KeptMatch } from "../../model/answer.js";
import type { Document } from "../../model/index.js";
import type { Contents } from "../rows/contents.js";
import { type Key, unpackAnswer } from "../storage/codec.js";
import type { CheckOptions, Item } from "../types.js";
import { instantOf } from "./arrival.js";
import { itemChanges } from "./changes.js";
import { type Compared, compareKept, compareOne, type IsEligible } from "./compare-kept.js";
import { byStrength, decide, type SameItem } from "./verdict.js";

/** Gives an item a place among the kept documents (`Contents.ask`): `keep` or `letGo` must follow. */
export function begin(
  contents: Contents,
  item: Item,
  digest: string,
  { arrived }: CheckOptions,
  standsIn = false,
) {
  const document: Document = { ...item, id: item.id ?? digest };
  const at = arrived === undefined ? Date.now() : instantOf(arrived);
  const prepared = contents.preparer.prepare(document);
  const number = contents.ask(document, prepared, at, standsIn);
  return { document, at, prepared, number };
}

/**
 * Answers; unless replayed, the item is left in hand (`isOpen`), to be kept or let go of. `again` gives the answer that
 * waits for an item without an id, by its content.
 */
export function ask(
  contents: Contents,
  given: Item,
  options: CheckOptions,
  again: (digest: string) => number | undefined = () => undefined,
) {
  const item = checkedItem(given);
  const digest = contents.preparer.contentDigest(item);
  const known = item.id === undefined ? again(digest) : contents.answerIds.toContent(item.id, digest);
  if (known !== undefined) {
    const { answer, number } = unpackAnswer(contents.answers.get(known)!, known);
    return { answer: { ...answer, replayed: true }, isOpen: false, number };
  }
  const { document, at, prepared, number } = begin(contents, item, digest, options);
  try {
    const isEligible = eligible(contents, number, options);
    const compared = compareKept(contents, number, isEligible, MEMBER_CAP).found;
    const same = sameItemOf(contents, number, document, options.key ?? null);
    if (same !== null && !compared.some((one) => one.number === same.number))
      compared.push(compareOne(contents, number, same.number));
    const answer: ItemAnswer = {
      id: document.id,
      digest,
      sequence: contents.state.nextSequence,
      arrived: isoOf(at),
      verdict: "new",
      of: null,
      matches: [],
      changes: null,
      replayed: false,
    };
    if (compared.length === 0) return { answer, isOpen: true, number };
    const kept = compared.map((one) => keptMatch(contents, one)).sort(byStrength);
    const sameItem: SameItem | null =
      same === null ? null : { id: contents.texts.id(same.number), sameText: same.sameText };
    const numbers = new Map(compared.map((one) => [contents.texts.id(one.number), one.number]));
    const isCorrected = (match: KeptMatch) =>
      match.verified &&
      isSameSource(contents, number, numbers.get(match.id)!) &&
      (match.facts.length > 0 || newSentences(prepared.article, match.passages).length > 0);
    const { verdict, of } = decide(sameItem, kept, isCorrected);
    const deciding = kept.find(({ id }) => id === of);
    const changes =
      verdict === "update" && deciding !== undefined
        ? itemChanges(prepared.article, deciding.passages, deciding.facts)
        : null;
    return { answer: { ...answer, verdict, of, matches: kept, changes }, isOpen: true, number };
  } catch (error) {
    contents.letGo();
    throw error;
  }
}

function keptMatch(contents: Contents, { number, comparison }: Compared): KeptMatch {
  return {
    id: contents.texts.id(number),
    verdict: comparison.verdict,
    probability: comparison.probability,
    sameNews: comparison.sameNews,
    derived: comparison.derivedA === null ? null : { item: comparison.derivedA, kept: comparison.derivedB! },
    jaccard: comparison.jaccard,
    share: { item: comparison.containmentA, kept: comparison.containmentB },
    passages: comparison.passages,
    facts: comparison.facts,
    verified: "verified" in comparison ? comparison.verified : true,
  };
}

/** The kept document that the item is a version of: by id, then key, then URL; of several the last to come. */
function sameItemOf(contents: Contents, number: number, document: Document, key: Key | null) {
  const { named } = contents;
  const byKey = () => (key === null ? undefined : named.withKey(key));
  const other = named.withId(document.id) ?? byKey() ?? named.version();
  if (other === undefined) return null;
  return { number: other, sameText: named.hasSameDigest(number, other) };
}

function isSameSource({ rows }: Contents, x: number, y: number): boolean {
  const source = rows.sourceOf(x);
  return source !== 0 && source === rows.sourceOf(y);
}

/** Which kept documents the options let the item be compared with. */
export function eligible(
  contents: Contents,
  item: number,
  { withinMs, sameSource }: CheckOptions,
): IsEligible {
  const { rows } = contents;
  const timeOf = (number: number) => {
    const instant = rows.instantOf(number);
    return Number.isNaN(instant) ? rows.arrivedOf(number) : instant;
  };
  const time = timeOf(item);
  return (number) => {
    if (withinMs !== undefined && Math.abs(timeOf(number) - time) > withinMs) return false;
    return sameSource === undefined || isSameSource(contents, item, number) === (sameSource === "only");
  };
}

/** The last time told, in milliseconds since 1970: many items come in one millisecond. */
let told = { at: 0, iso: new Date(0).toISOString() };

function isoOf(at: number): string {
  if (told.at !== at) told = { at, iso: new Date(at).toISOString() };
  return told.iso;
}
