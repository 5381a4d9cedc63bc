/** A document as it was read, as a line of JSON that every command reads again; keys always in the same order. */
import type { Document } from "../model/index.js";

/** How a document was read: of each field where it came from, and what of a page was left out. */
export interface HowRead {
  readonly from: Readonly<Record<string, string>>;
  readonly cut?: readonly { readonly what: string; readonly words: number }[];
}

export function readLine(document: Document, how: HowRead | null): string {
  const { id, title, text, source, published, modified, captured, url, byline, lang, links, repairs } =
    document;
  const record = {
    id,
    title,
    text,
    source,
    published,
    modified,
    captured,
    url,
    byline,
    lang,
    links,
    repairs,
    from: how?.from,
    cut: how?.cut?.length ? how.cut : undefined,
  };
  return `${JSON.stringify(record)}\n`;
}
