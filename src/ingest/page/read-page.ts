/** The steps from a page's bytes to its article. */
import { blocksOf } from "./blocks.js";
import { chooseBlocks } from "./choose.js";
import { decodePage } from "./decode.js";
import { readFields } from "./fields.js";
import type { PageArticle, PageHints, PageRefusal } from "./index.js";
import { renderText } from "./render.js";
import { parseTree } from "./tree.js";

const MOST_BYTES = 64 << 20;

export function readPage(bytes: Uint8Array, hints: PageHints = {}): PageArticle | PageRefusal {
  if (bytes.length > MOST_BYTES)
    return { reason: `a page of ${bytes.length} bytes; at most ${MOST_BYTES} are read` };
  const { html, charset } = decodePage(bytes, hints);
  const tree = parseTree(html);
  if (tree === null) return { reason: "more elements than a page has: over 400,000" };
  const blocks = blocksOf(tree.root);
  const address = hints.url !== undefined && URL.canParse(hints.url) ? hints.url : undefined;
  const { fields, sources } = readFields(tree, blocks, address);
  const chosen = chooseBlocks(blocks, sources.titleAt);
  const kept = blocks.filter((_, at) => chosen[at]);
  const text = renderText(kept);
  if (text === "") return { reason: "no text on the page" };
  return { text, ...fields.values, fieldsFrom: fields.from, cut: [], charset };
}
