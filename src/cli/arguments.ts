/**
 * Values of options: what came is checked here, and the message says what was expected.
 */
import { InvalidArgumentError } from "commander";

export function fraction(value: string): number {
  const number = Number(value);
  if (value.trim() === "" || !(number >= 0 && number <= 1)) {
    throw new InvalidArgumentError("A number from 0 to 1 was expected.");
  }
  return number;
}

export function workers(value: string): number | "auto" {
  if (value === "auto") return value;
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > 256) {
    throw new InvalidArgumentError('A whole number from 1 to 256 or "auto" was expected.');
  }
  return number;
}

/** `NAME=FIELD`, repeatable: document field NAME is read from input field FIELD. */
export function fieldMapping(
  value: string,
  before: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const at = value.indexOf("=");
  if (at < 1 || at === value.length - 1) {
    throw new InvalidArgumentError("NAME=FIELD was expected, as in text=content.");
  }
  return { ...before, [value.slice(0, at)]: value.slice(at + 1) };
}
