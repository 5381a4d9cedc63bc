/** Credits of form `link`: the host of the document's own address and of the links on its page. */
import type { Document } from "../../model/index.js";
import type { Credit } from "../../model/provenance.js";
import type { Agencies } from "./agencies.js";
import { canonicalSource, hostOf } from "./canonical.js";

/**
 * Offsets of a link count in the links joined by line breaks. The host of an address is a credit where it belongs to
 * an agency.
 */
export function linkCredits(document: Document, agencies: Agencies): Credit[] {
  const credits: Credit[] = [];
  const add = (url: string, field: "url" | "links", offset: number) => {
    const host = hostOf(url);
    if (host === "") return;
    const name = canonicalSource(host, agencies);
    if (name === null) return;
    const at = url.toLowerCase().indexOf(host);
    credits.push({
      role: "carrier",
      form: "link",
      name,
      alias: url.slice(at, at + host.length),
      field,
      start: offset + at,
      end: offset + at + host.length,
    });
  };
  if (document.url !== undefined) add(document.url, "url", 0);
  let offset = 0;
  for (const link of document.links ?? []) {
    add(link, "links", offset);
    offset += link.length + 1;
  }
  return credits;
}
