/** Which blocks of a page stand in the text that people marked. */
import type { Block } from "../../src/ingest/page/blocks.js";
import { wordsOf } from "./score.js";

const SHINGLE = 4;

/** Share of a block's words that are in the marked text, 0..1. */
export function labelBlocks(blocks: readonly Block[], wanted: string): Float32Array {
  const gold = wordsOf(wanted);
  const places = new Map<string, number[]>();
  for (let at = 0; at + SHINGLE <= gold.length; at++) {
    const key = gold.slice(at, at + SHINGLE).join(" ");
    const list = places.get(key);
    if (list === undefined) places.set(key, [at]);
    else list.push(at);
  }
  const words = blocks.map(({ text }) => wordsOf(text));
  const labels = new Float32Array(blocks.length);
  const start = new Int32Array(blocks.length).fill(-1);
  const end = new Int32Array(blocks.length).fill(-1);
  let pointer = 0;
  for (const [at, list] of words.entries()) {
    if (list.length < SHINGLE) continue;
    let covered = 0;
    let until = 0;
    for (let i = 0; i + SHINGLE <= list.length; i++) {
      const found = places.get(list.slice(i, i + SHINGLE).join(" "));
      if (found === undefined) continue;
      covered += i + SHINGLE - Math.max(i, until);
      until = i + SHINGLE;
      const place = found.find((spot) => spot >= pointer) ?? found[0]!;
      if (start[at]! < 0) start[at] = place;
      end[at] = place + SHINGLE;
    }
    labels[at] = covered / list.length;
    if (labels[at]! > 0.7 && list.length > 6) pointer = Math.max(pointer, end[at]!);
  }
  labelShort(words, gold, labels, start, end);
  return labels;
}

/** A line of up to three words is marked if it stands between what its neighbours were found between. */
function labelShort(
  words: readonly string[][],
  gold: readonly string[],
  labels: Float32Array,
  start: Int32Array,
  end: Int32Array,
): void {
  let from = 0;
  for (const [at, list] of words.entries()) {
    if (list.length >= SHINGLE) {
      if (labels[at]! > 0.7 && end[at]! > from) from = end[at]!;
      continue;
    }
    let next = -1;
    for (let later = at + 1; later < words.length && later < at + 40; later++)
      if (words[later]!.length >= SHINGLE && labels[later]! > 0.7 && start[later]! >= from) {
        next = start[later]!;
        break;
      }
    const until = next < 0 ? Math.min(gold.length, from + 30) : Math.min(next + 1, from + 60);
    for (let place = from; place + list.length <= until; place++) {
      if (!list.every((word, i) => gold[place + i] === word)) continue;
      labels[at] = 1;
      from = place + list.length;
      break;
    }
  }
}
