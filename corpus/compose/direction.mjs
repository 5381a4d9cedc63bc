/** Who copied whom, as far as the articles show it. Ancestry is known; a direction also needs evidence a reader sees. */
import { SOURCES } from "../source/sources.mjs";
import { normalise } from "./tokens.mjs";

const UNDATED = "neither time nor credit tells";
const HOUR_MS = 3_600_000;
/** A day without a zone begins and ends this much earlier or later elsewhere. */
const [EAST_MS, WEST_MS] = [14 * HOUR_MS, 12 * HOUR_MS];

/** `{ direction, reason }` of a pair whose verdict is known; `built` gives the ancestors. */
export function directionOf(a, b, verdict, built) {
  if (verdict === "same-news") return { direction: "undecided", reason: relatedReason(a, b) };
  const aFirst = ancestors(b.recipe.id, built).has(a.recipe.id);
  const bFirst = ancestors(a.recipe.id, built).has(b.recipe.id);
  if (aFirst || bFirst) {
    const [from, to] = aFirst ? [a, b] : [b, a];
    const { evidence, doubt } = evidenceOf(from, to);
    const name = `${from.recipe.id} stands behind ${to.recipe.id}`;
    if (!evidence) return { direction: "undecided", reason: `${name}, but ${doubt}` };
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
function order(x, y, slack = 1) {
  const [left, right] = [x.recipe.published, y.recipe.published];
  if (left === undefined || right === undefined) return 0;
  if (left.length === 10 && right.length === 10) return left < right ? -1 : left > right ? 1 : 0;
  const [p, q] = [span(left, slack), span(right, slack)];
  return p.until < q.from ? -1 : q.until < p.from ? 1 : 0;
}

/** Without slack a day is one of the place that the other's zone is of. */
function span(published, slack) {
  const from = Date.parse(slack === 0 ? published.replace(/[+]\d\d:\d\d$/u, "Z") : published);
  if (published.length > 10) return { from, until: from };
  return { from: from - slack * EAST_MS, until: from + 24 * HOUR_MS - 1 + slack * WEST_MS };
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
  if (credited && order(from, to, 0) > 0) return { doubt: "credit and dates contradict one another" };
  if (credited) return { evidence: earlier < 0 ? "it is credited and earlier" : "it is credited" };
  const isItem = SOURCES[from.recipe.source].agency && !SOURCES[to.recipe.source].agency;
  const isOwn = from.recipe.source === to.recipe.source;
  if (earlier < 0 && isItem) return { evidence: "it is the agency's item, and earlier" };
  if (earlier < 0 && isOwn) return { evidence: "it is of the same house, and earlier" };
  if (earlier < 0) return { doubt: "that it is earlier a common source explains as well" };
  if (isItem) return { doubt: `that it is the agency's own item does not show it: ${timesOf(from, to)}` };
  return { doubt: `${UNDATED}: ${timesOf(from, to)}` };
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
