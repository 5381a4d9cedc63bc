/**
 * The agencies that credits are recognised by: the list that comes with the package, and what a file adds to it.
 * The file is JSON: `{ "version": 1, "agencies": [{ "name", "aliases": [...], "ambiguous"?: [...], "hosts"?: [...] }] }`.
 */

import { UsageError } from "../../errors.js";
import { AGENCIES_DATA, type Agency } from "../../language/agencies.js";

/** Version of the file that adds agencies. */
export const AGENCIES_VERSION = 1;

const MOST_AGENCIES = 10_000;
const MOST_ALIASES = 200;
const MOST_ALIAS_LENGTH = 200;

export interface Agencies {
  readonly version: typeof AGENCIES_VERSION;
  readonly agencies: readonly Agency[];
}

/** The agencies that come with the package. */
export const AGENCIES: Agencies = { version: AGENCIES_VERSION, agencies: AGENCIES_DATA };

/**
 * Adds the agencies of a file to those that come with the package; an agency of a known name gets further aliases.
 * Takes the file's text or what JSON made of it. Throws a UsageError that names what came and what was expected.
 */
export function parseAgencies(json: unknown): Agencies {
  const file = typeof json === "string" ? parsed(json) : json;
  if (!isRecord(file)) throw refused('an object with "version" and "agencies"', file);
  if (file.version !== AGENCIES_VERSION) {
    throw new UsageError(
      `agencies: version ${shown(file.version)} is not known, expected ${AGENCIES_VERSION}`,
    );
  }
  onlyKeys(file, ["version", "agencies"], "agencies");
  const list = file.agencies;
  if (!Array.isArray(list)) throw refused('"agencies" as a list', list);
  if (list.length > MOST_AGENCIES) {
    throw new UsageError(`agencies: ${list.length} agencies, expected at most ${MOST_AGENCIES}`);
  }
  const byName = new Map(AGENCIES.agencies.map((agency) => [agency.name, agency]));
  for (const [at, entry] of list.entries()) {
    const added = agencyOf(entry, `agencies[${at}]`);
    const known = byName.get(added.name);
    byName.set(added.name, known === undefined ? added : joined(known, added));
  }
  return { version: AGENCIES_VERSION, agencies: [...byName.values()] };
}

function agencyOf(entry: unknown, where: string): Agency {
  if (!isRecord(entry)) throw refused(`${where} as an object`, entry);
  onlyKeys(entry, ["name", "aliases", "ambiguous", "hosts"], where);
  const name = entry.name;
  if (typeof name !== "string" || name.trim() === "") throw refused(`${where}.name as a word`, name);
  const agency = {
    name: name.trim(),
    aliases: words(entry.aliases, `${where}.aliases`),
    ambiguous: words(entry.ambiguous ?? [], `${where}.ambiguous`),
    hosts: words(entry.hosts ?? [], `${where}.hosts`).map((host) =>
      host.toLowerCase().replace(/^www\./u, ""),
    ),
  };
  if (agency.aliases.length + agency.ambiguous.length + agency.hosts.length === 0) {
    throw new UsageError(`${where}: no aliases, ambiguous or hosts, expected at least one name to look for`);
  }
  return agency;
}

function words(value: unknown, where: string): string[] {
  if (!Array.isArray(value)) throw refused(`${where} as a list of words`, value);
  if (value.length > MOST_ALIASES)
    throw new UsageError(`${where}: ${value.length} entries, expected at most ${MOST_ALIASES}`);
  return value.map((word, at) => {
    if (typeof word !== "string" || !/[\p{L}\p{N}]/u.test(word))
      throw refused(`${where}[${at}] as a word`, word);
    if (word.length > MOST_ALIAS_LENGTH) {
      throw new UsageError(
        `${where}[${at}]: ${word.length} characters, expected at most ${MOST_ALIAS_LENGTH}`,
      );
    }
    return word.trim();
  });
}

function joined(known: Agency, added: Agency): Agency {
  const union = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])];
  return {
    name: known.name,
    aliases: union(known.aliases, added.aliases),
    ambiguous: union(known.ambiguous, added.ambiguous),
    hosts: union(known.hosts, added.hosts),
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new UsageError(`agencies: not JSON (${(error as Error).message})`);
  }
}

function onlyKeys(value: Record<string, unknown>, known: readonly string[], where: string): void {
  for (const key of Object.keys(value)) {
    if (!known.includes(key))
      throw new UsageError(`${where}: "${key}" is not known, expected ${known.join(", ")}`);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function refused(expected: string, came: unknown): UsageError {
  return new UsageError(`agencies: expected ${expected}, got ${shown(came)}`);
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
