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
  const held = archive.describe(path) === undefined ? sameFile(archive, article.id) : path;
  if (held === undefined) return article;
  if (archive.text(held) === article.text) return held;
  if (held !== path) return article;
  const ways = `./${path} is the file`;
  throw new UsageError(`${path}: a file, and the id of another article that was read; ${ways}`);
}

/** The document that was read from the same place under another spelling of its path. */
function sameFile(archive: Archive, id: string): string | undefined {
  const name = id.slice(id.lastIndexOf("/") + 1);
  const place = resolve(id);
  for (const other of archive.ids()) if (other.endsWith(name) && resolve(other) === place) return other;
  return undefined;
}
