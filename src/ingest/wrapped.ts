/** Objects of JSON that are no record themselves: where the records in them lie, and what to say where there are none. */
import type { FieldMap } from "./fields.js";

/** Objects nested deeper than this are not searched: answers of servers wrap their records once or twice. */
const DEPTH = 4;
/** Elements of an array that are looked at to see whether it holds records. */
const PROBED = 20;
const KEYS_NAMED = 16;
/** A value of fewer words is no text to suggest. */
const LEAST_WORDS = 5;
/** What stands between an element and the record that it carries, in answers of search engines and GraphQL. */
const ENVELOPES = ["_source", "fields", "attributes", "node", "article", "document", "doc"];

/**
 * What stands under a key: the key as it is, else a path of keys with dots between them (`_source.body`). Undefined
 * where there is nothing.
 */
export function valueAt(record: object, key: string): unknown {
  if (Object.hasOwn(record, key)) return (record as Record<string, unknown>)[key];
  const dot = key.indexOf(".");
  if (dot < 0) return undefined;
  const inner = valueAt(record, key.slice(0, dot));
  return typeof inner === "object" && inner !== null ? valueAt(inner, key.slice(dot + 1)) : undefined;
}

export interface Found {
  /** Such as `articles[]` or `hits.hits[]._source`. */
  readonly path: string;
  /** The records, in this object or in another of the same shape. */
  at(root: object): object[];
}

/** The array that holds most records, the first of those that hold as many; or one record in an envelope. */
export function findRecords(root: object, isRecord: (value: object) => boolean): Found | null {
  let best: { keys: readonly string[]; envelope: string | null; records: number } | null = null;
  const visit = (value: object, keys: readonly string[]) => {
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner !== "object" || inner === null) continue;
      const path = [...keys, key];
      if (!Array.isArray(inner)) {
        if (path.length < DEPTH) visit(inner as object, path);
        continue;
      }
      const envelope = envelopeOf(inner, isRecord);
      if (envelope !== undefined && inner.length > (best?.records ?? 0))
        best = { keys: path, envelope, records: inner.length };
    }
  };
  visit(root, []);
  const found = best as { keys: readonly string[]; envelope: string | null } | null;
  if (found !== null) {
    const { keys, envelope } = found;
    return {
      path: `${keys.join(".")}[]${envelope === null ? "" : `.${envelope}`}`,
      at: (other) =>
        (keys.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], other) as unknown[])
          .filter(isObject)
          .map((one) => opened(one, envelope)),
    };
  }
  for (const envelope of ENVELOPES) {
    const inner = valueAt(root, envelope);
    if (isObject(inner) && isRecord(inner))
      return { path: envelope, at: (other) => [opened(other, envelope)] };
  }
  return null;
}

/** Null where the elements are records, the name of their envelope where they carry them, undefined where neither. */
function envelopeOf(
  elements: readonly unknown[],
  isRecord: (value: object) => boolean,
): string | null | undefined {
  const probed = elements.slice(0, PROBED).filter(isObject);
  if (probed.some(isRecord)) return null;
  return ENVELOPES.find((key) =>
    probed.some((one) => {
      const inner = valueAt(one, key);
      return isObject(inner) && isRecord(inner);
    }),
  );
}

/** The record in its envelope, with what stands outside it where it has no field of that name itself. */
function opened(element: object, envelope: string | null): object {
  if (envelope === null) return element;
  const inner = valueAt(element, envelope);
  return isObject(inner) ? { ...element, ...inner } : element;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Why an object gives no text: which keys were tried, which are there, and the `--field` that would work. */
export function noTextReason(record: object, fields: FieldMap): string {
  const texts = new Map<string, number>();
  const keys: string[] = [];
  const visit = (value: object, prefix: string, depth: number) => {
    for (const [key, inner] of Object.entries(value)) {
      const path = prefix + key;
      if (isObject(inner) && depth < DEPTH - 1) visit(inner, `${path}.`, depth + 1);
      else keys.push(path);
      if (isSentence(inner)) texts.set(path, inner.length);
    }
  };
  visit(record, "", 0);
  return missingText(fields, keys, texts);
}

/** Whether a value could be a text: some words, and no address. */
export function isSentence(value: unknown): value is string {
  return typeof value === "string" && value.trim().split(/\s+/, LEAST_WORDS).length >= LEAST_WORDS;
}

/** `lengths`: of the values that could be texts, by key or column. */
export function missingText(
  fields: FieldMap,
  keys: readonly string[],
  lengths: ReadonlyMap<string, number>,
): string {
  const tried = `no text (fields tried: ${fields.text.join(", ")})`;
  if (keys.length === 0) return tried;
  const empty = fields.text.filter((key) => keys.includes(key));
  if (empty.length > 0) return `no text (${empty.join(" and ")} ${empty.length > 1 ? "are" : "is"} empty)`;
  const more = keys.length > KEYS_NAMED ? ", …" : "";
  const there = `${tried}; there are ${keys.slice(0, KEYS_NAMED).join(", ")}${more}`;
  let longest: string | null = null;
  for (const [key, length] of lengths)
    if (!fields.text.includes(key) && length > (lengths.get(longest ?? "") ?? 0)) longest = key;
  return longest === null ? there : `${there}: --field text=${longest} would read the longest`;
}
