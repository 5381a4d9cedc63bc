/** Comparing two documents, and tracing one, with what an index keeps. */
import { UsageError } from "../errors.js";
import { createEngine, type Index } from "../index.js";
import type { Document, Match, Trace } from "../model/index.js";

/** A document, or the id of a kept one. */
export type Given = Document | { readonly id: string };

/** No document of this id is kept. */
export class Unknown extends Error {
  override readonly name = "Unknown";
}

/** As `isnad compare` of two files: judged as a bare pair. Throws Unknown and UsageError. */
export async function compareDocuments(index: Index, a: Given, b: Given): Promise<Match> {
  const [first, second] = [resolved(index, a), resolved(index, b)];
  const engine = await createEngine();
  try {
    engine.add(first);
    const id = first.id === second.id ? `${second.id} (2)` : second.id;
    engine.add({ ...second, id });
    return await engine.compare(first.id, id);
  } finally {
    await engine.close();
  }
}

/** As `isnad trace DOC --index DIR`. Throws Unknown and UsageError. */
export async function traceDocument(index: Index, given: Given, now: Date): Promise<Trace> {
  // Magazines are dated ahead, and clocks may be wrong: what is dated later than this is not trusted.
  const ahead = new Date(now.getTime() + 365 * 86_400_000).toISOString();
  return index.trace("text" in given ? given : resolved(index, given).id, { now: ahead });
}

function resolved(index: Index, given: Given): Document {
  if ("text" in given) return given;
  const document = index.document(given.id);
  if (document === undefined) throw new Unknown(`${given.id}: no document of this id is kept`);
  if (document.text === "") throw new UsageError("this index keeps no texts: there is nothing to compare");
  return document;
}
