/** Where the article's own text links to. */
import type { Block } from "./blocks.js";

const MOST_LINKS = 500;

/** Absolute web addresses in the order of the text, each once, without fragments and without the page's own. */
export function linksOf(blocks: readonly Block[], page: string | undefined): string[] {
  const own = page === undefined ? undefined : withoutFragment(page, undefined);
  const links = new Set<string>();
  for (const href of blocks.flatMap((block) => block.links)) {
    const link = withoutFragment(href, page);
    if (link !== undefined && link !== own && links.size < MOST_LINKS) links.add(link);
  }
  return [...links];
}

function withoutFragment(href: string, base: string | undefined): string | undefined {
  if (!URL.canParse(href, base)) return undefined;
  const url = new URL(href, base);
  url.hash = "";
  return url.protocol === "http:" || url.protocol === "https:" ? url.href : undefined;
}
