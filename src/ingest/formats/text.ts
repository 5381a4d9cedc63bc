/**
 * A plain text file → one record. Its id is its path, its text the whole file; its first line may be its title too.
 */

import { isDateline } from "../../language/dateline.js";
import { decodeText } from "../charset.js";
import { oneArticle, wholeBytes } from "../emit.js";

/** A first line with a blank one after it is a title up to this many words; a longer one is a lead. */
const TITLE_WORDS_APART = 40;
/** Directly above the text, "clearly short". Headlines of the Arabic press seldom have more than 16. */
const TITLE_WORDS = 20;

export const text = oneArticle(async (source, { encoding, maxRecordBytes }) => {
  const bytes = await wholeBytes(source, maxRecordBytes);
  if (typeof bytes === "string") return bytes;
  const decoded = decodeText(bytes, encoding);
  if ("refused" in decoded) return decoded.refused;
  // The whole file, its first line included: an offset in the text is one in the file.
  const { text } = decoded;
  if (text.trim() === "") return "no text (the file is empty)";
  const title = source.facts.title === undefined ? titleOf(text) : undefined;
  return title === undefined
    ? { values: { text }, from: { text: "the file" } }
    : { values: { text, title }, from: { text: "the file", title: "first line" } };
});

/**
 * The first line is the title where a blank line follows or it is clearly short: few words, no full stop, and
 * less than what follows. A file of one line is a text, and a dateline is no title.
 */
export function titleOf(whole: string): string | undefined {
  const text = whole.trim();
  const first = /^([^\r\n]+)(?:\r\n?|\n)([^\S\r\n]*(?:\r\n?|\n))?\s*/.exec(text);
  if (first === null) return undefined;
  const title = first[1]!.trim();
  if (isDateline(title)) return undefined;
  const words = title.split(/\s+/).length;
  if (first[2] !== undefined) return words <= TITLE_WORDS_APART ? title : undefined;
  const isShort = words <= TITLE_WORDS && title.length < text.length - first[0].length;
  return isShort && !/[.!?؟۔…،؛:,;]["”»’')\]]*$/.test(title) ? title : undefined;
}
