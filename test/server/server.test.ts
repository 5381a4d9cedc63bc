/** The real server, asked over HTTP. */
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import {
  endServersAfterwards,
  JSON_TYPE,
  LINES,
  MAIN,
  madeItems,
  post,
  start,
  type TestServer,
  temporaryFolder,
} from "./support.js";

const at = temporaryFolder();
endServersAfterwards();
const corpus = readFileSync(new URL("../../corpus/articles.jsonl", import.meta.url), "utf8");

describe("a server", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await start(["--index", at("index")]);
  });

  it("answers JSON lines with the bytes that index add --json prints, and the same again when sent again", async () => {
    // Exits with 1: two records of the corpus cannot be read, on purpose.
    const { stdout: expected } = spawnSync(
      process.execPath,
      [MAIN, "index", "add", at("by-command"), "--json", "--quiet", "-"],
      { input: corpus, encoding: "utf8" },
    );
    const readable = (text: string) => text.split("\n").filter((line) => !line.startsWith('{"error"'));
    const first = await post(`${server.address}/items`, corpus, LINES);
    expect(readable(first.text)).toEqual(expected.split("\n"));
    const again = await post(`${server.address}/items`, corpus, LINES);
    expect(again.text).toBe(first.text);
  });

  it("answers one document with an object, an array with an array, each in its order", async () => {
    const [a, b] = madeItems(2, 100);
    const one = await post(`${server.address}/items`, a!);
    expect(one.json).toMatchObject({ id: "made-100", verdict: "new", of: null });
    const both = await post(`${server.address}/items`, `[${b}, {"id": "no-text"}, ${a}]`);
    expect(both.json.map((answer: { id?: string; error?: string }) => answer.id ?? answer.error)).toEqual([
      "made-101",
      expect.stringMatching(/no text/),
      "made-100",
    ]);
  });

  it("checks without keeping", async () => {
    const [item] = madeItems(1, 200);
    for (let i = 0; i < 2; i++)
      expect((await post(`${server.address}/check`, item!)).json).toMatchObject({ verdict: "new" });
    expect((await fetch(`${server.address}/documents/made-200`)).status).toBe(404);
  });

  it("compares, traces, shows and forgets kept documents", async () => {
    const compared = await post(
      `${server.address}/compare`,
      JSON.stringify({ a: { id: "tukhum-172" }, b: { id: "sahil-771" } }),
    );
    expect(compared.json).toMatchObject({ a: "sahil-771", b: "tukhum-172" });
    expect(compared.json.passages.length).toBeGreaterThan(0);
    const traced = await post(`${server.address}/trace`, JSON.stringify({ id: "rafiaa-421" }));
    expect(traced.json.finding.sentence).toMatch(/sarmad-121|وكالة سرمد/);
    const shown = (await (await fetch(`${server.address}/documents/rafiaa-421`)).json()) as unknown;
    expect(shown).toMatchObject({ document: { id: "rafiaa-421" }, answer: { id: "rafiaa-421" } });
    const gone = await fetch(`${server.address}/documents/rafiaa-421`, { method: "DELETE" });
    expect(gone.status).toBe(204);
    expect((await fetch(`${server.address}/documents/rafiaa-421`)).status).toBe(404);
  });

  it("refuses what it cannot use in one sentence, and goes on", async () => {
    const refusals: [string, string, RegExp][] = [
      ["/items", "x", /no JSON/],
      ["/items", "", /no document/],
      ["/items", `${madeItems(1)[0]}${madeItems(1, 1)[0]}`, /several documents/],
      ["/items?within=week", "{}", /within "week": a period was expected/],
      ["/items?bogus=1", "{}", /query: bogus is not known here/],
      ["/items?holdBack=new", "{}", /holdBack "new": some of/],
      ["/compare", '{"a":{"id":"nobody"},"b":{"text":"x"}}', /nobody: no document of this id/],
      ["/trace", '{"text":', /JSON/],
    ];
    for (const [path, body, message] of refusals) {
      const { status, json } = await post(server.address + path, body);
      expect([path, json.error], body).toEqual([path, expect.stringMatching(message)]);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    }
    expect((await post(`${server.address}/nowhere`, "{}")).json.error).toMatch(
      /POST \/nowhere: no such route/,
    );
    expect((await fetch(`${server.address}/healthz`)).status).toBe(200);
  });

  it("describes itself, and every route of the description exists", async () => {
    const description = (await (await fetch(`${server.address}/openapi.json`)).json()) as {
      openapi: string;
      paths: object;
    };
    expect(description.openapi).toBe("3.1.0");
    expect(Object.keys(description.paths)).toEqual(
      expect.arrayContaining([
        "/items",
        "/check",
        "/compare",
        "/trace",
        "/documents/{id}",
        "/events",
        "/metrics",
      ]),
    );
    const page = await fetch(`${server.address}/`);
    expect(page.headers.get("content-security-policy")).toMatch(/default-src 'none'; script-src 'sha256-/);
    expect(await page.text()).toContain("openapi.json");
    expect(await (await fetch(`${server.address}/metrics`)).text()).toMatch(
      /isnad_items_total\{verdict="new"\} \d+/,
    );
  });
});

it("gives answers as events, in order, and goes on where a client left off, also after a restart", async () => {
  const dir = at("events");
  let server = await start(["--index", dir]);
  await post(`${server.address}/items`, madeItems(3).join("\n"), LINES);
  expect(await eventIds(`${server.address}/events`, { "last-event-id": "0" }, 3)).toEqual([1, 2, 3]);
  const live = eventIds(`${server.address}/events`, {}, 2);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await post(`${server.address}/items`, madeItems(2, 3).join("\n"), LINES);
  expect(await live).toEqual([4, 5]);
  await server.end("SIGTERM");
  server = await start(["--index", dir]);
  expect(await eventIds(`${server.address}/events`, { "last-event-id": "2" }, 3)).toEqual([3, 4, 5]);
});

async function eventIds(address: string, headers: Record<string, string>, count: number): Promise<number[]> {
  const abort = new AbortController();
  const response = await fetch(address, { headers, signal: abort.signal });
  const ids: number[] = [];
  const decoder = new TextDecoder();
  let text = "";
  for await (const piece of response.body!) {
    text += decoder.decode(piece, { stream: true });
    const events = text.split("\n\n");
    text = events.pop()!;
    for (const event of events) {
      const id = /^id: (\d+)$/m.exec(event)?.[1];
      if (id !== undefined) ids.push(Number(id));
    }
    if (ids.length >= count) break;
  }
  abort.abort();
  return ids;
}

it("takes nothing of a request that does not fit into the queue, and says when to come again", async () => {
  const server = await start(["--index", at("full"), "--queue", "5"]);
  const refused = await post(`${server.address}/items`, `[${madeItems(6).join(",")}]`);
  expect(refused.status).toBe(429);
  expect(refused.headers.get("retry-after")).toBe("1");
  expect(refused.json.error).toMatch(/6 more do not fit/);
  expect((await fetch(`${server.address}/documents/made-0`)).status).toBe(404);
  // A stream waits for room instead: it is answered as it comes.
  const streamed = await post(`${server.address}/items`, madeItems(50).join("\n"), LINES);
  expect(streamed.text.trim().split("\n").length).toBe(50);
});

it("asks for tokens by scope, refuses unknown and expired ones, and listens nowhere else without", async () => {
  const file = at("tokens.json");
  const token = (args: string[]) =>
    execFileSync(process.execPath, [MAIN, "token", ...args], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    }).trim();
  const secrets = Object.fromEntries(
    ["read", "write", "admin"].map((scope) => [
      scope,
      token(["add", file, "--name", scope, "--scope", scope]),
    ]),
  );
  const brief = token(["add", file, "--name", "brief", "--expires", "1s"]);
  expect(readFileSync(file, "utf8")).not.toContain(secrets.read);
  const server = await start(["--index", at("guarded"), "--tokens", file]);
  const [item] = madeItems(1);
  const as = (secret: string | undefined) =>
    secret === undefined ? JSON_TYPE : { ...JSON_TYPE, authorization: `Bearer ${secret}` };
  const status = async (path: string, secret?: string) =>
    (await post(server.address + path, item!, as(secret))).status;
  expect(await status("/check")).toBe(401);
  expect(await status("/check", "isnad_wrong")).toBe(401);
  expect(await status("/check", secrets.read)).toBe(200);
  expect(await status("/items", secrets.read)).toBe(403);
  expect(await status("/items", secrets.write)).toBe(200);
  const remove = (secret: string) =>
    fetch(`${server.address}/documents/made-0`, {
      method: "DELETE",
      headers: { authorization: `Bearer ${secret}` },
    });
  expect((await remove(secrets.write!)).status).toBe(403);
  expect((await remove(secrets.admin!)).status).toBe(204);
  expect((await fetch(`${server.address}/healthz`)).status).toBe(200);
  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect(await status("/check", brief)).toBe(401);
  token(["remove", file, "write"]);
  expect(await status("/items", secrets.write)).toBe(401);
  await expect(start(["--index", at("open"), "--listen", "0.0.0.0:0"])).rejects.toThrow(/needs --tokens/);
});
