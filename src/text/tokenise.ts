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

/**
 * The texts read last: the steps of a trace (comparing, credits, quotations, statements) each ask for the same few. Bounded
 * by UTF-16 units, of which one takes about 3 bytes here. A Map iterates in order of insertion: its first are the oldest.
 */
const recent = new Map<string, TokenisedText>();
const RECENT_UNITS = 1_000_000;
/** Shorter ones are read as fast as they are looked up. */
const SHORT_UNITS = 256;
let recentUnits = 0;

/**
 * Tokenises with whatever kernel is given; uses its input area from the start. O(text). The arrays are shared with whoever
 * asks for the same text: nobody may write to them.
 */
export function tokenise(kernel: Kernel, text: string): TokenisedText {
  return known(text) ?? remembered(made(kernel, text));
}

function made(kernel: Kernel, text: string): TokenisedText {
  const { written } = encoder.encodeInto(text, kernel.input(text.length * BYTES_PER_UNIT));
  return tokensOf(kernel, written, text);
}

/** The same, but the arrays may be the kernel's own: they hold until its next call, and cost nothing. */
export function tokeniseInPlace(kernel: Kernel, text: string): TokenisedText {
  const before = known(text);
  if (before !== undefined) return before;
  const { written } = encoder.encodeInto(text, kernel.input(text.length * BYTES_PER_UNIT));
  kernel.tokenise(0, written, true);
  kernel.toUtf16();
  return { text, ids: kernel.ids(), starts: kernel.starts(), ends: kernel.ends() };
}

/** The same where the text's UTF-8 is at hand: encoding costs more than tokenising. */
export function tokeniseBytes(kernel: Kernel, utf8: Uint8Array, text: string): TokenisedText {
  const before = known(text);
  if (before !== undefined) return before;
  kernel.input(utf8.length).set(utf8);
  return remembered(tokensOf(kernel, utf8.length, text));
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

/** What is kept with a text lies on the object: each asker has one of its own. */
function known(text: string): TokenisedText | undefined {
  const found = text.length < SHORT_UNITS ? undefined : recent.get(text);
  return found === undefined ? undefined : { ...found, kept: undefined };
}

function remembered(tokens: TokenisedText): TokenisedText {
  const { text, ids, starts, ends } = tokens;
  if (text.length < SHORT_UNITS) return tokens;
  recent.set(text, { text, ids, starts, ends });
  recentUnits += text.length;
  for (const oldest of recent.keys()) {
    if (recentUnits <= RECENT_UNITS) break;
    recent.delete(oldest);
    recentUnits -= oldest.length;
  }
  return tokens;
}
