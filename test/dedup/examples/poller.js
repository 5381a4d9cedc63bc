// A feed poller that asks before it stores: node poller.js URL FOLDER
import { setTimeout as sleep } from "node:timers/promises";
import { openIndex } from "isnad";

const [url, folder] = process.argv.slice(2);
const index = await openIndex(folder);
for (;;) {
  const { items } = await (await fetch(url)).json(); // https://www.jsonfeed.org
  for (const { id, title, content_text: text, date_published: published } of items) {
    const item = { id, title, text, published };
    const { verdict, of, replayed } = await index.check(item);
    if (!replayed && verdict !== "duplicate") console.log(verdict, title, of ?? ""); // or store it
    await index.add(item, { holdBack: ["duplicate"] });
  }
  await sleep(60_000);
}
