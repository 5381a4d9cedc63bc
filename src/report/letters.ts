/**
 * Letters of scripts that put no space between words, for use inside a character class with the flag `u`: each counts as
 * a word, as they do for the tokeniser, and a mark may begin or end at any of them.
 */
export const UNSPACED = ["Han", "Hira", "Kana", "Thai", "Laoo", "Khmr", "Mymr", "Tibt"]
  .map((script) => `\\p{scx=${script}}`)
  .join("");
