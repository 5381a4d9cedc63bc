import { appendFileSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { ledgerLine } from "../../src/dedup/answer-lines.js";
import { Ledger } from "../../src/dedup/ledger.js";
import { checkLedger, refill } from "../../src/dedup/refill.js";
import { StoreError, UsageError } from "../../src/errors.js";
import type { ItemAnswer } from "../../src/model/answer.js";
import { answer, temporaryFolder } from "./support.js";

const at = temporaryFolder();
const ANSWERS = Array.from({ length: 300 }, (_, i) => answer(i + 1, i % 2 === 0 ? "new" : "duplicate"));
const WHOLE = ANSWERS.filter(({ verdict }) => verdict !== "new")
  .map((one) => ledgerLine(one, true))
  .join("");

const index = {
  lastSequence: ANSWERS.length,
  *answers(from = 1): Generator<ItemAnswer, void> {
    yield* ANSWERS.slice(from - 1);
  },
};

function refilled(path: string): string {
  const ledger = new Ledger(path);
  checkLedger(ledger, index);
  refill(ledger, index, ledger.last + 1, ANSWERS.length + 1, () => true);
  ledger.close();
  return readFileSync(path, "utf8");
}

it("a ledger that is missing, torn anywhere or ends in zeros is made level with its index", () => {
  const path = at("torn.jsonl");
  expect(refilled(path)).toBe(WHOLE);
  for (let length = 0; length < WHOLE.length; length += 97) {
    truncateSync(path, length);
    expect(refilled(path)).toBe(WHOLE);
  }
  truncateSync(path, 20_000);
  appendFileSync(path, new Uint8Array(5000));
  appendFileSync(path, "\n");
  expect(refilled(path)).toBe(WHOLE);
});

it("a page lost in the middle of the end is written again with all that follows it", () => {
  const path = at("page.jsonl");
  const bytes = Buffer.from(WHOLE);
  bytes.fill(0, 8192, 12_288);
  writeFileSync(path, bytes);
  expect(refilled(path)).toBe(WHOLE);
});

it("what its last line knows is enough, so that the rest can be filed away", () => {
  const path = at("rotated.jsonl");
  const lines = WHOLE.trimEnd().split("\n");
  writeFileSync(path, `${lines.at(-3)!}\n`);
  expect(refilled(path)).toBe(`${lines.slice(-3).join("\n")}\n`);
});

it("only the end of a long ledger is looked through", () => {
  const path = at("long.jsonl");
  const many: string[] = [];
  const wide = "x".repeat(60_000);
  for (let sequence = 1; sequence <= 200; sequence++) many.push(JSON.stringify({ sequence, wide }));
  writeFileSync(path, `${many.join("\n")}\n{"seq`);
  const ledger = new Ledger(path);
  expect(ledger).toMatchObject({ last: 200, cut: 5 });
  ledger.close();
});

it("a file that is no ledger, or another index's, is refused and left as it is", () => {
  const path = at("articles.jsonl");
  writeFileSync(path, '{"id":"a"}\n');
  expect(() => new Ledger(path)).toThrow(StoreError);
  expect(() => new Ledger(path)).toThrow(/begins with "\{\\"id\\":\\"a\\"\}\\n", expected \{"sequence":/);
  expect(readFileSync(path, "utf8")).toBe('{"id":"a"}\n');
  expect(() => new Ledger(at("no/such/folder.jsonl"))).toThrow(UsageError);
  writeFileSync(path, ledgerLine(answer(301, "duplicate"), true));
  const ledger = new Ledger(path);
  expect(() => checkLedger(ledger, index)).toThrow(/last sequence number is 301, the index has given 300/);
  ledger.close();
});
