// Removes from dist the types that nobody can import: those that the package's entries do not reach. They are a fourth of
// what would be packed.
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const reached = new Set();
const waiting = ["index.d.ts", "browser.d.ts"];
for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
  if (reached.has(file) || !existsSync(join(dist, file))) continue;
  reached.add(file);
  for (const [, fixed, late] of readFileSync(join(dist, file), "utf8").matchAll(
    /(?:from|import) "(\.[^"]+)"|import\("(\.[^"]+)"\)/g,
  ))
    waiting.push(normalize(join(dirname(file), (fixed ?? late).replace(/\.js$/, ".d.ts"))));
}
for (const file of readdirSync(dist, { recursive: true }))
  if (file.endsWith(".d.ts") && !reached.has(file)) rmSync(join(dist, file));
