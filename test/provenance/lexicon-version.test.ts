import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { LEXICON_VERSION } from "../../src/provenance/lexicon-version.js";

/** SHA-256 of the words of each version: whoever changes one raises the version and writes its hash here. */
const HASHES: Readonly<Record<number, string>> = {
  2: "ad9871ed63113234",
  3: "6b1d14c4e1657220",
  4: "e563e26ae87dffa4",
};

it("the lexicon's words have the version that is written in every trace", () => {
  const hash = createHash("sha256");
  for (const folder of ["credits", "quotations"]) {
    const url = new URL(`../../src/provenance/${folder}/`, import.meta.url);
    for (const file of readdirSync(url).sort()) {
      if (!/^lexicon-.*\.ts$/u.test(file)) continue;
      const strings = readFileSync(new URL(file, url), "utf8").match(/"(?:[^"\\]|\\.)*"|`[^`]*`/gu) ?? [];
      hash.update(strings.join("\n"));
    }
  }
  expect(hash.digest("hex").slice(0, 16)).toBe(HASHES[LEXICON_VERSION]);
});
