/** All tests but the slow ones: `npm run test:fast`. */
import { defineConfig, mergeConfig } from "vitest/config";
import all from "../vitest.config.js";

/** They take half the time of all: processes that are killed, full disks, collections of thousands, a browser. */
const SLOW = [
  "test/cli/trace.test.ts",
  "test/dedup/damage.test.ts",
  "test/dedup/full.test.ts",
  "test/dedup/holders.test.ts",
  "test/dedup/import.test.ts",
  "test/dedup/kill.test.ts",
  "test/e2e/**",
  "test/engine/archive.property.test.ts",
  "test/engine/differential.test.ts",
  "test/evaluate/released.test.ts",
  "test/index/differential.test.ts",
  "test/index/follow.test.ts",
  "test/index/growth.test.ts",
  "test/ingest/damage.test.ts",
  "test/server/faults.test.ts",
  "test/server/server.test.ts",
];

export default mergeConfig(all, defineConfig({ test: { exclude: ["node_modules/**", ...SLOW] } }));
