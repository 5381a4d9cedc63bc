/** The steps from a page's bytes to its article. */

import type { PageArticle, PageHints, PageRefusal } from "./article.js";
import { blocksOf, countWords } from "./blocks.js";
import { chooseBlocks } from "./choose.js";
import { decodePage } from "./decode.js";
import { embeddedText } from "./embedded.js";
import { readFields } from "./fields.js";
import { linksOf } from "./links.js";
import { mhtmlPage } from "./mhtml.js";
import { renderText } from "./render.js";
import { parseTree, type Tree } from "./tree.js";

const MOST_BYTES = 64 << 20;

export function readPage(bytes: Uint8Array, hints: PageHints = {}): PageArticle | PageRefusal {
  if (bytes.length > MOST_BYTES)
    return { reason: `a page of ${bytes.length} bytes; at most ${MOST_BYTES} are read` };
  const saved = mhtmlPage(bytes);
  if (saved === null) return readHtml(bytes, hints);
  if ("reason" in saved) return saved;
  return readHtml(saved.bytes, {
    url: hints.url ?? saved.url,
    charset: hints.charset,
    contentType: saved.contentType,
  });
}

function readHtml(bytes: Uint8Array, hints: PageHints): PageArticle | PageRefusal {
  const { html, charset } = decodePage(bytes, hints);
  const tree = parseTree(html);
  if (tree === null) return { reason: "more elements than a page has: over 400,000" };
  const blocks = blocksOf(tree.root);
  const address = webAddress(hints.url);
  const { fields, sources } = readFields(tree, blocks, address);
  const { kept, cut } = chooseBlocks(blocks, sources.titleAt, fields.values.title);
  const text = shownOrEmbedded(renderText(kept), tree);
  if (text === "") return { reason: "no text on the page" };
  const links = linksOf(kept, fields.values.url ?? address);
  return {
    text,
    ...fields.values,
    ...(links.length > 0 ? { links } : {}),
    fieldsFrom: fields.from,
    cut,
    charset,
  };
}

function webAddress(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:/i.test(url) && URL.canParse(url) ? url : undefined;
}

/** A page whose scripts would have shown the article has it in their data. */
const LEAST_WORDS = 40;
/** A page that shows so much shows its article. */
const SHOWN_WORDS = 300;

function shownOrEmbedded(shown: string, { data }: Tree): string {
  const words = countWords(shown);
  if (data.length === 0 || words > SHOWN_WORDS) return shown;
  const embedded = embeddedText(data);
  const inData = countWords(embedded);
  return inData >= LEAST_WORDS && inData > 2 * words ? embedded : shown;
}
