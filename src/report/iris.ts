/**
 * Names for things in exported graphs. All stand under https://isnad.invalid/, which by RFC 2606 never resolves: they
 * name, and fetch nothing.
 */
import type { Origin } from "../model/index.js";

export const VOCABULARY = "https://isnad.invalid/ns#";
const NAMES = "https://isnad.invalid/id/";

export function documentIri(id: string): string {
  return `${NAMES}document/${segment(id)}`;
}

export function originIri(origin: Origin): string {
  return "document" in origin ? documentIri(origin.document) : `${NAMES}unseen/${segment(origin.unseen)}`;
}

export function outletIri(name: string): string {
  return `${NAMES}outlet/${segment(name)}`;
}

export function softwareIri(version: string): string {
  return `${NAMES}software/${segment(version)}`;
}

export function bundleIri(sha256: string): string {
  return `${NAMES}bundle/${sha256}`;
}

export function annotationIri(document: string, name: string): string {
  return `${NAMES}annotation/${segment(document)}/${segment(name)}`;
}

/** A lone surrogate has no bytes in UTF-8: it becomes the replacement character. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, "\ufffd");
}

function segment(text: string): string {
  return encodeURIComponent(wellFormed(text));
}
