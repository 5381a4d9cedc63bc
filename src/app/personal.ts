/** What a person decided or added, read from the files that the options name. */
import { readFile } from "node:fs/promises";
import { readTrouble, UsageError } from "../errors.js";
import type { LineageOptions } from "../index.js";

export interface PersonalFlags {
  readonly decisions?: string;
  readonly agencies?: string;
}

export async function personal({ decisions, agencies }: PersonalFlags): Promise<LineageOptions> {
  const { parseDecisions } = await import("../provenance/lineage/index.js");
  const { parseAgencies } = await import("../provenance/credits/index.js");
  const options: { -readonly [name in keyof LineageOptions]: LineageOptions[name] } = {};
  if (decisions !== undefined) {
    const name = `--decisions ${decisions}`;
    options.decisions = parseDecisions(await textOf(name, decisions), name);
  }
  if (agencies !== undefined) {
    const name = `--agencies ${agencies}`;
    const text = await textOf(name, agencies);
    try {
      options.agencies = parseAgencies(text);
    } catch (error) {
      // It names the place in the file, not the file.
      throw new UsageError(`${name}: ${(error as Error).message.replace(/^agencies: /, "")}`);
    }
  }
  return options;
}

/** `name` is the option with its file. */
async function textOf(name: string, file: string): Promise<string> {
  return readFile(file, "utf8").catch((error: Error) => {
    throw new UsageError(`${name}: cannot be read (${readTrouble(error)})`);
  });
}
