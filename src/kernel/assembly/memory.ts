/**
 * Linear memory, laid out by the binding (`../wasm.ts`), which also grows it:
 *
 *   static data | entries | pool | signature | input | spare | hashes | ids | starts | ends | shingles | table
 *
 * `static data` is what the modules here declare with `memory.data`; it ends at `__heap_base`.
 * `entries`, `pool`: the Unicode tables, as `../tables-load.ts` makes them.
 * `signature`: 4 KiB.
 * `input` begins at a fixed place and is the caller's; growing it moves all that follows, whose content is lost.
 * `spare` are bytes that vector loads near the input's end may read.
 * `hashes`: u64 each token. `ids`, `starts`, `ends`: u32 each token.
 * `shingles`: u64 each. `table`: u32 slots that make shingles distinct.
 */
export let entries: usize = 0;
export let pool: usize = 0;
export let hashes: usize = 0;
export let ids: usize = 0;
export let starts: usize = 0;
export let ends: usize = 0;
/** How many tokens `hashes`, `starts` and `ends` have room for. */
export let tokenCapacity: u32 = 0;
export let shingles: usize = 0;
export let table: usize = 0;

export function placeTables(entriesAt: usize, poolAt: usize): void {
  entries = entriesAt;
  pool = poolAt;
}

export function placeTokens(
  hashesAt: usize,
  idsAt: usize,
  startsAt: usize,
  endsAt: usize,
  capacity: u32,
): void {
  hashes = hashesAt;
  ids = idsAt;
  starts = startsAt;
  ends = endsAt;
  tokenCapacity = capacity;
}

export function placeShingles(shinglesAt: usize, tableAt: usize): void {
  shingles = shinglesAt;
  table = tableAt;
}

/** Where static data ends. */
export function dynamicAt(): usize {
  return __heap_base;
}
