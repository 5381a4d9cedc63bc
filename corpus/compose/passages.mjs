/**
 * The passages two rendered articles share, read from the identities of their words.
 *
 * Shared words in the same order make one passage as long as at most JOIN words lie between two of them on either side;
 * SPLIT or more end it. Anything between would be a matter of taste, so the composer refuses to write it.
 * Standing text is a passage of its own (boilerplate), and so is a rewriting. Sentences that changed places inside one
 * copied paragraph are one passage (merge.mjs).
 */
import { narrowToShared, similarity } from "./likeness.mjs";
import { JOIN, mergeRuns } from "./merge.mjs";
import { normalise } from "./tokens.mjs";

const SPLIT = 10;
const LEAST_WORDS = 5;

/** Passages `{ a, b, kind }` in order of their place in `a`. */
export function findPassages(a, b, warn) {
  const runs = mergeRuns([...sharedRuns(a, b, warn), ...rewrittenRuns(a, b)], a, b);
  for (const run of runs) {
    if (run.kind === "rewritten") [run.a, run.b] = narrowToShared(a.words, run.a, b.words, run.b);
    checkLikeness(run, a, b, warn);
  }
  return runs
    .filter((run) => run.kind !== "boilerplate" || run.pairs >= LEAST_WORDS)
    .map((run) => ({ a: rangeOf(a, run.a), b: rangeOf(b, run.b), kind: run.kind }));
}

/** An edited passage keeps most of its words and a rewriting does not: nothing in between, so that no kind is a taste. */
function checkLikeness(run, a, b, warn) {
  if (run.shuffled || (run.kind !== "edited" && run.kind !== "rewritten")) return;
  const share = similarity(a.words, run.a, b.words, run.b);
  if (run.kind === "edited" ? share < 0.78 : share > 0.56 || share < 0.3) {
    warn(`${a.recipe.id} ${b.recipe.id}: ${run.kind}, but ${share.toFixed(2)} of the words are equal`);
  }
}

const rangeOf = (article, [first, last]) => ({
  start: article.words[first].start,
  end: article.words[last].end,
});

function sharedRuns(a, b, warn) {
  const inB = new Map(b.words.map((word, j) => [word.atom, j]));
  const runs = [];
  let run = null;
  a.words.forEach((word, i) => {
    const j = inB.get(word.atom);
    if (j === undefined) return;
    const boiler = word.boiler === true;
    if (run && boiler === run.boiler && j > run.lastB) {
      const gap = Math.max(i - run.lastA, j - run.lastB) - 1;
      if (gap > JOIN && gap < SPLIT)
        warn(`${a.recipe.id} ${b.recipe.id}: a gap of ${gap} words before "${word.text}"`);
      if (gap < SPLIT) {
        run.steps.push([i, j]);
        run.lastA = i;
        run.lastB = j;
        return;
      }
    }
    run = { boiler, steps: [[i, j]], lastA: i, lastB: j };
    runs.push(run);
  });
  return runs.flatMap((found) => {
    const { steps } = found;
    dropLooseEdges(steps);
    if (steps.length < LEAST_WORDS) {
      const words = steps.map(([i]) => a.words[i].text).join(" ");
      if (steps.length > 2) warn(`${a.recipe.id} ${b.recipe.id}: left out the short run "${words}"`);
      return [];
    }
    const kind = found.boiler ? "boilerplate" : kindOf(a, b, steps);
    return [
      { kind, pairs: steps.length, a: [steps[0][0], steps.at(-1)[0]], b: [steps[0][1], steps.at(-1)[1]] },
    ];
  });
}

/** A word or two at an end, far from the rest, are no part of the passage. */
function dropLooseEdges(steps) {
  const gapBefore = (k) => Math.max(steps[k][0] - steps[k - 1][0], steps[k][1] - steps[k - 1][1]) - 1;
  for (let k = 1; k < Math.min(JOIN, steps.length); k++) {
    if (gapBefore(k) > 2 * k) {
      steps.splice(0, k);
      k = 0;
    }
  }
  for (let k = 1; k < Math.min(JOIN, steps.length); k++) {
    if (gapBefore(steps.length - k) > 2 * k) {
      steps.splice(steps.length - k, k);
      k = 0;
    }
  }
}

function kindOf(a, b, steps) {
  const spoken = steps.every(([i, j]) => isSpoken(a.words[i]) && isSpoken(b.words[j]));
  if (spoken) return "quotation";
  const unbroken = steps.every(
    ([i, j], k) => k === 0 || (i === steps[k - 1][0] + 1 && j === steps[k - 1][1] + 1),
  );
  const equal = steps.every(([i, j]) => normalise(a.words[i].text) === normalise(b.words[j].text));
  return unbroken && equal ? "verbatim" : "edited";
}

const isSpoken = (word) => word.quoted || word.speech === true;

/** A rewriting against the words it retells, wherever most of those stand. */
function rewrittenRuns(a, b) {
  return [...retold(a, b, false), ...retold(b, a, true)];
}

function retold(teller, told, swapped) {
  const groups = new Map();
  teller.words.forEach((word, i) => {
    if (!word.group) return;
    const group = groups.get(word.group.key) ?? { atoms: new Set(word.group.atoms), first: i, last: i };
    group.last = i;
    groups.set(word.group.key, group);
  });
  const runs = [];
  for (const [key, group] of groups) {
    if (told.words.some((word) => word.group?.key === key)) continue;
    const at = told.words.flatMap((word, j) =>
      group.atoms.has(word.atom) || word.stands?.some((atom) => group.atoms.has(atom)) ? [j] : [],
    );
    let range = at.length >= group.atoms.size * 0.6 ? [at[0], at.at(-1)] : null;
    if (!range && !swapped) range = otherTelling(told, group);
    if (!range) continue;
    const own = [group.first, group.last];
    runs.push({
      kind: "rewritten",
      pairs: own[1] - own[0] + 1,
      a: swapped ? range : own,
      b: swapped ? own : range,
    });
  }
  return runs;
}

/** Another rewriting of the same words. */
function otherTelling(told, group) {
  const at = told.words.flatMap((word, j) => {
    const shared = word.group?.atoms.filter((atom) => group.atoms.has(atom)).length ?? 0;
    return shared > 0 && shared >= word.group.atoms.length * 0.6 ? [j] : [];
  });
  return at.length > 0 ? [at[0], at.at(-1)] : null;
}
