/**
 * A person's decisions, as JSON lines: the first is `{"version": 1}`, each other one of
 * `{"confirm": {"from": ID, "to": ID}}`, `{"reject": {"from": ID, "to": ID}}`,
 * `{"time": {"document": ID, "published": TIME}}`. The last word on a pair, or on a document's time, stands.
 */
import { UsageError } from "../../errors.js";
import type { Decisions } from "../../model/index.js";
import { timeSpan } from "../../times.js";

export const DECISIONS_VERSION = 1;
const EXPECTED =
  'expected {"confirm": {from, to}}, {"reject": {from, to}} or {"time": {document, published}}';

/** Throws UsageError that names the line, what came and what was expected. `name` is the file's, for messages. */
export function parseDecisions(text: string, name = "decisions"): Decisions {
  const confirmed = new Map<string, { from: string; to: string }>();
  const rejected = new Map<string, { from: string; to: string }>();
  const times = new Map<string, { document: string; published: string }>();
  let versioned = false;
  const lines = text.replace(/^\ufeff/u, "").split(/\r?\n/u);
  lines.forEach((line, at) => {
    if (line.trim() === "") return;
    const where = `${name}, line ${at + 1}`;
    const record = recordOf(line, where);
    if (!versioned) {
      if (record.version !== DECISIONS_VERSION || Object.keys(record).length !== 1) {
        throw new UsageError(`${where}: ${shown(line)}, expected {"version": ${DECISIONS_VERSION}} first`);
      }
      versioned = true;
      return;
    }
    const [[kind, value] = ["", null], ...more] = Object.entries(record);
    if (more.length > 0) throw new UsageError(`${where}: ${shown(line)}, ${EXPECTED}`);
    if (kind === "confirm" || kind === "reject") {
      const { from, to } = fieldsOf(value, ["from", "to"], where, line);
      if (from === to)
        throw new UsageError(
          `${where}: from and to are both ${JSON.stringify(from)}, expected two documents`,
        );
      const pair = JSON.stringify([from, to]);
      const opposite = JSON.stringify([to, from]);
      const [mine, other] = kind === "confirm" ? [confirmed, rejected] : [rejected, confirmed];
      other.delete(pair);
      if (kind === "confirm") confirmed.delete(opposite);
      mine.set(pair, { from: from!, to: to! });
    } else if (kind === "time") {
      const { document, published } = fieldsOf(value, ["document", "published"], where, line);
      if (timeSpan(published!) === null)
        throw new UsageError(
          `${where}: published is ${shown(published!)}, expected a time such as 2015-08-10T12:56+03:00`,
        );
      times.set(document!, { document: document!, published: published! });
    } else throw new UsageError(`${where}: ${shown(line)}, ${EXPECTED}`);
  });
  return { confirmed: [...confirmed.values()], rejected: [...rejected.values()], times: [...times.values()] };
}

function recordOf(line: string, where: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new UsageError(`${where}: ${shown(line)} is no JSON, ${EXPECTED}`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new UsageError(`${where}: ${shown(line)}, ${EXPECTED}`);
  return value as Record<string, unknown>;
}

function fieldsOf(
  value: unknown,
  names: readonly string[],
  where: string,
  line: string,
): Record<string, string> {
  const record = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
  const known = Object.keys(record).every((name) => names.includes(name));
  if (!known || !names.every((name) => typeof record[name] === "string" && record[name] !== ""))
    throw new UsageError(`${where}: ${shown(line)}, ${EXPECTED}`);
  return record as Record<string, string>;
}

function shown(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
