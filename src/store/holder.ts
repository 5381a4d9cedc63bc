/**
 * Who holds a lock, and whether that process still runs. A process is told by host, boot, pid namespace, pid and start
 * time: a pid alone is given again, and means another process in another container.
 */
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";

export interface LockHolder {
  readonly host: string;
  /** Of the running system: changes when the machine starts anew. Empty where the system tells none. */
  readonly boot: string;
  /** In which the pid means this process, as Linux names it: "pid:[4026531836]". Empty where the system tells none. */
  readonly namespace: string;
  readonly pid: number;
  /** When the process began, in the system's own ticks. Empty where the system tells none. */
  readonly started: string;
  /** ISO 8601. */
  readonly since: string;
}

/** "unknown": it runs, if at all, where its pid means nothing here. */
export type Life = "alive" | "dead" | "unknown";

/** This process, from now on. */
export function ownHolder(): LockHolder {
  return {
    host: hostname(),
    boot: bootId(),
    namespace: namespaceId(),
    pid: process.pid,
    started: startOf("self") ?? "",
    since: new Date().toISOString(),
  };
}

export function lifeOf({ host, boot, namespace, pid, started }: LockHolder): Life {
  if (host !== hostname()) return "unknown";
  if (boot !== bootId()) return "dead";
  // A lock of before namespaces were noted is taken for one of this namespace.
  if (namespace !== "" && namespace !== namespaceId()) return "unknown";
  if (!isProcOfNamespace()) return processExists(pid) ? "alive" : "dead";
  const start = startOf(pid);
  if (start === null) return process.platform !== "linux" && processExists(pid) ? "alive" : "dead";
  return started === "" || start === started ? "alive" : "dead";
}

/** Null for what no writer has written. */
export function parseHolder(text: string): LockHolder | null {
  try {
    const { host, boot, namespace = "", pid, started, since } = JSON.parse(text);
    const strings = [host, boot, namespace, started, since].every((one) => typeof one === "string");
    return strings && Number.isInteger(pid) ? { host, boot, namespace, pid, started, since } : null;
  } catch {
    return null;
  }
}

/** "process 12 on host a since 2026-01-02T03:04:05.000Z" */
export function holderName({ host, namespace, pid, since }: LockHolder): string {
  const isElsewhere = host === hostname() && namespace !== "" && namespace !== namespaceId();
  return `process ${pid} on host ${host}${isElsewhere ? ` in another container (${namespace})` : ""} since ${since}`;
}

function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function bootId(): string {
  return systemText("/proc/sys/kernel/random/boot_id")?.trim() ?? "";
}

function namespaceId(): string {
  try {
    return readlinkSync("/proc/self/ns/pid");
  } catch {
    return "";
  }
}

/** A container may show another namespace's /proc, in which the pids of this one are other processes. */
function isProcOfNamespace(): boolean {
  try {
    return readlinkSync("/proc/self") === String(process.pid);
  } catch {
    return process.platform !== "linux";
  }
}

/** Field 22 of /proc/PID/stat; null where there is no such process, or no /proc. */
function startOf(pid: number | "self"): string | null {
  const text = systemText(`/proc/${pid}/stat`);
  // The second field is the program's name in parentheses, which may hold spaces and parentheses itself.
  const fields = text?.slice(text.lastIndexOf(")") + 2).split(" ");
  return fields === undefined || fields[0] === "Z" ? null : (fields[19] ?? null);
}

function systemText(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
