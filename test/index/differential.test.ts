import { expect, test } from "vitest";
import { openIndex } from "../../src/index.js";
import type { Document, Match } from "../../src/model/index.js";
import { engineOf, matchesOf, random } from "../engine/support.js";
import { stream } from "./support.js";

/** The item's matches in the batch engine over all of them, without reasons. */
async function batch(kept: Iterable<Document>, item: Document): Promise<Match[]> {
  const engine = await engineOf([...kept, item]);
  const found = (await matchesOf(engine)).filter(({ a, b }) => a === item.id || b === item.id);
  await engine.close();
  return found;
}

test.each([1, 2, 3])(
  "an index answers as the batch engine would, whatever came and went: seed %i",
  async (seed) => {
    const documents = stream(420, seed);
    const draw = random(100 + seed);
    const index = await openIndex(null);
    const kept = new Map<string, Document>();
    let reused = 0;
    for (const [at, item] of documents.entries()) {
      if (at > 0 && at % 20 === 0) {
        const found = await index.matches(item);
        expect(found, `${item.id} against ${kept.size}`).toEqual(await batch(kept.values(), item));
        reused += found.length;
        const [own] = [...kept.values()].slice(Math.floor(draw() * kept.size));
        expect(await index.matches(own!), `kept ${own!.id}`).toEqual(await batch(kept.values(), own!));
      }
      await index.take(item, { arrived: new Date(Date.UTC(2024, 0, 1) + 1000 * at).toISOString() });
      kept.set(item.id, item);
      if (draw() < 0.25) {
        const ids = [...kept.keys()];
        const gone = ids[Math.floor(draw() * ids.length)]!;
        expect(await index.remove(gone)).toBe(true);
        kept.delete(gone);
      }
      if (at % 150 === 149) {
        const gone = await index.expire({ maxDocuments: kept.size - 20 });
        expect(gone).toBe(20);
        for (const id of [...kept.keys()].slice(0, 20)) kept.delete(id);
      }
    }
    expect(reused).toBeGreaterThan(5);
    expect([...index.ids()]).toEqual([...kept.keys()]);
    expect(index.verify()).toEqual([]);
    await index.close();
  },
  60_000,
);
