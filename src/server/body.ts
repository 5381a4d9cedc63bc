/** The items in the body of a request, read as `isnad dedup` reads a file: the same keys hold the same fields. */
import { type Item, ItemQueue, type Unreadable } from "../dedup/items.js";
import { JsonArrayParser } from "../ingest/formats/json.js";
import { DEFAULT_FIELDS, JsonLinesParser, PlainArea, type RecordParser } from "../ingest/index.js";

/** "lines": a JSON document a line · "json": one JSON document, or an array of them. */
export type BodyKind = "lines" | "json";

/**
 * Reads a body as it comes; yields what each piece completed, in order. `key` names the field whose exact value is
 * looked up first. Memory is one piece and the longest record.
 */
export async function* bodyItems(
  pieces: AsyncIterable<Uint8Array>,
  kind: BodyKind,
  key: string | undefined,
): AsyncGenerator<readonly (Item | Unreadable)[], void> {
  const area = new PlainArea();
  const queue = new ItemQueue(area, key);
  queue.begin("body");
  const parser: RecordParser =
    kind === "lines"
      ? new JsonLinesParser(area, DEFAULT_FIELDS, queue)
      : new JsonArrayParser(area, DEFAULT_FIELDS, queue);
  for await (const piece of pieces) {
    parser.space(piece.length).set(piece);
    parser.filled(piece.length);
    yield queue.take();
  }
  parser.end();
  yield queue.take();
}
