/** Runs of shared words that a reader would call one passage. */

/** At most this many words may lie between two shared ones inside a passage. */
export const JOIN = 6;

const COPIED = new Set(["verbatim", "edited"]);

/** Runs `{ kind, pairs, a: [first, last], b: [first, last] }` in order of `a`, joined where they belong together. */
export function mergeRuns(runs, a, b) {
  const sorted = runs.toSorted((x, y) => x.a[0] - y.a[0]);
  return joinNeighbours(gatherShuffled(sorted, a, b));
}

const near = (x, y) => y[0] > x[1] && y[0] - x[1] - 1 <= JOIN;

function joinNeighbours(runs) {
  const merged = [];
  for (const run of runs) {
    const last = merged.at(-1);
    const alike =
      last &&
      (last.shuffled || run.shuffled
        ? COPIED.has(run.kind) && COPIED.has(last.kind)
        : last.kind === run.kind && run.kind === "rewritten");
    if (alike && near(last.a, run.a) && near(last.b, run.b))
      merged[merged.length - 1] = union([last, run], last.shuffled || run.shuffled);
    else merged.push(run);
  }
  return merged;
}

/** Consecutive runs of one paragraph that fill one block of one paragraph on the other side, in another order. */
function gatherShuffled(runs, a, b) {
  for (let size = runs.length; size > 1; size--) {
    for (let at = 0; at + size <= runs.length; at++) {
      const group = runs.slice(at, at + size);
      if (!isShuffledBlock(group, a, b)) continue;
      const rest = gatherShuffled(runs.slice(at + size), a, b);
      return [...gatherShuffled(runs.slice(0, at), a, b), union(group, true), ...rest];
    }
  }
  return runs;
}

function isShuffledBlock(group, a, b) {
  const inB = group.toSorted((x, y) => x.b[0] - y.b[0]);
  const contiguous = (ordered, side) =>
    ordered.every((run, i) => i === 0 || near(ordered[i - 1][side], run[side]));
  return (
    group.every((run) => COPIED.has(run.kind)) &&
    contiguous(group, "a") &&
    contiguous(inB, "b") &&
    inB.some((run, i) => run !== group[i]) &&
    oneParagraph(group, "a", a) &&
    oneParagraph(group, "b", b)
  );
}

function oneParagraph(group, side, article) {
  const spans = group.map(({ [side]: [first, last] }) => [
    article.words[first].paragraph,
    article.words[last].paragraph,
  ]);
  return Math.max(...spans.map(([first]) => first)) <= Math.min(...spans.map(([, last]) => last));
}

function union(group, shuffled) {
  const reach = (side) => [
    Math.min(...group.map((run) => run[side][0])),
    Math.max(...group.map((run) => run[side][1])),
  ];
  const kind = group[0].kind === "rewritten" ? "rewritten" : "edited";
  return {
    kind,
    pairs: group.reduce((sum, run) => sum + run.pairs, 0),
    a: reach("a"),
    b: reach("b"),
    shuffled,
  };
}
