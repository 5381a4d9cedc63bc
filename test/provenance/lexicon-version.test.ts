import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { LEXICON_VERSION } from "../../src/language/lexicon/version.js";

function listed(folder: string, name: RegExp): string[] {
  return readdirSync(new URL(`../../src/${folder}`, import.meta.url))
    .filter((file) => name.test(file))
    .sort()
    .map((file) => folder + file);
}

/** SHA-256 of the words of each version: whoever changes one raises the version and writes its hash here. */
const HASHES: Readonly<Record<number, string>> = {
  2: "ad9871ed63113234",
  3: "6b1d14c4e1657220",
  4: "e563e26ae87dffa4",
  5: "355dacb2fbe5b8f4",
  6: "8e8c57222da27a05",
};

it("the lexicon's words have the version that is written in every trace", () => {
  const hash = createHash("sha256");
  const src = new URL("../../src/", import.meta.url);
  const files = [
    ...["stance", "honorifics", "name-cues"].map((name) => `language/${name}.ts`),
    ...listed("language/lexicon/", /^(?!forms|version).*\.ts$/u),
    "language/agencies.ts",
    ...listed("provenance/credits/", /^lexicon-.*\.ts$/u),
  ];
  for (const file of files) {
    // Where a type is imported from is no word.
    const text = readFileSync(new URL(file, src), "utf8").replace(/^import .*$/gmu, "");
    const strings = text.match(/"(?:[^"\\]|\\.)*"|`[^`]*`/gu) ?? [];
    hash.update(strings.join("\n"));
  }
  expect(hash.digest("hex").slice(0, 16)).toBe(HASHES[LEXICON_VERSION]);
});
