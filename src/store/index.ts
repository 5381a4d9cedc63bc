/** Bytes under bytes, in memory or on disk. */
export { type OpenedStore, openStore } from "./open.js";
export { StagedStore } from "./staged.js";
export { type Change, type Entry, KEY_BYTES_MAX, type Store } from "./store.js";
