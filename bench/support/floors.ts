/**
 * The two floors that times are held against: what it takes an ordinary Node script to parse the lines and
 * do nothing with them. L keeps each byte as a character (`latin1Slice`), U decodes UTF-8 (`utf8Slice`).
 */
import { best } from "./timing.js";

export interface Floors {
  /** Seconds. */
  readonly L: number;
  readonly U: number;
}

const NEWLINE = 10;

export async function measureFloors(lines: Buffer, passes: number): Promise<Floors> {
  const parse = (slice: (start: number, end: number) => string) => (): number => {
    let objects = 0;
    for (const [start, end] of lineRanges(lines)) if (JSON.parse(slice(start, end)) !== null) objects++;
    return objects;
  };
  return {
    L: await best(
      passes,
      parse((start, end) => lines.latin1Slice(start, end)),
    ),
    U: await best(
      passes,
      parse((start, end) => lines.utf8Slice(start, end)),
    ),
  };
}

/** [start, end) of each line that is not empty. */
export function* lineRanges(lines: Buffer): Generator<readonly [number, number]> {
  for (let start = 0; start < lines.length; ) {
    const newline = lines.indexOf(NEWLINE, start);
    const end = newline < 0 ? lines.length : newline;
    if (end > start) yield [start, end];
    start = end + 1;
  }
}
