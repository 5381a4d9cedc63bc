/** Names for what has none: a digest of what it rests on, so that the same thing is called the same on the next run. */
import { hashToken } from "../../kernel/hash.js";

const ENCODER = new TextEncoder();

/** 16 hexadecimal digits, whatever the order of the parts. */
export function digestOf(parts: readonly string[]): string {
  const halves = new Uint32Array(2);
  hashToken(ENCODER.encode(JSON.stringify(parts.toSorted())), halves);
  return [halves[1]!, halves[0]!].map((half) => half.toString(16).padStart(8, "0")).join("");
}
