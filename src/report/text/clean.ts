/**
 * Text of others made safe for a terminal: no escape sequence, no line break and no direction control of an
 * article reaches it. Controls become visible signs, directions are set by the report alone.
 */
const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const SPACE = /[\t-\r\u0085\u2028\u2029]/;
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** One line of printable text; white space runs become one space. */
export function clean(text: string): string {
  return text.replace(UNSAFE, visible).replace(/\s+/gu, " ").trim();
}

/** As `clean`, but the spaces at both ends stay: for a piece of a longer text. */
export function cleanPiece(text: string): string {
  return text.replace(UNSAFE, visible).replace(/\s+/gu, " ");
}

function visible(character: string): string {
  if (SPACE.test(character)) return " ";
  if (DIRECTION.test(character)) return "";
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? "\u2421" : "\ufffd";
}
