/**
 * What was damaged in a text on its way here, mended, and noted on the record. In: the fields of a record. Out: the
 * fields, the same object where nothing was to be mended.
 */
import { fragmentText, isMarkup } from "./fragment.js";
import { mayBeMojibake, mendMojibake } from "./mojibake.js";
import type { FieldValues } from "./record.js";

const LESS_THAN = 0x3c;

/** Whether the text in these UTF-8 bytes should be looked at more closely. O(1). */
export function mayNeedRepair(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  while (at < end && bytes[at]! <= 32) at++;
  return bytes[at] === LESS_THAN || mayBeMojibake(bytes, start, end);
}

/** The fields mended, or why the text cannot be used. */
export function repairValues(values: FieldValues): FieldValues | string {
  let mended = mendMojibake(values) ?? values;
  const { text = "" } = mended;
  if (isMarkup(text)) {
    const plain = fragmentText(text);
    if (plain === "") return "no text (its text is markup with no words in it)";
    mended = noted({ ...mended, text: plain }, "HTML markup taken out");
  }
  return mended;
}

/** The fields with one more line in `repairs`. */
export function noted(values: FieldValues, repair: string): FieldValues {
  const known = values.repairs === undefined ? [] : (JSON.parse(values.repairs) as string[]);
  return { ...values, repairs: JSON.stringify([...known, repair]) };
}
