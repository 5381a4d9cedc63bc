/** The thread that `squeezer.ts` starts: gets numbered chunks, gives them back deflated; ends when it gets null. */
import { parentPort } from "node:worker_threads";
import { type Chunk, squeezeChunk } from "./squeeze.js";

interface Order {
  readonly number: number;
  readonly chunk: Chunk;
}

parentPort!.on("message", (order: Order | null) => {
  if (order === null) {
    parentPort!.close();
    return;
  }
  const body = squeezeChunk(order.chunk);
  parentPort!.postMessage({ number: order.number, body }, [body.buffer as ArrayBuffer]);
});
