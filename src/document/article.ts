/** From a document to what is compared: its tokens, and what is known of it besides. */
import type { TokenisedText } from "../text/tokenise.js";
import { publishedInstant } from "../times.js";

/** A text and what is known of it besides. */
export interface Article extends TokenisedText {
  /** Empty where there is none. */
  readonly title: string;
  /** When it was published, or else captured, in milliseconds since 1970; NaN where neither is known. */
  readonly instant: number;
  /** The outlet; empty where it is not known. */
  readonly source?: string;
}

/** What an article takes from its document, besides the text. */
export interface ArticleFields {
  readonly title?: string | undefined;
  readonly source?: string | undefined;
  readonly published?: string | undefined;
  readonly captured?: string | undefined;
}

/** An empty field counts as absent. */
export function articleOf(
  tokens: TokenisedText,
  { title = "", source = "", published, captured }: ArticleFields,
): Article {
  const { text, ids, starts, ends } = tokens;
  return { text, ids, starts, ends, title, source, instant: publishedInstant(published || captured || "") };
}
