/** Work in a fixed number of lanes, so that a long call can be ended between two pieces of it. */

/** How long a thread may work before timers and signals get their turn. */
const TURN_MS = 50;

/**
 * Runs `run` on every item, at most `lanes` at a time, and gives the results in the order of the items. After
 * a failure, or once the signal is aborted, no further item is begun, and the call rejects.
 */
export async function inLanes<Item, Result>(
  items: readonly Item[],
  lanes: number,
  signal: AbortSignal | undefined,
  run: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results = new Array<Result>(items.length);
  const pause = new EventLoopPause();
  let next = 0;
  let failed = false;
  const lane = async () => {
    while (next < items.length && !failed) {
      const at = next++;
      try {
        signal?.throwIfAborted();
        results[at] = await run(items[at]!);
        await pause.ifDue();
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  signal?.throwIfAborted();
  return results;
}

/** Two tasks for each thread, so that none waits for its next one; the caller's own thread has one lane. */
export function lanesOf({ threads }: { readonly threads: number }): number {
  return threads > 1 ? 2 * threads : 1;
}

/** Lets the event loop turn now and then: work that awaits only what is ready never does, so timers and signals would wait. */
export class EventLoopPause {
  #last = performance.now();

  async ifDue(): Promise<void> {
    if (performance.now() - this.#last < TURN_MS) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.#last = performance.now();
  }
}
