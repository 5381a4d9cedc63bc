/** Which marks of one family in one paragraph open, close and stand alone: the reading of least cost. */

export interface Mark {
  readonly at: number;
  readonly length: number;
  /** Cost of opening, of closing, of standing alone. */
  readonly open: number;
  readonly close: number;
  readonly alone: number;
}

/** Marks can hold marks of the same family this deep. */
const MOST_DEPTH = 2;

/**
 * The reading of least cost, by dynamic programming over (mark, depth): each mark opens, closes, or stands alone.
 * What is still open at the end counts as standing alone.
 */
export function pairUp(marks: readonly Mark[]): { pairs: [Mark, Mark][]; loose: Mark[] } {
  const states = MOST_DEPTH + 1;
  let costs = new Float64Array(states).fill(Number.POSITIVE_INFINITY);
  costs[0] = 0;
  const steps = new Uint8Array(marks.length * states);
  for (const [k, mark] of marks.entries()) {
    const next = new Float64Array(states).fill(Number.POSITIVE_INFINITY);
    const take = (state: number, cost: number, step: number) => {
      if (cost < next[state]!) {
        next[state] = cost;
        steps[k * states + state] = step;
      }
    };
    for (let depth = 0; depth < states; depth++) {
      const cost = costs[depth]!;
      if (cost === Number.POSITIVE_INFINITY) continue;
      if (depth > 0) take(depth - 1, cost + mark.close, CLOSE);
      if (depth < MOST_DEPTH) take(depth + 1, cost + mark.open + depth * NESTING_COST, OPEN);
      take(depth, cost + mark.alone, ALONE);
    }
    costs = next;
  }
  let depth = 0;
  for (let state = 1; state < states; state++)
    if (costs[state]! + state * UNCLOSED_COST < costs[depth]! + depth * UNCLOSED_COST) depth = state;
  const actions: number[] = [];
  for (let k = marks.length - 1; k >= 0; k--) {
    const step = steps[k * states + depth]!;
    actions.push(step);
    depth += step === OPEN ? -1 : step === CLOSE ? 1 : 0;
  }
  actions.reverse();
  return follow(marks, actions);
}

const OPEN = 1;
const CLOSE = 2;
const ALONE = 3;
const NESTING_COST = 1.2;
const UNCLOSED_COST = 2;

function follow(
  marks: readonly Mark[],
  actions: readonly number[],
): { pairs: [Mark, Mark][]; loose: Mark[] } {
  const pairs: [Mark, Mark][] = [];
  const loose: Mark[] = [];
  const stack: Mark[] = [];
  for (const [k, mark] of marks.entries()) {
    if (actions[k] === OPEN) stack.push(mark);
    else if (actions[k] === CLOSE) pairs.push([stack.pop()!, mark]);
    else loose.push(mark);
  }
  loose.push(...stack);
  loose.sort((a, b) => a.at - b.at);
  pairs.sort((a, b) => a[0].at - b[0].at);
  return { pairs, loose };
}
