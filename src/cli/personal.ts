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
  return {
    ...(decisions === undefined
      ? {}
      : { decisions: await parsed("--decisions", decisions, (text) => parseDecisions(text, decisions)) }),
    ...(agencies === undefined ? {} : { agencies: await parsed("--agencies", agencies, parseAgencies) }),
  };
}

async function parsed<Value>(option: string, file: string, parse: (text: string) => Value): Promise<Value> {
  const text = await readFile(file, "utf8").catch((error: Error) => {
    throw new UsageError(`${option} ${file}: cannot be read (${readTrouble(error)})`);
  });
  return parse(text);
}
