/**
 * Aho–Corasick over small integers: all patterns of all lengths in one pass over a sequence of symbols. In: patterns
 * as symbols. Out: every place where one ends. O(symbols + matches), whatever the patterns (Aho and Corasick 1975).
 */

export class Automaton {
  /** State × symbols + symbol → state, sparse: most symbols lead back to the root. */
  readonly #next = new Map<number, number>();
  readonly #fail: number[] = [0];
  /** The pattern that ends in a state, or -1; and the next shorter state with one, or 0. */
  readonly #ends: number[] = [-1];
  readonly #shorter: number[] = [0];
  readonly #symbols: number;

  /** Symbols are 1..`symbols` - 1; a pattern given twice ends with its first index. */
  constructor(patterns: readonly (readonly number[])[], symbols: number) {
    this.#symbols = symbols;
    const children: number[][] = [[]];
    for (const [index, pattern] of patterns.entries()) {
      let state = 0;
      for (const symbol of pattern) {
        const key = state * symbols + symbol;
        let next = this.#next.get(key);
        if (next === undefined) {
          next = this.#ends.length;
          this.#next.set(key, next);
          this.#ends.push(-1);
          this.#fail.push(0);
          this.#shorter.push(0);
          children.push([]);
          children[state]!.push(symbol);
        }
        state = next;
      }
      if (this.#ends[state] === -1) this.#ends[state] = index;
    }
    // Breadth first, so that a state's fallback is known before its children ask for it.
    const queue = [0];
    for (let at = 0; at < queue.length; at++) {
      const state = queue[at]!;
      for (const symbol of children[state]!) {
        const child = this.#next.get(state * symbols + symbol)!;
        const fail = state === 0 ? 0 : this.step(this.#fail[state]!, symbol);
        this.#fail[child] = fail;
        this.#shorter[child] = this.#ends[fail] === -1 ? this.#shorter[fail]! : fail;
        queue.push(child);
      }
    }
  }

  /** The state after one more symbol; 0 is the root, and symbol 0 stands in no pattern. */
  step(state: number, symbol: number): number {
    if (symbol === 0) return 0;
    for (let from = state; ; from = this.#fail[from]!) {
      const next = this.#next.get(from * this.#symbols + symbol);
      if (next !== undefined) return next;
      if (from === 0) return 0;
    }
  }

  /** The longest pattern that ends in a state; -1 for none. */
  longest(state: number): number {
    const end = this.#ends[state]!;
    return end === -1 ? (this.#ends[this.#shorter[state]!] ?? -1) : end;
  }
}
