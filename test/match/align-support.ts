import { FINGERPRINT_TOKENS, fingerprintAt } from "../../src/candidates/fingerprints.js";
import { ReferenceKernel } from "../../src/kernel/reference.js";
import type { Background } from "../../src/match/background.js";
import type { Passage } from "../../src/model/index.js";
import { type TokenisedText, tokenise } from "../../src/text/tokenise.js";

const kernel = new ReferenceKernel();

export const tokens = (text: string): TokenisedText => tokenise(kernel, text);

/** The words of a passage, and of its edits, on both sides. */
export function shown(a: string, b: string, passage: Passage): { a: string; b: string; edits: string[] } {
  return {
    a: a.slice(passage.a.start, passage.a.end),
    b: b.slice(passage.b.start, passage.b.end),
    edits: passage.edits.map(
      (edit) =>
        `${a.slice(edit.a.start, edit.a.end)}${edit.equivalent ? "=" : ">"}${b.slice(edit.b.start, edit.b.end)}`,
    ),
  };
}

/** Document frequencies counted over a few texts, as a collection would give them. */
export function backgroundOf(texts: readonly TokenisedText[]): Background {
  const words = new Map<number, number>();
  const fingerprints = new Map<number, number>();
  for (const { ids } of texts) {
    for (const id of new Set(ids)) words.set(id, (words.get(id) ?? 0) + 1);
    const own = new Set<number>();
    for (let at = 0; at + FINGERPRINT_TOKENS <= ids.length; at++) own.add(fingerprintAt(ids, at));
    for (const hash of own) fingerprints.set(hash, (fingerprints.get(hash) ?? 0) + 1);
  }
  return {
    documents: texts.length,
    fingerprintFrequency: (hash) => fingerprints.get(hash) ?? 0,
    fingerprintDays: (hash) => Math.max(1, Math.ceil((fingerprints.get(hash) ?? 0) / 2)),
    wordFrequency: (id) => words.get(id) ?? 0,
  };
}
