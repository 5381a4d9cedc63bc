import { clean } from "./clean.js";
import { truncate } from "./layout.js";
import type { Pen } from "./style.js";

const COLUMNS = 40;

/** One reading of a changed fact; a text may have nothing where the other denies. */
export function reading(text: string, ink: Pen): string {
  const shown = clean(text);
  return shown === "" ? ink.dim("nothing") : ink.isolate(truncate(shown, COLUMNS));
}
