/**
 * Verifies an index in a process of its own: LMDB reads pages where they lie, and a damaged pointer can end the
 * process that follows it.
 */
import { fork } from "node:child_process";
import { StoreError } from "../../errors.js";
import type { IndexFinding, Progress } from "../../index.js";

/** What the process sends: how far it is, then its result or the error that it met. */
export type VerifyMessage =
  | { readonly progress: Progress }
  | { readonly documents: number; readonly findings: readonly IndexFinding[] }
  | { readonly unreadable: string };

export interface Verified {
  /** Null where the process ended before it could tell. */
  readonly documents: number | null;
  readonly findings: readonly IndexFinding[];
}

/** Throws StoreError for an index that cannot be opened at all. */
export async function verifyApart(
  dir: string,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<Verified> {
  const child = fork(new URL("./verify-task.js", import.meta.url), [dir], {
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    signal,
    killSignal: "SIGKILL",
  });
  let message: Exclude<VerifyMessage, { progress: Progress }> | undefined;
  let said = "";
  child.on("message", (value: VerifyMessage) => {
    if ("progress" in value) onProgress(value.progress);
    else message = value;
  });
  child.stderr?.on("data", (text) => {
    said = `${said}${text}`.slice(-2000);
  });
  const ended = await new Promise<string>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, killed) => resolve(killed ?? `exit code ${code}`));
  });
  if (message === undefined) {
    const last = said.trim().split("\n").at(-1);
    const found = `reading it ended the process (${ended})${last ? `: ${last}` : ""}`;
    return { documents: null, findings: [{ part: "file", found, expected: "pages that can be read" }] };
  }
  if ("unreadable" in message) throw new StoreError(message.unreadable);
  return message;
}
