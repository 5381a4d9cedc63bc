/**
 * This build's kernel against a stored earlier one: alternating calls of under half a millisecond, the median
 * of the ratios of neighbouring pairs. On a noisy machine absolute times vary by 2.5; this by some 1.5 %.
 */

import { SKETCH } from "../../src/document/sketch.js";
import type { Kernel } from "../../src/kernel/kernel.js";
import { LINE, LineScanner, SCRATCH_BYTES } from "../../src/kernel/scanner.js";

const PAIRS = 101;
const WARM_UP_PAIRS = 40;
/** What one call works on: about 0.3 ms for the slowest case. */
const LINES_BYTES = 120_000;
/** The scanner is some six times as fast as the rest: a single round would be too short to time. */
const SCAN_ROUNDS = 6;

/** Speed of `now` in units of `then`, by case: 1.1 is ten per cent faster. */
export type Ratios = Readonly<Record<string, number>>;

export function speedRatios(then: Kernel, now: Kernel, lines: Buffer): Ratios {
  const [old, current] = [then, now].map((kernel) => cases(kernel, lines.subarray(0, LINES_BYTES))) as [
    Cases,
    Cases,
  ];
  return Object.fromEntries(
    Object.keys(current).map((name) => [name, medianRatio(old[name]!, current[name]!, name)]),
  );
}

type Cases = Readonly<Record<string, () => number>>;

/** The lines lie in the input area from now on; each case returns a number that depends on all it did. */
function cases(kernel: Kernel, bytes: Buffer): Cases {
  const lines = bytes.subarray(0, bytes.lastIndexOf(10) + 1);
  kernel.input(lines.length + SCRATCH_BYTES).set(lines);
  const scanner = new LineScanner(kernel, ["text"]);
  const texts: (readonly [number, number])[] = [];
  const scan = (): number => {
    let records = 0;
    for (let round = 0; round < SCAN_ROUNDS; round++) {
      for (let at = 0; at < lines.length; at = scanner.next) {
        if (scanner.scan(at, lines.length) === LINE.record) records++;
      }
    }
    return records;
  };
  for (let at = 0; at < lines.length; at = scanner.next) {
    scanner.scan(at, lines.length);
    texts.push([scanner.starts[0]!, scanner.ends[0]!]);
  }
  // Quotation marks stand escaped in the line: a range beyond the lines does not last, and is left out.
  const lasting = texts.filter(([, end]) => end <= lines.length);
  const signature = new Uint32Array(SKETCH.slots);
  const sketch = (scheme: "fss" | "affine32") => (): number => {
    let sum = 0;
    for (const [start, end] of lasting) {
      kernel.tokenise(start, end, false);
      kernel.sketch(scheme, SKETCH.shingleTokens, signature);
      sum = (sum + signature[0]!) >>> 0;
    }
    return sum;
  };
  return {
    scan,
    tokenise: () => lasting.reduce((sum, [start, end]) => sum + kernel.tokenise(start, end, true), 0),
    "sketch fss": sketch("fss"),
    "sketch affine32": sketch("affine32"),
  };
}

function medianRatio(then: () => number, now: () => number, name: string): number {
  if (then() !== now())
    throw new Error(`${name}: another answer than the stored kernel's; if that is meant, --store-kernel`);
  const time = (work: () => number): number => {
    const started = performance.now();
    work();
    return performance.now() - started;
  };
  const ratios: number[] = [];
  for (let pair = -WARM_UP_PAIRS; pair < PAIRS; pair++) {
    // The one that goes first finds colder caches: they take turns.
    const first = pair % 2 === 0 ? time(then) : 0;
    const current = time(now);
    const earlier = pair % 2 === 0 ? first : time(then);
    if (pair >= 0) ratios.push(earlier / current);
  }
  return ratios.sort((x, y) => x - y)[(PAIRS - 1) / 2]!;
}
