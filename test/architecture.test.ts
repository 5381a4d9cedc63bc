/** The direction of dependencies that src/README.md states, read from the imports. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";

const SRC = new URL("../src", import.meta.url).pathname;
const OPEN_TO_ALL = ["model", "errors.ts", "options.ts", "progress.ts", "sentence.ts", "times.ts"];
const STAGES = ["kernel", "text", "language", "candidates", "document", "match", "provenance", "stories"];
const MAY_IMPORT: Record<string, string[]> = {
  ...Object.fromEntries(STAGES.map((stage, at) => [stage, STAGES.slice(0, at)])),
  model: [],
  // It reads dates in words, and what reads words needs no times.
  "times.ts": ["text"],
  ingest: ["kernel", "language"],
  store: [],
  columns: [...STAGES, "ingest"],
  workers: [...STAGES, "ingest", "columns"],
  collection: [...STAGES, "ingest", "columns", "workers"],
  "archive.ts": ["document", "provenance"],
  "engine-options.ts": ["provenance"],
  index: [...STAGES, "columns", "collection", "store", "archive.ts", "engine.ts"],
  dedup: ["kernel", "index", "ingest"],
  report: [],
  page: ["report"],
  "engine.ts": [...STAGES, "ingest", "columns", "workers", "collection", "archive.ts", "engine-options.ts"],
  "engine-node.ts": ["engine.ts", "engine-options.ts", "collection", "ingest", "index"],
  "index.ts": [
    "archive.ts",
    "document",
    "engine-options.ts",
    "engine.ts",
    "engine-node.ts",
    "index",
    "dedup",
  ],
  "browser.ts": ["archive.ts", "document", "engine-options.ts", "engine.ts"],
  app: ["index.ts", "archive.ts", "ingest", "report", "provenance"],
  server: ["app", "index.ts", "dedup", "ingest", "report"],
  cli: ["app", "index.ts", "ingest", "report", "dedup", "index", "provenance", "server"],
};

/** Rooms of the large folders, each after those that it imports. Files beside the rooms put them together, or are open to them. */
const ROOMS: Record<string, string[]> = {
  match: ["overlap", "news", "related", "align", "passages", "facts", "features", "verdict", "quote"],
  provenance: ["time", "quotations", "credits", "direction", "lineage", "trace", "phrases"],
  index: ["storage", "table", "rows", "ask", "upkeep"],
  cli: ["shared", "collection", "dedup", "index", "report", "server", "trace"],
};

/** By file, relative to src: what it imports, files relative to src and packages by name. */
const imports = new Map(
  readdirSync(SRC, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !/^(kernel\/assembly|page\/compare)\//.test(path))
    .map((path) => {
      const found = readFileSync(join(SRC, path), "utf8").matchAll(
        /^(?:import|export|\})[^;"]*?from "([^"]+)"|import\("([^"]+)"\)/gm,
      );
      const names = Array.from(found, ([, fixed, late]) => fixed ?? late!);
      return [
        path,
        names.map((name) =>
          name.startsWith(".") ? normalize(join(dirname(path), name)).replace(/js$/, "ts") : name,
        ),
      ];
    }),
);
/** The folder of src, or the file that lies in src itself. */
const unitOf = (path: string) => path.split("/")[0]!;

test("folders import only what src/README.md lets them", () => {
  expect(imports.size).toBeGreaterThan(100);
  for (const [path, targets] of imports) {
    const unit = unitOf(path);
    expect([...OPEN_TO_ALL, ...Object.keys(MAY_IMPORT)], `${path} has no place`).toContain(unit);
    const allowed = [unit, ...OPEN_TO_ALL, ...(MAY_IMPORT[unit] ?? [])];
    for (const target of targets.filter((name) => imports.has(name)))
      expect(allowed, `${path} imports ${target}`).toContain(unitOf(target));
  }
});

test("rooms of a folder stand in an order, and import only those before them", () => {
  for (const [folder, rooms] of Object.entries(ROOMS))
    for (const [path, targets] of imports) {
      const [top, room, file] = path.split("/");
      if (top !== folder || file === undefined) continue;
      expect(rooms, `${path} stands in no room of ${folder}`).toContain(room);
      for (const target of targets) {
        const [targetTop, targetRoom, targetFile] = target.split("/");
        if (targetTop !== folder || targetFile === undefined) continue;
        const allowed = folder === "cli" ? ["shared", room!] : rooms.slice(0, rooms.indexOf(room!) + 1);
        expect(allowed, `${path} imports ${target}`).toContain(targetRoom);
      }
    }
});

test("no file imports itself by way of others, types included", () => {
  const state = new Map<string, "open" | "done">();
  const path: string[] = [];
  const visit = (file: string): void => {
    if (state.get(file) === "done") return;
    path.push(file);
    expect(state.get(file), `a circle: ${path.slice(path.indexOf(file)).join(" → ")}`).toBeUndefined();
    state.set(file, "open");
    for (const target of imports.get(file)!) if (imports.has(target)) visit(target);
    state.set(file, "done");
    path.pop();
  };
  for (const file of imports.keys()) visit(file);
});

test("the stages, and all that a browser loads, need no Node", () => {
  const reached = new Set([...imports.keys()].filter((path) => STAGES.includes(unitOf(path))));
  reached.add("browser.ts");
  for (const path of reached)
    for (const target of imports.get(path)!) if (imports.has(target)) reached.add(target);
  expect(reached).toContain("engine.ts");
  const packages = [...reached].flatMap((path) => imports.get(path)!.filter((name) => !imports.has(name)));
  expect([...new Set(packages)]).toEqual(["xxhash-wasm"]);
});
