/** Who copied whom, as far as the articles show it. Ancestry is known; a direction also needs evidence a reader sees. */
import { SOURCES } from "../source/sources.mjs";
import { normalise } from "./tokens.mjs";

const UNDATED = "neither time nor credit tells";

/** `{ direction, reason }` of a pair whose verdict is known; `built` gives the ancestors. */
export function directionOf(a, b, verdict, built) {
  if (verdict === "related") return { direction: "undecided", reason: relatedReason(a, b) };
  const aFirst = ancestors(b.recipe.id, built).has(a.recipe.id);
  const bFirst = ancestors(a.recipe.id, built).has(b.recipe.id);
  if (aFirst || bFirst) {
    const [from, to] = aFirst ? [a, b] : [b, a];
    const evidence = evidenceOf(from, to);
    const name = `${from.recipe.id} stands behind ${to.recipe.id}`;
    if (!evidence) return { direction: "undecided", reason: `${name}, but ${UNDATED}: ${timesOf(from, to)}` };
    return { direction: aFirst ? "a→b" : "b→a", reason: `${name}: ${evidence}` };
  }
  const common = [...ancestors(a.recipe.id, built)]
    .filter((id) => ancestors(b.recipe.id, built).has(id))
    .sort();
  const known = common.filter((id) => !built.get(id).recipe.unseen);
  const where = known.length > 0 ? known.join(", ") : "an item that is not in the corpus";
  return {
    direction: "undecided",
    reason: `neither copied the other: both stand on ${where}; ${siblingEvidence(a, b)}`,
  };
}

function relatedReason(a, b) {
  return a.recipe.thread && a.recipe.event !== b.recipe.event
    ? "another day of the same story, only the standing background is common"
    : "told independently";
}

/** Times that can be put in order and are not equal: -1 when x is earlier, 1 when later, 0 when nothing can be said. */
function order(x, y) {
  const [left, right] = [x.recipe.published, y.recipe.published];
  if (left === undefined || right === undefined) return 0;
  if (left.length === 10 || right.length === 10) {
    const [dayLeft, dayRight] = [left.slice(0, 10), right.slice(0, 10)];
    return dayLeft < dayRight ? -1 : dayLeft > dayRight ? 1 : 0;
  }
  return Math.sign(Date.parse(left) - Date.parse(right));
}

function timesOf(x, y) {
  const show = (article) => article.recipe.published ?? "undated";
  return `${show(x)} and ${show(y)}`;
}

/** Whether `article` names `source` as where it took its text from. */
export function credits(article, source) {
  const shown = normalise(`${article.recipe.byline ?? ""} | ${article.text}`);
  return SOURCES[source].aliases.some((alias) => ` ${shown} `.includes(` ${normalise(alias)} `));
}

function evidenceOf(from, to) {
  const credited = from.recipe.source !== to.recipe.source && credits(to, from.recipe.source);
  const earlier = order(from, to);
  if (credited && earlier > 0) return "it is credited, though the copy's date is the earlier";
  if (credited && earlier < 0) return "it is credited and earlier";
  if (credited) return "it is credited";
  if (earlier < 0) return "it is earlier";
  if (earlier === 0 && SOURCES[from.recipe.source].agency && !SOURCES[to.recipe.source].agency) {
    return "it is the agency's own item, though no times show it";
  }
  return null;
}

function siblingEvidence(a, b) {
  if (order(a, b) === 0) return `${UNDATED} (${timesOf(a, b)})`;
  return "one is later, which does not make it the copy";
}

function ancestors(id, built, seen = new Set()) {
  for (const parent of built.get(id).parents) {
    if (seen.has(parent)) continue;
    seen.add(parent);
    ancestors(parent, built, seen);
  }
  return seen;
}
