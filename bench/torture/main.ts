/**
 * `npm run torture -- --seed N --minutes M`: tries to break a standing index. Histories are drawn from the seed: items
 * of every kind, kills between two lines of output, full disks, damaged copies, a reader that follows, a second writer
 * in a pid namespace of its own, compaction, export and import. After each step the index is held against a model.
 *
 *     npm run torture -- --seed 7 --minutes 10     as many histories as fit, from seed 7 on
 *     npm run torture -- --seed 7 --histories 1    that one alone
 *
 * A history that fails is printed with its seed and its steps. What a kill leaves depends on the machine's timing; the
 * steps do not.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { check } from "../support/check.js";
import { Draw } from "./draw.js";
import { stepsOf } from "./steps.js";
import { World } from "./world.js";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    minutes: { type: "string", default: "1" },
    histories: { type: "string" },
  },
});
const first = Number(values.seed);
const most = Number(values.histories ?? Number.POSITIVE_INFINITY);
const until = performance.now() + 60_000 * Number(values.minutes);
check(Number.isInteger(first) && until > 0 && most > 0, "--seed, --minutes and --histories are numbers");

const counts = new Map<string, number>();
let histories = 0;
for (; histories < most && (histories === 0 || performance.now() < until); histories++) {
  const seed = first + histories;
  const folder = mkdtempSync(join(tmpdir(), "isnad-torture-"));
  const draw = new Draw(seed);
  const world = await World.begin(folder, draw);
  const done: string[] = [];
  try {
    for (const { name, run } of stepsOf(draw)) {
      done.push(name);
      const kind = name.split(":")[0]!;
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      await run(world);
      await world.holds();
    }
  } catch (error) {
    console.error(
      `failed: seed ${seed}, after ${done.length} steps\n${done.map((step) => `  ${step}`).join("\n")}`,
    );
    console.error(`again: npm run torture -- --seed ${seed} --histories 1`);
    console.error(error instanceof Error ? error.stack : error);
    process.exitCode = 1;
    break;
  } finally {
    await world.end();
    rmSync(folder, { recursive: true, force: true });
  }
}
const told = [...counts].sort(([x], [y]) => (x < y ? -1 : 1)).map(([kind, count]) => `${count} ${kind}`);
console.log(`seeds ${first} to ${first + Math.max(0, histories - 1)}: ${told.join(", ")}`);
