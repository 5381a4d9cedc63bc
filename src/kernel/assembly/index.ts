/** What the kernel's WebAssembly module exports. */
export * from "./json";
export * from "./sketch";
