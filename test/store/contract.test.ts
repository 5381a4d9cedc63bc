import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { openLmdb } from "../../src/store/lmdb.js";
import { MemoryStore } from "../../src/store/memory.js";
import { describeStore } from "./contract.js";

const folder = mkdtempSync(join(tmpdir(), "isnad-store-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeStore(
  "memory",
  false,
  async () => new MemoryStore(),
  () => {},
);
describeStore(
  "LMDB",
  true,
  () => openLmdb(folder, "write"),
  () => {
    rmSync(join(folder, "data.mdb"), { force: true });
    rmSync(join(folder, "data.mdb-lock"), { force: true });
  },
);
