/**
 * The cases that fast-check draws: the same ones in every run, so that a run fails for what was changed and not by
 * chance. `ISNAD_SEED=7 npx vitest run property` draws others.
 */
import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env["ISNAD_SEED"] ?? 1) });
