/** Comparing two documents, and tracing one, with what an index keeps. */

import { comparingTwo } from "../app/compare.js";
import { latestTrusted } from "../app/trace.js";
import { UsageError } from "../errors.js";
import type { Index } from "../index.js";
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
  return comparingTwo([first, second], second.id, async ({ match }) => match);
}

/** As `isnad trace DOC --index DIR`. Throws Unknown and UsageError. */
export async function traceDocument(index: Index, given: Given, now: Date): Promise<Trace> {
  return index.trace("text" in given ? given : resolved(index, given).id, {
    now: latestTrusted(now),
  });
}

function resolved(index: Index, given: Given): Document {
  if ("text" in given) return given;
  const document = index.document(given.id);
  if (document === undefined) throw new Unknown(`${given.id}: no document of this id is kept`);
  if (document.text === "") throw new UsageError("this index keeps no texts: there is nothing to compare");
  return document;
}
