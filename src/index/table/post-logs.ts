/** The logs of a table's tail: posts of the commits since its last segment. */
import type { StagedStore } from "../../store/index.js";
import { keyOf, numbersOf } from "../storage/keys.js";
import { type Tail, unpackPosts } from "./tail.js";

/** Reads all into an empty tail; returns their numbers. */
export function readLogs(store: StagedStore, table: number, tail: Tail): number[] {
  const logs: number[] = [];
  for (const { key, body } of store.entries(keyOf("postLog", table))) {
    logs.push(numbersOf(key)[1]!);
    for (const post of unpackPosts(body)) tail.add(post);
  }
  return logs;
}

/** The same where the tail has some of them, and the next would have been number `next`. */
export function readNewLogs(
  store: StagedStore,
  table: number,
  tail: Tail,
  known: { readonly logs: readonly number[]; readonly next: number; readonly end: number },
): number[] {
  const [first] = known.logs;
  // Logs go all at once, when a segment is made of them.
  if (first !== undefined && store.get(keyOf("postLog", table, first)) === undefined) {
    tail.clear();
    return readLogs(store, table, tail);
  }
  const logs = [...known.logs];
  for (let log = known.next; log < known.end; log++) {
    const body = store.get(keyOf("postLog", table, log));
    if (body === undefined) continue;
    logs.push(log);
    for (const post of unpackPosts(body)) tail.add(post);
  }
  return logs;
}
