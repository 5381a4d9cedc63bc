/** What a document's `source` field or a host is called in credits. */
import { foldLetters } from "../../text/letters.js";
import { AGENCIES, type Agencies } from "./agencies.js";
import { OUTLETS_DATA } from "./lexicon-outlets.js";

const folded = (name: string) => name.trim().split(/\s+/u).map(foldLetters).join(" ");

const byAgencies = new WeakMap<Agencies, ReadonlyMap<string, string>>();

/** A host's first label is what many feeds call their source ("almasryalyoum"); a shorter one is a word. */
const LEAST_LABEL = 5;
const outlets = new Map<string, string>();
for (const { name, aliases, sources } of OUTLETS_DATA) {
  const labels = sources.map((host) => host.split(".")[0]!).filter((label) => label.length >= LEAST_LABEL);
  for (const alias of [name, ...aliases, ...sources, ...labels]) {
    const key = aliasKey(alias);
    if (!outlets.has(key)) outlets.set(key, name);
  }
}

/** All that an outlet is called, folded: two outlets may share a name, and on its own page it is its own. */
export function ownNames(outlet: string | null): ReadonlySet<string> {
  const names = OUTLETS_DATA.filter(({ name }) => name === outlet).flatMap(
    ({ name, aliases, ownAliases }) => [name, ...aliases, ...ownAliases],
  );
  return new Set(names.map(aliasKey));
}

/** Whether the words are one of them. */
export function isOwn(words: string, own: ReadonlySet<string>): boolean {
  return own.has(folded(words.replace(/["«»“”]/gu, "")));
}

/**
 * The canonical name of the agency that a `source` field, a host or a URL means ("was", "سانا", "sana.sy"); null
 * where it is none. An alias that is a common word too counts here: nothing else stands in the field.
 */
export function canonicalSource(source: string | undefined, agencies: Agencies = AGENCIES): string | null {
  return lookUp(source, namesOf(agencies));
}

/** The same for outlets. */
export function canonicalOutlet(source: string | undefined): string | null {
  return lookUp(source, outlets);
}

function lookUp(source: string | undefined, names: ReadonlyMap<string, string>): string | null {
  if (source === undefined) return null;
  const direct = names.get(aliasKey(source));
  if (direct !== undefined) return direct;
  for (let host = hostOf(source); host.includes("."); host = host.slice(host.indexOf(".") + 1)) {
    const name = names.get(aliasKey(host));
    if (name !== undefined) return name;
  }
  return null;
}

function namesOf(agencies: Agencies): ReadonlyMap<string, string> {
  let names = byAgencies.get(agencies);
  if (names === undefined) {
    const made = new Map<string, string>();
    for (const { name, aliases, ambiguous, hosts } of agencies.agencies) {
      for (const alias of [name, ...aliases, ...ambiguous, ...hosts]) {
        const key = aliasKey(alias);
        if (!made.has(key)) made.set(key, name);
      }
    }
    names = made;
    byAgencies.set(agencies, names);
  }
  return names;
}

function aliasKey(alias: string): string {
  return alias.includes(".") && !alias.includes(" ") ? alias.toLowerCase() : folded(alias);
}

/** The host of a URL, or of what looks like one, in lower case; "" for anything else. */
export function hostOf(url: string): string {
  const host = /^(?:[a-z][a-z0-9+.-]*:)?\/\/(?:[^/?#@]*@)?([^/?#:\s]+)/iu.exec(url)?.[1] ?? url;
  return /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u.test(host) ? host.toLowerCase().replace(/^www\./u, "") : "";
}
