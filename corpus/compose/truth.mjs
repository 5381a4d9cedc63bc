/**
 * What is true of a pair of built articles: passages from shared atoms, facts from slots, verdict from the shares,
 * direction from ancestry and from what the articles themselves show. The rules are told in corpus/README.md.
 */

import { directionOf } from "./direction.mjs";
import { findPassages } from "./passages.mjs";
import { countTokens, normalise } from "./tokens.mjs";

const REUSED = new Set(["verbatim", "edited", "rewritten", "quotation"]);
const NEAR = new Set(["verbatim", "edited", "quotation"]);
const RETOLD = new Set(["rewritten"]);
const SENTENCE_TOKENS = 12;
/** A rewrite covers so much of the shorter text, so much of it in other words. */
const MOST = 0.5;
const MUCH_RETOLD = 0.25;

/** The truth line of two rendered articles (`a` sorts before `b`), or null where the right verdict is none. */
export function truthOf(a, b, built, warn) {
  const passages = findPassages(a, b, warn);
  const reused = passages.filter((passage) => REUSED.has(passage.kind));
  const sameStory = shareOne(events(a), events(b));
  const sameThread =
    a.recipe.thread !== undefined && a.recipe.thread === b.recipe.thread && passages.length > 0;
  if (reused.length === 0 && !sameStory && !sameThread) return null;
  const verdict = verdictOf(a, b, passages, reused, warn);
  const { direction, reason } = directionOf(a, b, verdict, built);
  return { a: a.recipe.id, b: b.recipe.id, verdict, passages, facts: changedFacts(a, b), direction, reason };
}

const events = (article) => [article.recipe.event].flat().filter((event) => event !== undefined);
const shareOne = (left, right) => left.some((item) => right.includes(item));

function verdictOf(a, b, passages, reused, warn) {
  const tokensIn = (article, side, kinds) =>
    passages
      .filter((passage) => kinds.has(passage.kind))
      .reduce(
        (sum, passage) => sum + countTokens(article.text.slice(passage[side].start, passage[side].end)),
        0,
      );
  const standing = new Set(["boilerplate"]);
  const own = {
    a: countTokens(a.text) - tokensIn(a, "a", standing),
    b: countTokens(b.text) - tokensIn(b, "b", standing),
  };
  const short = own.a <= own.b ? "a" : "b";
  const long = short === "a" ? "b" : "a";
  const pick = (side) => (side === "a" ? a : b);
  const kept = tokensIn(pick(short), short, NEAR) / own[short];
  const added = 1 - tokensIn(pick(long), long, NEAR) / own[long];
  const near = (value, limit) => Math.abs(value - limit) < 0.05;
  if (reused.length > 0 && ((near(kept, 0.8) && added < 0.55) || (near(added, 0.5) && kept > 0.75))) {
    warn(
      `${a.recipe.id} ${b.recipe.id}: near a verdict's border (kept ${kept.toFixed(2)}, added ${added.toFixed(2)})`,
    );
  }
  if (kept >= 0.8 && added < 0.5) return "copy";
  const retold = tokensIn(pick(short), short, RETOLD) / own[short];
  const covered = kept + retold;
  const close = (value, limit) => Math.abs(value - limit) < 0.015;
  if (retold > 0 && (close(covered, MOST) || (covered > MOST && close(retold, MUCH_RETOLD)))) {
    warn(
      `${a.recipe.id} ${b.recipe.id}: near the border of a rewrite (${covered.toFixed(2)}, ${retold.toFixed(2)})`,
    );
  }
  if (covered >= MOST && retold >= MUCH_RETOLD) return "rewrite";
  const longest = Math.max(
    0,
    ...reused.map((passage) => countTokens(a.text.slice(passage.a.start, passage.a.end))),
  );
  if (longest > 0 && longest < SENTENCE_TOKENS + 3) {
    warn(`${a.recipe.id} ${b.recipe.id}: longest reused passage has ${longest} tokens`);
  }
  return longest >= SENTENCE_TOKENS ? "excerpt" : "same-news";
}

function changedFacts(a, b) {
  const slots = new Map();
  for (const word of [...a.words, ...b.words])
    if (word.slot && !slots.has(word.slot.key)) slots.set(word.slot.key, word.slot);
  const facts = [];
  for (const slot of slots.values()) {
    const left = readingOf(a, slot);
    const right = readingOf(b, slot);
    if (left && right && left.value !== right.value)
      facts.push({ kind: slot.kind, a: left.reading, b: right.reading });
  }
  return facts.sort((x, y) => x.a.start - y.a.start);
}

/** The words of an article that fill a slot: marked so, or the words that an edit elsewhere replaced. */
function readingOf(article, slot) {
  let words = article.words.filter((word) => word.slot?.key === slot.key);
  if (words.length === 0) {
    words = article.words.filter((word) =>
      [word.atom, ...(word.stands ?? [])].some((atom) => slot.atoms?.includes(atom)),
    );
  }
  if (words.length === 0) return null;
  const start = words[0].start;
  const end = words.at(-1).end;
  const text = article.text.slice(start, end);
  return { reading: { start, end, text }, value: words[0].slot?.value ?? words[0].value ?? normalise(text) };
}
