/** The files that a report is made from, each with its SHA-256. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readTrouble, UsageError } from "../../errors.js";
import { expandInputs } from "../../ingest/index.js";
import type { ReportFile } from "../../report/html/bundle-format.js";
import type { ReportFlags } from "./flags.js";

/**
 * Inputs, then decisions and agencies, by path. Throws UsageError for an input that cannot be read twice: what a report
 * says must be possible to check.
 */
export async function reportFiles(inputs: readonly string[], flags: ReportFlags): Promise<ReportFile[]> {
  const { files } = await expandInputs(inputs);
  const found: ReportFile[] = [];
  for (const { path, bytes } of files) {
    if (path === "-" || bytes === null) {
      const name = path === "-" ? "standard input" : path;
      throw new UsageError(
        `${name}: a report names its inputs by their SHA-256 and is checked against them; files are expected`,
      );
    }
    found.push(await hashed("input", path));
  }
  for (const role of ["decisions", "agencies"] as const) {
    const path = flags[role];
    if (path !== undefined) found.push(await hashed(role, path));
  }
  return found;
}

async function hashed(role: ReportFile["role"], path: string): Promise<ReportFile> {
  const hash = createHash("sha256");
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(path)) {
      const piece = chunk as Buffer;
      hash.update(piece);
      bytes += piece.length;
    }
  } catch (error) {
    // Unreadable inputs are listed with the other skipped records; nothing was read of them.
    if (role === "input") return { role, path, bytes: 0, sha256: "" };
    throw new UsageError(`--${role} ${path}: cannot be read (${readTrouble(error as Error)})`);
  }
  return { role, path, bytes, sha256: hash.digest("hex") };
}
