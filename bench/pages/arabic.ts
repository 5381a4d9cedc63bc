/** The Arabic pages of test/ingest/pages: `NAME.html`, and in `NAME.txt` the fields and the text a reader would copy. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface ArabicPage {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** `title`, `published`, `byline`, `source`, `charset`: those that the page has. */
  readonly fields: Readonly<Record<string, string>>;
  readonly text: string;
}

export function readArabicPages(folder: string): ArabicPage[] {
  return readdirSync(folder)
    .filter((name) => /\.(?:html|mhtml)$/.test(name))
    .sort()
    .map((file) => {
      const name = file.replace(/\.\w+$/, "");
      const expected = readFileSync(join(folder, `${name}.txt`), "utf8");
      const end = expected.indexOf("\n\n");
      const fields = Object.fromEntries(
        expected
          .slice(0, end)
          .split("\n")
          .map((line) => line.split(/: (.*)/s).slice(0, 2)),
      ) as Record<string, string>;
      return { name, bytes: readFileSync(join(folder, file)), fields, text: expected.slice(end + 2).trim() };
    });
}
