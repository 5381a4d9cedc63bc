import type { Document } from "../model.js";

/** What a report names a document by. */
export type Label = Pick<Document, "id" | "title" | "source" | "published" | "url" | "byline">;

/** One side of a comparison. */
export interface Side {
  readonly label: Label;
  readonly text: string;
}
