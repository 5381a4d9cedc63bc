// A consumer of a queue that may deliver twice. `store.put` under an id that it has changes nothing.
import { openIndex } from "isnad";

export async function consume(queue, store, folder) {
  const index = await openIndex(folder);
  for await (const message of queue) {
    const answer = await index.add(message.article, { holdBack: ["duplicate"] }); // the same one if it came before
    if (answer.verdict !== "duplicate") await store.put(answer.id, message.article, answer);
    await message.acknowledge(); // the answer is on disk, the article is stored: the queue may forget it
  }
  await index.close();
}
