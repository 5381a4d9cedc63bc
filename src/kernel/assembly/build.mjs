/** Compiles the kernel to WebAssembly and embeds it in wasm-bytes.ts, so that no environment loads a file. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";

const folder = fileURLToPath(new URL(".", import.meta.url));
const outputs = new Map();
const { error, stderr } = await asc.main(
  [
    "index.ts",
    "--baseDir",
    folder,
    "--outFile",
    "kernel.wasm",
    "--runtime",
    "stub",
    "--enable",
    "simd",
    "--enable",
    "bulk-memory",
    "--optimizeLevel",
    "3",
    "--converge",
    "--noAssert",
    "--initialMemory",
    "1",
    "--use",
    "abort=",
  ],
  { writeFile: (name, contents) => outputs.set(name, contents) },
);
if (error) throw new Error(`the kernel does not compile: ${error.message}\n${stderr.toString()}`);
const wasm = outputs.get("kernel.wasm");
writeFileSync(
  new URL("../wasm-bytes.ts", import.meta.url),
  `/** Written by assembly/build.mjs; do not edit. */\nexport const WASM_BASE64: string =\n  "${Buffer.from(wasm).toString("base64")}";\n`,
);
