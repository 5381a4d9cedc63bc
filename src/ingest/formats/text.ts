/**
 * A plain text file → one record. Its id is its path; its first line may be a title.
 */
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
  if (decoded.text.trim() === "") return "no text (the file is empty)";
  const values = splitTitle(decoded.text);
  return {
    values,
    from: { text: "the file", ...(values.title === undefined ? {} : { title: "first line" }) },
  };
});

/**
 * The first line is the title where a blank line follows or it is clearly short: few words, no full stop, and
 * less than what follows. A file of one line is a text.
 */
export function splitTitle(whole: string): { readonly text: string; readonly title?: string } {
  const text = whole.trim();
  const first = /^([^\r\n]+)(?:\r\n?|\n)([^\S\r\n]*(?:\r\n?|\n))?\s*/.exec(text);
  if (first === null) return { text };
  const title = first[1]!.trim();
  const rest = text.slice(first[0].length);
  const words = title.split(/\s+/).length;
  if (first[2] !== undefined) return words <= TITLE_WORDS_APART ? { text: rest, title } : { text };
  const short =
    words <= TITLE_WORDS && !/[.!?؟۔…،؛:,;]["”»’')\]]*$/.test(title) && title.length < rest.length;
  return short ? { text: rest, title } : { text };
}
