/** Where the other text stands when one is scrolled: passages are the fixed points, between them by proportion. */
export interface Anchor {
  readonly a: number;
  readonly b: number;
}

/** The longest run of anchors that ascend on both sides, with the ends of both texts. O(n²), n passages. */
export function anchorsInOrder(anchors: readonly Anchor[], heightA: number, heightB: number): Anchor[] {
  const sorted = [...anchors].sort((x, y) => x.a - y.a || x.b - y.b);
  const lengths: number[] = [];
  const before: number[] = [];
  let best = -1;
  sorted.forEach((one, i) => {
    lengths[i] = 1;
    before[i] = -1;
    for (let j = 0; j < i; j++) {
      const fits = sorted[j]!.a < one.a && sorted[j]!.b < one.b;
      if (fits && lengths[j]! + 1 > lengths[i]!) {
        lengths[i] = lengths[j]! + 1;
        before[i] = j;
      }
    }
    if (best < 0 || lengths[i]! > lengths[best]!) best = i;
  });
  const run: Anchor[] = [];
  for (let i = best; i >= 0; i = before[i]!) run.unshift(sorted[i]!);
  const inner = run.filter(({ a, b }) => a > 0 && b > 0 && a < heightA && b < heightB);
  return [{ a: 0, b: 0 }, ...inner, { a: heightA, b: heightB }];
}

/** The place on the other side of `at` on side `from`. */
export function across(anchors: readonly Anchor[], from: "a" | "b", at: number): number {
  const to = from === "a" ? "b" : "a";
  const next = anchors.findIndex((one) => one[from] >= at);
  if (next <= 0) return next === 0 ? anchors[0]![to] : anchors.at(-1)![to];
  const low = anchors[next - 1]!;
  const high = anchors[next]!;
  const share = high[from] === low[from] ? 0 : (at - low[from]) / (high[from] - low[from]);
  return low[to] + share * (high[to] - low[to]);
}
