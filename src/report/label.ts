import type { Document } from "../model/index.js";

/** What a report names a document by. */
export type Label = Pick<Document, "id" | "title" | "source" | "published" | "url" | "byline">;

/** The title, or the id where there is none. */
export function nameOf({ title, id }: Pick<Label, "id" | "title">): string {
  return title === undefined || title.trim() === "" ? id : title;
}

/** A time as people read it. */
export function timeText(published: string): string {
  return published.replace("T", " ");
}

/** One side of a comparison. */
export interface Side {
  readonly label: Label;
  readonly text: string;
}
