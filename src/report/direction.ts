/**
 * Direction of writing, by the letters that stand in a text. Majority, not the first strong letter: an Arabic
 * paragraph may begin with a Latin name.
 */
export type Direction = "rtl" | "ltr";

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const LETTERS = /\p{L}/gu;

const FIRST_STRONG_ISOLATE = "\u2068";
const LEFT_TO_RIGHT_ISOLATE = "\u2066";
const RIGHT_TO_LEFT_ISOLATE = "\u2067";
const POP_ISOLATE = "\u2069";

export function hasRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/** O(length); looks at the first 2,000 code units, which settle it for any article. */
export function direction(text: string): Direction {
  if (!hasRightToLeft(text)) return "ltr";
  let balance = 0;
  for (const [letter] of text.slice(0, 2000).matchAll(LETTERS))
    balance += RIGHT_TO_LEFT.test(letter) ? 1 : -1;
  return balance >= 0 ? "rtl" : "ltr";
}

/**
 * Wraps text that holds right-to-left letters so that it cannot reorder what stands around it on the line. Without
 * `towards` its first strong letter gives its direction.
 */
export function isolate(text: string, towards?: Direction): string {
  if (towards === "rtl") return RIGHT_TO_LEFT_ISOLATE + text + POP_ISOLATE;
  if (!hasRightToLeft(text)) return text;
  return (towards === "ltr" ? LEFT_TO_RIGHT_ISOLATE : FIRST_STRONG_ISOLATE) + text + POP_ISOLATE;
}
