/** Tracing one article: whose time can be trusted, and which document of an archive the article is. */
import { resolve } from "node:path";
import type { Archive } from "../archive.js";
import { UsageError } from "../errors.js";
import type { Document } from "../model/index.js";

const AHEAD_MS = 365 * 86_400_000;

/** What is dated later is not trusted: magazines are dated ahead, and the clock of a machine may be wrong. */
export function latestTrusted(now: Date): string {
  return new Date(now.getTime() + AHEAD_MS).toISOString();
}

/**
 * What to trace of an archive for an article that was read from `path`: the id under which the archive has it already,
 * read from the same file or of that name, or else the article itself. Throws UsageError where the name stands for two.
 */
export function subjectOf(archive: Archive, path: string, article: Document): string | Document {
  const held = archive.describe(path) === undefined ? sameFile(archive, path, article) : path;
  if (held === undefined) return renamed(archive, path, article);
  if (archive.text(held) === article.text) return held;
  const ways = `./${path} is the file`;
  throw new UsageError(`${path}: a file, and the id of another article that was read; ${ways}`);
}

/**
 * The document that was read from the same file, under the name that it has in the folder that was given; of several
 * that the path ends in, the longest.
 */
function sameFile(archive: Archive, path: string, { text }: Document): string | undefined {
  const place = `/${partsOf(path).join("/")}`;
  let found: string | undefined;
  for (const id of archive.ids()) {
    if (!place.endsWith(`/${id}`) || id.length <= (found?.length ?? 0)) continue;
    if (archive.text(id) === text) found = id;
  }
  return found;
}

/**
 * The article under a name that no other has: two files of one name in two folders are no versions of one another, as two
 * texts of one id would be.
 */
function renamed(archive: Archive, path: string, article: Document): Document {
  const parts = partsOf(path);
  // An id that the article has itself is no name of a file.
  if (!parts.join("/").endsWith(article.id)) return article;
  for (let count = article.id.split("/").length; count <= parts.length; count++) {
    const id = parts.slice(-count).join("/");
    if (archive.describe(id) === undefined) return { ...article, id };
  }
  return article;
}

function partsOf(path: string): string[] {
  return resolve(path).split(/[/\\]/).filter(Boolean);
}
