/** What a server promises when it is killed, told to end, or its neighbours fail. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { signature } from "../../src/server/webhooks.js";
import { endServersAfterwards, LINES, madeItems, post, start, temporaryFolder } from "./support.js";

const at = temporaryFolder();
endServersAfterwards();

it("has on disk what it answered, whenever it is killed", async () => {
  const dir = at("killed");
  const answered = new Set<string>();
  for (let round = 0; round < 6; round++) {
    const server = await start(["--index", dir]);
    const items = madeItems(400, round * 400);
    let killed = false;
    const sending = (async () => {
      for (let i = 0; i < items.length; i += 10) {
        const answers = await post(`${server.address}/items`, `[${items.slice(i, i + 10).join(",")}]`);
        for (const { id } of answers.json) answered.add(id);
      }
    })().catch((error) => {
      if (!killed) throw error;
    });
    // In the middle of it, wherever that is on this machine.
    const enough = answered.size + 20 + 17 * round;
    await expect.poll(() => answered.size, { interval: 1 }).toBeGreaterThan(enough);
    killed = true;
    await server.end("SIGKILL");
    await sending;
  }
  const server = await start(["--index", dir]);
  expect(answered.size).toBeGreaterThan(50);
  for (const id of answered) {
    const response = await fetch(`${server.address}/documents/${id}`);
    expect([id, response.status]).toEqual([id, 200]);
    await response.arrayBuffer();
  }
});

it("answers what it accepted before it ends, and accepts nothing more", async () => {
  const server = await start(["--index", at("drained")]);
  const sending = post(`${server.address}/items`, madeItems(2000).join("\n"), LINES);
  await new Promise((resolve) => setTimeout(resolve, 150));
  const ended = server.end("SIGTERM");
  const { text } = await sending;
  expect(text.trim().split("\n").length).toBe(2000);
  expect(await ended).toBe(0);
  await expect(fetch(`${server.address}/healthz`)).rejects.toThrow();
});

it("sends answers to webhooks signed, in order, at least once, and goes on there after a restart", async () => {
  const got: { sequence: number; valid: boolean }[] = [];
  let refusing = 2;
  const receiver = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on("data", (piece: Buffer) => pieces.push(piece));
    request.on("end", () => {
      if (refusing > 0) {
        refusing--;
        response.writeHead(503).end();
        return;
      }
      const body = Buffer.concat(pieces);
      const valid = request.headers["x-isnad-signature"] === `sha256=${signature("secret", body)}`;
      for (const { sequence } of JSON.parse(body.toString()).answers) got.push({ sequence, valid });
      response.end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  const target = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
  const args = ["--index", at("hooked"), "--webhook", target];
  const env = { ISNAD_WEBHOOK_SECRET: "secret" };
  let server = await start(args, env);
  await post(`${server.address}/items`, madeItems(5).join("\n"), LINES);
  await expect.poll(() => got.length).toBe(5);
  await server.end("SIGTERM");
  refusing = Number.POSITIVE_INFINITY;
  server = await start(args, env);
  await post(`${server.address}/items`, madeItems(5, 5).join("\n"), LINES);
  await server.end("SIGKILL");
  refusing = 0;
  server = await start(args, env);
  await expect.poll(() => got.length).toBe(10);
  expect(got.every(({ valid }) => valid)).toBe(true);
  expect(got.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  await server.end("SIGTERM");
  receiver.close();
});

it("keeps slow readers of events from nobody", async () => {
  const server = await start(["--index", at("slow")]);
  const slow = await fetch(`${server.address}/events`, { headers: { "last-event-id": "0" } });
  const { text } = await post(`${server.address}/items`, madeItems(1500).join("\n"), LINES);
  expect(text.trim().split("\n").length).toBe(1500);
  await slow.body!.cancel();
  expect(await server.end("SIGTERM")).toBe(0);
});
