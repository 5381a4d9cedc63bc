/**
 * A text's tokens for every stage outside the kernel. In: a string. Out: plain arrays that stay valid.
 */
import type { Kernel } from "../kernel/kernel.js";
import type { Keeper } from "./kept.js";

export interface TokenisedText extends Keeper {
  readonly text: string;
  /** Low 32 bits of each token's hash: equal words have equal ids. */
  readonly ids: Uint32Array;
  /** `text.slice(starts[i], ends[i])` is token i as it stands in the text. Starts never fall. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

const encoder = new TextEncoder();
/** UTF-8 bytes that one UTF-16 code unit can take. */
const BYTES_PER_UNIT = 3;

/** Tokenises with whatever kernel is given; uses its input area from the start. O(text). */
export function tokenise(kernel: Kernel, text: string): TokenisedText {
  const { written } = encoder.encodeInto(text, kernel.input(text.length * BYTES_PER_UNIT));
  return tokensOf(kernel, written, text);
}

/** The same, but the arrays are the kernel's own: they hold until its next call, and cost nothing. */
export function tokeniseInPlace(kernel: Kernel, text: string): TokenisedText {
  const { written } = encoder.encodeInto(text, kernel.input(text.length * BYTES_PER_UNIT));
  kernel.tokenise(0, written, true);
  kernel.toUtf16();
  return { text, ids: kernel.ids(), starts: kernel.starts(), ends: kernel.ends() };
}

/** The same where the text's UTF-8 is at hand: encoding costs more than tokenising. */
export function tokeniseBytes(kernel: Kernel, utf8: Uint8Array, text: string): TokenisedText {
  kernel.input(utf8.length).set(utf8);
  return tokensOf(kernel, utf8.length, text);
}

function tokensOf(kernel: Kernel, bytes: number, text: string): TokenisedText {
  kernel.tokenise(0, bytes, true);
  kernel.toUtf16();
  return {
    text,
    ids: kernel.ids().slice(),
    starts: kernel.starts().slice(),
    ends: kernel.ends().slice(),
    kept: undefined,
  };
}
