/** The worked examples of the README, run as they stand. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { afterAll, expect, it } from "vitest";
import { Running } from "./process.js";
import { temporaryFolder } from "./support.js";

const at = temporaryFolder();
const EXAMPLES = resolve(import.meta.dirname, "examples");
const TEXT =
  "The council of Riverton opened the new covered market on Saturday with forty stalls along the canal. " +
  "It will stay open every day until sunset through the whole of the summer, the mayor said.";
const feed = {
  items: [
    { id: "1", title: "Market opens", content_text: TEXT },
    { id: "2", title: "Light rain", content_text: "Light rain is expected over the northern hills tonight." },
  ],
};
const server = createServer((_, response) => response.end(JSON.stringify(feed)));
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
afterAll(() => void server.close());

it("the poller stores what is new, once, however often it is started", async () => {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const poll = () => new Running(process.execPath, [resolve(EXAMPLES, "poller.js"), url, at("polled")]);
  const first = poll();
  expect(await first.lines(2)).toEqual(["new Market opens ", "new Light rain "]);
  first.child.kill("SIGKILL");
  await first.ended;
  feed.items.push({ id: "3", title: "A new market", content_text: TEXT });
  feed.items.push({ id: "4", title: "Fog", content_text: "Fog closed the harbour to ferries until eleven." });
  const second = poll();
  await second.until(() => second.out.includes("Fog"));
  // Killed between storing an item and adding it, a poller stores that one again.
  expect(second.out.split("\n").filter((line) => !line.includes("rain"))).toEqual(["new Fog ", ""]);
  second.child.kill("SIGKILL");
  await second.ended;
});

it("the consumer stores an article once, though its queue delivers twice and it dies between", async () => {
  const program = `
    import { consume } from ${JSON.stringify(resolve(EXAMPLES, "consumer.js"))};
    const die = process.argv[2] === "die";
    const log = (...words) => console.log(words.join(" "));
    const message = (id, text) => ({ article: { id, text }, acknowledge: async () => log("acknowledged", id) });
    const put = async (id) => { if (die && id === "b") process.kill(process.pid, "SIGKILL"); log("put", id); };
    await consume([message("a", ${JSON.stringify(TEXT)}), message("b", "Fog closed the harbour to ferries until eleven."),
      message("c", ${JSON.stringify(TEXT)})], { put }, process.argv[1]);`;
  const consume = (...args: string[]) =>
    new Running(process.execPath, ["--input-type=module", "-e", program, at("queue"), ...args]).end();
  expect(await consume("die")).toMatchObject({ signal: "SIGKILL", out: "put a\nacknowledged a\n" });
  // The same answers to what comes again: "b" is no duplicate of itself, and "c" still is one of "a".
  expect(await consume()).toMatchObject({
    code: 0,
    out: "put a\nacknowledged a\nput b\nacknowledged b\nacknowledged c\n",
  });
});
