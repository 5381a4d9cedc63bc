/** What is known of an article that is a whole file from outside the file: a table beside it, its name, its folder. */
import { UsageError } from "../errors.js";
import { timeSpan } from "../times.js";

export interface FileFacts {
  readonly source?: string;
  readonly published?: string;
  readonly url?: string;
  readonly title?: string;
  /** Of each of these, where it came from ("file name", "folder", "metadata.csv"). */
  readonly from: Readonly<Record<string, string>>;
}

export const NO_FACTS: FileFacts = { from: {} };

const NAMES = ["source", "published", "url", "title"] as const;
type FactName = (typeof NAMES)[number];

/** A row of the table that lies beside files. */
export type FactRow = Readonly<Partial<Record<FactName, string>>>;

/** Folders that are called after what they hold, and not after who published it. */
const GENERIC = new Set(
  (
    "articles article archive archives news pages page data corpus dataset files file texts text txt html htm docs documents " +
    "download downloads raw saved input inputs in out output new old tmp temp test tests sample samples misc other others feeds " +
    "feed warc crawl export exports src lib sub deep folder copy today yesterday أخبار الأخبار اخبار مقالات المقالات صفحات ملفات " +
    "نصوص أرشيف ارشيف مجلد جديد"
  ).split(" "),
);

/**
 * The facts of a file. `relative` is its path in the folder that was given (or its own name): only folders inside that are
 * taken for outlets. `row` is its line of the table, `pattern` what `--from-name` says of names.
 */
export function factsOf(
  relative: string,
  row: FactRow | undefined,
  pattern: NamePattern | undefined,
): FileFacts {
  const facts: Partial<Record<FactName, string>> = {};
  const from: Record<string, string> = {};
  const take = (found: FactRow, place: string) => {
    for (const name of NAMES) {
      const value = found[name];
      if (value === undefined || value === "" || facts[name] !== undefined) continue;
      facts[name] = value;
      from[name] = place;
    }
  };
  if (row !== undefined) take(row, "metadata.csv");
  if (pattern !== undefined) take(pattern.read(relative), "file name");
  const parts = relative.split(/[/\\]/);
  take(fromName(parts.at(-1)!), "file name");
  take(fromFolder(parts.at(-2)), "folder");
  return Object.keys(facts).length === 0 ? NO_FACTS : { ...facts, from };
}

/** `outlet--2025-12-15--anything.txt`: parts between two hyphens, of which one is a date. */
function fromName(name: string): FactRow {
  const parts = withoutEnding(name).split("--");
  const date = parts.find((part) => isDay(part));
  if (parts.length < 2 || date === undefined) return {};
  const source = parts.indexOf(date) > 0 ? parts[0]! : undefined;
  return { published: date, ...(source === undefined ? {} : { source: spoken(source) }) };
}

function isDay(part: string): boolean {
  return /\d{4}/.test(part) && timeSpan(part) !== null;
}

function fromFolder(folder: string | undefined): FactRow {
  if (folder === undefined || folder === ".." || folder === ".") return {};
  const isOutlet =
    /\p{L}{2}/u.test(folder) &&
    !GENERIC.has(folder.toLowerCase()) &&
    timeSpan(folder) === null &&
    !/^\d/.test(folder);
  return isOutlet ? { source: spoken(folder) } : {};
}

function spoken(name: string): string {
  return name.replaceAll("_", " ").trim();
}

function withoutEnding(name: string): string {
  return name.replace(/\.(?:gz|br|zst|zstd)$/i, "").replace(/\.[A-Za-z0-9]{1,8}$/, "");
}

/** How names of files are made, as the user says: `{source}_{date}_{title}`, with `*` for anything. */
export interface NamePattern {
  /** What the path says; nothing where the pattern does not fit it. */
  read(relative: string): FactRow;
}

const FIELDS: Readonly<Record<string, FactName>> = {
  source: "source",
  outlet: "source",
  date: "published",
  published: "published",
  url: "url",
  title: "title",
};

/** Throws UsageError for a pattern without a field, or with one that is not known. */
export function namePattern(pattern: string): NamePattern {
  const names: FactName[] = [];
  const source = pattern
    .split(/(\{[^{}]*\}|\*)/)
    .map((part) => {
      if (part === "*") return "[^/]*?";
      if (!part.startsWith("{")) return part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
      const name = FIELDS[part.slice(1, -1)];
      if (name === undefined) {
        throw new UsageError(
          `--from-name ${JSON.stringify(pattern)}: ${part} is not known; known are ${Object.keys(FIELDS)
            .map((field) => `{${field}}`)
            .join(" ")} and *`,
        );
      }
      names.push(name);
      return "([^/]+?)";
    })
    .join("");
  if (names.length === 0) {
    throw new UsageError(
      `--from-name ${JSON.stringify(pattern)}: it names no field; expected something like {source}_{date}_*`,
    );
  }
  const expression = new RegExp(`(?:^|/)${source}$`, "u");
  return {
    read(relative) {
      const found = expression.exec(withoutEnding(relative.replaceAll("\\", "/")));
      if (found === null) return {};
      return Object.fromEntries(names.map((name, at) => [name, spoken(found[at + 1]!)]));
    },
  };
}
