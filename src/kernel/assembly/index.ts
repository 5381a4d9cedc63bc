/** What the kernel's WebAssembly module exports. */
export * from "./json";
export { dynamicAt, placeShingles, placeTables, placeTokens } from "./memory";
export { toUtf16 } from "./offsets";
export { distinct, packIds, shingle } from "./shingles";
export * from "./sketch";
export { tokenise } from "./text";
