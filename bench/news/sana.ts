/**
 * Whether the reports of each SANA statement come out as one story, from one folder: pair F1 and B³, and what is wrong.
 * `npm run evaluate:sana -- [--shared FOLDER]`
 */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { createEngine } from "../../src/index.js";

const { values } = parseArgs({ options: { shared: { type: "string", default: "../shared" } } });
const sana = join(values.shared, "corpora/sana-events");
const groups = JSON.parse(readFileSync(join(sana, "groups.json"), "utf8")) as Record<string, string[]>;
const groupOf = new Map(
  Object.entries(groups).flatMap(([name, ids]) => ids.map((id) => [id, name] as const)),
);
const engine = await createEngine();
for (const folder of [sana, join(values.shared, "articles")]) {
  for (const name of readdirSync(folder).filter((one) => one.endsWith(".txt"))) {
    engine.add({ id: basename(name, ".txt"), text: readFileSync(join(folder, name), "utf8") });
  }
}
const stories = await engine.newsStories();
await engine.close();
const storyOf = new Map(stories.flatMap(({ id, members }) => members.map((one) => [one.id, id] as const)));
const story = (id: string) => storyOf.get(id) ?? id;
print(
  "p, t, v",
  [...groupOf.keys()].filter((id) => /^[ptv]\d/u.test(id)),
);
print("with the five articles", [...groupOf.keys()]);

function print(name: string, ids: readonly string[]): void {
  let [right, extra, missed, precision, recall] = [0, 0, 0, 0, 0];
  for (const x of ids) {
    const found = ids.filter((y) => story(x) === story(y));
    const wanted = ids.filter((y) => groupOf.get(x) === groupOf.get(y));
    const both = found.filter((y) => wanted.includes(y)).length;
    precision += both / found.length / ids.length;
    recall += both / wanted.length / ids.length;
    right += both - 1;
    extra += found.length - both;
    missed += wanted.length - both;
  }
  const f1 = (2 * right) / (2 * right + extra + missed);
  const b3 = (2 * precision * recall) / (precision + recall);
  console.log(`${name}: pair F1 ${f1.toFixed(3)} · B³ ${b3.toFixed(3)}`);
  for (const x of ids) {
    for (const y of ids) {
      const same = groupOf.get(x) === groupOf.get(y);
      if (x < y && same !== (story(x) === story(y)))
        console.log(`  ${same ? "missed" : "wrongly"} ${x} ${y}`);
    }
  }
}
