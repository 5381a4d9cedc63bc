/** The steps of a history: what is done to an index, and what must come of each. */
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { check } from "../support/check.js";
import type { Draw } from "./draw.js";
import { lines, type World } from "./world.js";

export interface Step {
  readonly name: string;
  readonly run: (world: World) => Promise<void>;
}

type Maker = (draw: Draw) => Step;

const UNSHARE = ["unshare", "--pid", "--fork", "--mount-proc", "--kill-child"];
const hasNamespaces = spawnSync(UNSHARE[0]!, [...UNSHARE.slice(1), "true"]).status === 0;

/** Sends items, is killed, and sends again from the last that came out: all of them have come out in the end. */
const killed: Maker = (draw) => {
  const items = draw.items(50 + draw.below(400));
  const killAfter = 1 + draw.below(items.length / 2);
  return {
    name: `kill: dedup of ${items.length} items after ${killAfter} lines`,
    run: async (world) => {
      const out: string[] = [];
      const first = await world.run(["dedup", "--index", world.index, "-"], {
        input: lines(items),
        killAfter,
      });
      out.push(...first.out.split("\n").slice(0, -1));
      world.promise(first.out);
      const from = Math.max(
        0,
        items.findIndex(({ line }) => line === out.at(-1)),
      );
      const second = await world.run(["dedup", "--index", world.index, "-"], {
        input: lines(items.slice(from)),
      });
      check(second.code === 0, `the second run ends well: ${second.err}`);
      world.promise(second.out);
      const came = new Set([...out, ...second.out.split("\n")]);
      const silent = items.filter(({ line }) => !came.has(line));
      for (const { line, verdict } of await world.answers(silent))
        check(
          verdict === "duplicate",
          `what never came out was held back: answered with ${verdict}: ${line}`,
        );
    },
  };
};

const added: Maker = (draw) => {
  const items = draw.items(1 + draw.below(300));
  const isDedup = draw.chance(50);
  const command = isDedup ? "dedup" : "index add";
  return {
    name: `add: ${command} of ${items.length} items`,
    run: async (world) => {
      const args = isDedup
        ? ["dedup", "--index", world.index, "-"]
        : ["index", "add", world.index, "-", "--quiet"];
      const { code, out, err } = await world.run(args, { input: lines(items) });
      check(code === 0, `${command} ends well: ${err}`);
      if (isDedup) world.promise(out);
    },
  };
};

const removed: Maker = (draw) => {
  const at = draw.below(1_000_000);
  const most = draw.chance(50) ? 5 + draw.below(200) : null;
  return {
    name: most === null ? `remove: document ${at}` : `remove: all but ${most} by expiry`,
    run: async (world) => {
      world.release();
      const ids = [...world.kept.keys()];
      if (ids.length === 0) return;
      const id = ids[at % ids.length]!;
      const args =
        most === null
          ? ["index", "remove", world.index, id]
          : ["index", "expire", world.index, "--max-documents", String(most)];
      const { code, err } = await world.run(args);
      check(code === 0, `${args.join(" ")} ends well: ${err}`);
    },
  };
};

const compacted: Maker = () => ({
  name: "compact",
  run: async (world) => {
    const { code, err } = await world.run(["index", "compact", world.index]);
    check(code === 0, `compact ends well: ${err}`);
  },
});

const exported: Maker = () => ({
  name: "export: and import",
  run: async (world) => {
    const file = join(world.folder, "export.jsonl");
    const copy = join(world.folder, "imported");
    const told = await world.run(["index", "export", world.index, "-o", file]);
    check(told.code === 0, `export ends well: ${told.err}`);
    const imported = await world.run(["index", "import", copy, file]);
    check(imported.code === 0, `import ends well: ${imported.err}`);
    const [before, after] = await Promise.all(
      [world.index, copy].map((dir) => world.run(["index", "list", "--json", dir])),
    );
    check(before!.out === after!.out, "an import lists what was exported");
    rmSync(copy, { recursive: true, force: true });
  },
});

/** A byte of a copy is another: it is told of, or nothing was lost by it. */
const damaged: Maker = (draw) => {
  const [at, bit] = [draw.below(1_000_000_000), draw.below(8)];
  return {
    name: `damage: bit ${bit} at ${at}, of a copy`,
    run: async (world) => {
      const copy = join(world.folder, "damaged");
      // In a process of its own: whoever closes a file of LMDB lets go of its locks, which the reader here needs.
      check(spawnSync("cp", ["-r", world.index, copy]).status === 0, "the index is copied");
      const data = join(copy, "data.mdb");
      const bytes = readFileSync(data);
      bytes[at % bytes.length]! ^= 1 << bit;
      writeFileSync(data, bytes);
      const whole = await world.run(["index", "list", "--json", world.index]);
      const { code, out } = await world.run(["index", "verify", copy]);
      check(code === 0 || code === 3 || code === 1, `verify tells of damage: ended with ${code}: ${out}`);
      if (code === 0) {
        const listed = await world.run(["index", "list", "--json", copy]);
        check(listed.out === whole.out, "what was found sound lists as before");
      }
      rmSync(copy, { recursive: true, force: true });
    },
  };
};

/** A limit on the size of the file stands for a full disk, which only root can make. */
const full: Maker = (draw) => {
  const items = draw.items(400);
  const blocks = draw.below(400);
  return {
    name: `full: dedup of 400 items with ${blocks} KB more`,
    run: async (world) => {
      const { size } = statSync(join(world.index, "data.mdb"));
      const limit = Math.ceil(size / 1024) + 260 + blocks;
      const within = ["bash", "-c", `ulimit -f ${limit}; exec "$0" "$@"`];
      const { code, out, err } = await world.run(["dedup", "--index", world.index, "-"], {
        input: lines(items),
        within,
      });
      check(code === 0 || code === 3, `a full disk is told of: ${err}`);
      world.promise(out);
    },
  };
};

/** Two writers at one time, the second in a pid namespace of its own where that can be made: one is refused. */
const two: Maker = (draw) => {
  const [one, other] = [draw.items(150), draw.items(150)];
  const within = hasNamespaces && draw.chance(70) ? UNSHARE : [];
  return {
    name: `two: writers at one time${within.length > 0 ? ", in two namespaces" : ""}`,
    run: async (world) => {
      const ended = await Promise.all([
        world.run(["dedup", "--index", world.index, "-"], { input: lines(one) }),
        world.run(["dedup", "--index", world.index, "-"], { input: lines(other), within }),
      ]);
      for (const { code, out, err } of ended) {
        check(
          code === 0 || (code === 3 && /held by process|another process/.test(err)),
          `is refused in words: ${err}`,
        );
        world.promise(out);
      }
    },
  };
};

const MAKERS: readonly Maker[] = [
  killed,
  killed,
  killed,
  added,
  added,
  removed,
  compacted,
  exported,
  damaged,
  damaged,
  full,
  two,
];

/** Between 5 and 14 steps. */
export function* stepsOf(draw: Draw): Generator<Step, void> {
  const count = 5 + draw.below(10);
  for (let step = 0; step < count; step++) yield draw.of(MAKERS)(draw);
}
