import { expect, test } from "vitest";
import { inLanes } from "../../src/collection/lanes.js";

const items = Array.from({ length: 20 }, (_, at) => at);
const pause = () => new Promise((resolve) => setTimeout(resolve, 1));

test("results come in the order of the items, with no more at a time than there are lanes", async () => {
  for (const lanes of [1, 3]) {
    let running = 0;
    let most = 0;
    const results = await inLanes(items, lanes, undefined, async (item) => {
      most = Math.max(most, ++running);
      await pause();
      running--;
      return item * 2;
    });
    expect(results).toEqual(items.map((item) => item * 2));
    expect(most).toBe(lanes);
  }
  expect(await inLanes([], 2, undefined, async () => 1)).toEqual([]);
});

test("after a failure or an abort nothing more is begun", async () => {
  const begun: number[] = [];
  const failing = inLanes(items, 2, undefined, async (item) => {
    begun.push(item);
    await pause();
    if (item === 3) throw new Error("three");
  });
  await expect(failing).rejects.toThrow(/three/);
  await pause();
  await pause();
  expect(begun.length).toBeLessThan(8);

  const controller = new AbortController();
  const aborted = inLanes(items, 2, controller.signal, async (item) => {
    if (item === 4) controller.abort();
    await pause();
    expect(item).toBeLessThan(7);
  });
  await expect(aborted).rejects.toThrow(/abort/i);
});

test("work that never waits lets timers have their turn", async () => {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 60);
  const busy = inLanes(Array.from({ length: 100 }), 1, controller.signal, async () => {
    const end = performance.now() + 20;
    while (performance.now() < end);
  });
  await expect(busy).rejects.toThrow(/abort/i);
});
