/** The thread that `squeezer.ts` starts: gets numbered chunks, gives them back deflated. */
import { parentPort } from "node:worker_threads";
import { type Chunk, squeezeChunk } from "./squeeze.js";

parentPort!.on("message", ({ number, chunk }: { readonly number: number; readonly chunk: Chunk }) => {
  const body = squeezeChunk(chunk);
  parentPort!.postMessage({ number, body }, [body.buffer as ArrayBuffer]);
});
