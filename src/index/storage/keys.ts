/** Keys of the store: one letter for the part, then numbers, big-endian so that they sort. */

export const PARTS = {
  header: "h",
  state: "s",
  documents: "d",
  answers: "a",
  rows: "r",
  sketches: "k",
  edges: "e",
  words: "w",
  wordLog: "v",
  blocks: "b",
  postLog: "l",
} as const;

export type Part = keyof typeof PARTS;

export function keyOf(part: Part, ...numbers: number[]): Uint8Array {
  const key = new Uint8Array(1 + 4 * numbers.length);
  key[0] = PARTS[part].charCodeAt(0);
  const view = new DataView(key.buffer);
  for (let i = 0; i < numbers.length; i++) view.setUint32(1 + 4 * i, numbers[i]!);
  return key;
}

/** The numbers of a key. */
export function numbersOf(key: Uint8Array): number[] {
  const view = new DataView(key.buffer, key.byteOffset, key.length);
  const numbers: number[] = [];
  for (let at = 1; at + 4 <= key.length; at += 4) numbers.push(view.getUint32(at));
  return numbers;
}
