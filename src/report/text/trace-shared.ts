import type { Trace } from "../../model/index.js";
import { count } from "./numbers.js";
import type { Pen } from "./style.js";

export function more(left: number): string {
  return `and ${count(left)} more (--json has all)`;
}

/** What the sections share. */
export interface TracePage {
  readonly trace: Trace;
  /** The text of a document that the trace names. */
  textOf(id: string): string;
  readonly ink: Pen;
  /** Cells for what stands under a heading. */
  readonly room: number;
}
