import { timeText } from "../label.js";
import { clean } from "./clean.js";
import { truncate } from "./layout.js";
import { counted } from "./numbers.js";
import { reading } from "./reading.js";
import type { TracePage } from "./trace-shared.js";
import { more } from "./trace-shared.js";

const VERSIONS_SHOWN = 6;
const SENTENCES_SHOWN = 4;

/** Other texts of the same item: what this one has that they lack, and the facts that differ. */
export function versionLines({ trace, textOf, ink, room }: TracePage): string[] {
  const text = textOf(trace.document.id);
  const lines = trace.versions.slice(0, VERSIONS_SHOWN).flatMap(({ id, published, added, facts }) => {
    const label = [id, published && timeText(published)].filter((part) => part !== undefined);
    const head = [
      ...label.map((part) => ink.isolate(clean(part))),
      `${counted(added.length, "sentence")} here that it lacks`,
    ].join(" · ");
    const sentences = added
      .slice(0, SENTENCES_SHOWN)
      .map(({ start, end }) => `  + ${ink.isolate(truncate(clean(text.slice(start, end)), room - 4))}`);
    if (added.length > SENTENCES_SHOWN) sentences.push(`  ${more(added.length - SENTENCES_SHOWN)}`);
    const changed = facts.map(
      ({ kind, a, b }) => `  ${kind.padEnd(9)}${reading(a.text, ink)} ← ${reading(b.text, ink)}`,
    );
    return [head, ...sentences, ...changed];
  });
  const left = trace.versions.length - VERSIONS_SHOWN;
  return left > 0 ? [...lines, more(left)] : lines;
}
