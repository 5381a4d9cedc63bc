/**
 * `npm pack` and `npm publish` ship this lock of what the package needs to run, so that whoever installs it gets the
 * versions it was tested with: of package-lock.json without what only its development needs, and without registry
 * hosts. Run before packing (`write`) and after it (`remove`).
 */
import { readFileSync, rmSync, writeFileSync } from "node:fs";

const FILE = new URL("../npm-shrinkwrap.json", import.meta.url);
const LOCK = new URL("../package-lock.json", import.meta.url);

if (process.argv[2] === "remove") rmSync(FILE, { force: true });
else {
  const lock = JSON.parse(readFileSync(LOCK, "utf8"));
  const { devDependencies: _, ...root } = lock.packages[""];
  const packages = { "": root };
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (path === "" || entry.dev) continue;
    const { resolved: __, ...kept } = entry;
    packages[path] = kept;
  }
  writeFileSync(FILE, `${JSON.stringify({ ...lock, packages }, null, 1)}\n`);
}
