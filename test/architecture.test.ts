/** The direction of dependencies that src/README.md describes: a change that turns one round fails here. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { expect, it } from "vitest";

const SRC = join(import.meta.dirname, "../src");
const OPEN_TO_ALL = ["model", "errors", "options", "progress"];
const STAGES = ["text", "sketch", "candidates", "match", "cluster"];
const ENGINE = ["collection", "workers", "engine", "engine-node", "browser", "index"];

/** What each folder or top file may import, besides itself and what is open to all. */
const MAY: Record<string, readonly string[]> = {
  ...{ model: [], errors: [], progress: [], options: ["kernel"], kernel: [], report: [], ingest: ["kernel"] },
  ...Object.fromEntries(STAGES.map((stage, i) => [stage, ["kernel", ...STAGES.slice(0, i)]])),
  ...Object.fromEntries(ENGINE.map((part) => [part, ["kernel", "ingest", ...STAGES, ...ENGINE]])),
  cli: ["index", "ingest", "report"],
};

/** Folders that run in a browser. */
const NO_NODE = ["kernel", ...STAGES];

const part = (file: string): string => file.split("/")[0]!.replace(/\.[jt]s$/, "");

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !/^kernel\/assembly\/|\/page\//.test(file))
  .map((file) => {
    const text = readFileSync(join(SRC, file), "utf8");
    const imports = [...text.matchAll(/(?:from|import\() ?"([^"]+)"|^import "([^"]+)"/gm)].map(
      (found) => found[1] ?? found[2]!,
    );
    return { file, imports };
  });

it.each(Object.entries(MAY))("%s imports only %j and what is open to all", (name, allowed) => {
  const known = [...allowed, ...OPEN_TO_ALL, name];
  for (const { file, imports } of files.filter((one) => part(one.file) === name)) {
    for (const wanted of imports.filter((one) => one.startsWith("."))) {
      const target = relative(SRC, normalize(join(SRC, dirname(file), wanted)));
      expect(known, `${file} imports ${target}`).toContain(part(target));
    }
  }
});

it("every folder has its place", () => {
  expect(files.map(({ file }) => part(file)).filter((name) => MAY[name] === undefined)).toEqual([]);
});

it("browser folders use no API of Node, nor does anything that a browser loads", () => {
  const byName = new Map(files.map((one) => [one.file, one]));
  const reached = new Set(
    files.filter(({ file }) => NO_NODE.includes(part(file))).map(({ file }) => file),
  ).add("browser.ts");
  for (const name of reached) {
    for (const wanted of byName.get(name)!.imports.filter((one) => one.startsWith("."))) {
      reached.add(relative(SRC, normalize(join(SRC, dirname(name), wanted))).replace(/\.js$/, ".ts"));
    }
  }
  const strangers = [...reached].filter((name) =>
    byName.get(name)!.imports.some((one) => one.startsWith("node:")),
  );
  expect(strangers).toEqual([]);
});
