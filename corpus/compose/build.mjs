/**
 * Articles from their recipes. A recipe's `text` is a list of paragraphs; a paragraph is a string (new words), an
 * operation on an earlier article, or a list of these that stand side by side.
 */

import { varyLetters } from "./letters.mjs";
import { core, leading, locate, normalise, readWords, sentences, trailing } from "./tokens.mjs";

/**
 * Paragraphs of an earlier article. `where`: "2", "1-3", "2.1" (paragraph 2, sentence 1), "2.1-2".
 * options: `edits` [[find, replacement, factKind?]…]; `letters` names of letters.mjs; `as` the same words spelt out by
 * hand (harakat); `from`/`to` first and last words of a cut; `speech` the words are reported speech.
 */
export const copy = (id, where, options = {}) => ({ op: "copy", id, where, ...options });

/** New words that retell the given words of an earlier article. */
export const rewrite = (id, where, text, options = {}) => ({ op: "rewrite", id, where, text, ...options });

/** Standing text (agency background, outlet furniture): the same key is the same text everywhere. */
export const boiler = (key, text) => ({ op: "boiler", key, text });

/** Builds all recipes in order: Map id → { recipe, paragraphs: Word[][], parents: Set<id> }. */
export function buildArticles(recipes) {
  const built = new Map();
  const standing = new Map();
  for (const recipe of recipes) {
    if (built.has(recipe.id)) throw new Error(`two recipes are called ${recipe.id}`);
    const parents = new Set();
    const paragraphs = [];
    const context = { recipe, built, standing, parents, fresh: 0 };
    for (const item of recipe.text) {
      if (Array.isArray(item)) paragraphs.push(joinParts(item.map((part) => resolve(part, context).flat())));
      else paragraphs.push(...resolve(item, context));
    }
    built.set(recipe.id, { recipe, paragraphs: paragraphs.filter((words) => words.length > 0), parents });
  }
  return built;
}

function joinParts(parts) {
  return parts.flatMap((words, i) =>
    i === parts.length - 1 || words.length === 0
      ? words
      : [...words.slice(0, -1), { ...words.at(-1), space: words.at(-1).space || " " }],
  );
}

function resolve(part, context) {
  const { recipe, built, standing, parents } = context;
  const event = String(recipe.event);
  if (typeof part === "string") {
    const stem = `${recipe.id}#${context.fresh++}`;
    return [readWords(part, event, (i) => `${stem}:${i}`)];
  }
  if (part.op === "boiler") {
    if (part.text !== undefined)
      standing.set(
        part.key,
        readWords(part.text, event, (i) => `standing/${part.key}:${i}`),
      );
    const words = standing.get(part.key);
    if (!words) throw new Error(`${recipe.id}: standing text ${part.key} is not known yet`);
    return [
      vary(
        words.map((word) => ({ ...word, boiler: true })),
        part,
      ),
    ];
  }
  const source = built.get(part.id);
  if (!source) throw new Error(`${recipe.id}: ${part.id} is not built yet`);
  parents.add(part.id);
  const taken = select(source.paragraphs, part, recipe.id);
  if (part.op === "copy") return taken;
  const stem = `${recipe.id}#${context.fresh++}`;
  const atoms = taken.flat().map((word) => word.atom);
  const words = readWords(part.text, event, (i) => `${stem}:${i}`);
  return [words.map((word) => ({ ...word, group: { key: stem, atoms } }))];
}

function select(paragraphs, part, into) {
  const [range, sentenceRange] = part.where.split(".");
  const [first, last = first] = range.split("-").map(Number);
  if (last > paragraphs.length)
    throw new Error(`${into}: ${part.id} has only ${paragraphs.length} paragraphs`);
  let taken = paragraphs.slice(first - 1, last);
  if (sentenceRange) {
    const [from, to = from] = sentenceRange.split("-").map(Number);
    taken = taken.map((words) => sentences(words, from, to));
  }
  if (part.from) taken[0] = taken[0].slice(locate(taken[0], part.from, into).at);
  if (part.to) {
    const end = locate(taken.at(-1), part.to, into);
    taken[taken.length - 1] = taken.at(-1).slice(0, end.at + end.length);
  }
  if (taken.some((words) => words.length === 0))
    throw new Error(`${into}: nothing stands at ${part.id} ${part.where}`);
  for (const edit of part.edits ?? []) taken = applyEdit(taken, edit, into);
  if (part.as) taken = [spell(taken.flat(), part.as, into)];
  return taken.map((words) =>
    vary(part.speech ? words.map((word) => ({ ...word, speech: true })) : words, part),
  );
}

function vary(words, part) {
  if (!part.letters) return words;
  return words.map((word, i) => {
    const varied = varyLetters(word, part.letters, i);
    if (normalise(varied.text) !== normalise(word.text))
      throw new Error(`letters changed the word ${word.text}`);
    return varied;
  });
}

/** The same words in a spelling written by hand. */
function spell(words, as, into) {
  const spelt = as.split(/\s+/u);
  if (spelt.length !== words.length)
    throw new Error(`${into}: ${spelt.length} words spelt for ${words.length}`);
  return words.map((word, i) => {
    if (normalise(spelt[i]) !== normalise(word.text))
      throw new Error(`${into}: ${spelt[i]} is not ${word.text}`);
    return { ...word, text: spelt[i] };
  });
}

/** Replaces one phrase. Words that stay at either end of the phrase keep their atoms. */
function applyEdit(paragraphs, [find, replacement, kind], into) {
  const hits = paragraphs.flatMap((words, index) => {
    try {
      return [{ index, ...locate(words, find, into) }];
    } catch (error) {
      if (/stands 0 times/.test(error.message)) return [];
      throw error;
    }
  });
  if (hits.length !== 1)
    throw new Error(`${into}: "${find}" stands in ${hits.length} paragraphs, expected one`);
  const { index } = hits[0];
  let { at, length } = hits[0];
  const words = [...paragraphs[index]];
  const old = words.slice(at, at + length);
  let fresh = replacement === "" ? [] : readWords(replacement, "", (i) => `${into}~${find}~${i}`);
  if (kind === undefined) fresh = keepEqualEdges(old, fresh);
  else if (kind !== "number") {
    while (shrinks(old, fresh) && same(old[0], fresh[0])) {
      old.shift();
      fresh.shift();
      at++;
    }
    while (shrinks(old, fresh) && same(old.at(-1), fresh.at(-1))) {
      old.pop();
      fresh.pop();
    }
    length = old.length;
  }
  fresh = markReplaced(old, fresh, kind);
  if (fresh.length > 0) {
    const head = fresh[0];
    if (!leading(head.text)) head.text = leading(old[0].text) + head.text;
    const tail = fresh.at(-1);
    if (!trailing(tail.text)) tail.text += trailing(old.at(-1).text).replace("%", "");
    tail.space = old.at(-1).space;
  } else if (at > 0 && trailing(old.at(-1).text) !== "") {
    const previous = { ...words[at - 1] };
    previous.text =
      previous.text.slice(0, previous.text.length - trailing(previous.text).length) +
      trailing(old.at(-1).text);
    words[at - 1] = previous;
  }
  words.splice(at, length, ...fresh);
  return paragraphs.with(index, words);
}

/** New words remember which they replace, and either tell another fact or the same one in another form. */
function markReplaced(old, fresh, kind) {
  const kept = new Set(fresh.map((word) => word.atom));
  const removed = old.filter((word) => !kept.has(word.atom));
  const stands = removed.flatMap((word) => [word.atom, ...(word.stands ?? [])]);
  const slot = removed.find((word) => word.slot)?.slot;
  const value = normalise(removed.map((word) => word.text).join(" "));
  return fresh.map((word) => {
    if (old.some((before) => before.atom === word.atom)) return word;
    if (kind) return { ...word, stands, slot: { key: slot?.key ?? stands.join("+"), kind, atoms: stands } };
    return { ...word, stands, value, ...(slot && { slot: { ...slot, value } }) };
  });
}

const shrinks = (old, fresh) => old.length > 1 && fresh.length > 1;
const same = (x, y) => x !== undefined && y !== undefined && core(x.text) === core(y.text);

function keepEqualEdges(old, fresh) {
  const kept = fresh.map((word) => ({ ...word }));
  let head = 0;
  while (same(old[head], kept[head])) {
    kept[head] = { ...old[head], text: kept[head].text, space: kept[head].space };
    head++;
  }
  for (
    let tail = 1;
    old.length - tail >= head && kept.length - tail >= head && same(old.at(-tail), kept.at(-tail));
    tail++
  ) {
    kept[kept.length - tail] = { ...old.at(-tail), text: kept.at(-tail).text, space: kept.at(-tail).space };
  }
  return kept;
}
