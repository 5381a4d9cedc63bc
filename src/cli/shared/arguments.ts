/**
 * Values of options: what came is checked here, and the message says what was expected.
 */
import { InvalidArgumentError } from "commander";
import { PERIOD_EXPECTED, periodMs } from "../../options.js";

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

/** `7d`, `12h`, `1.5h`: milliseconds. */
export function period(value: string): number {
  const ms = periodMs(value);
  if (ms === null)
    throw new InvalidArgumentError(`${PERIOD_EXPECTED[0]!.toUpperCase()}${PERIOD_EXPECTED.slice(1)}.`);
  return ms;
}

export function positiveNumber(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 1) {
    throw new InvalidArgumentError("A whole number from 1 was expected.");
  }
  return number;
}

/** `duplicate,excerpt`: some of the choices. */
export function choicesAmong<Choice extends string>(
  choices: readonly Choice[],
): (value: string) => readonly Choice[] {
  return (value) => {
    const chosen = value.split(",").map((one) => one.trim());
    if (!chosen.every((one) => (choices as readonly string[]).includes(one))) {
      throw new InvalidArgumentError(`Some of ${choices.join(",")} were expected.`);
    }
    return chosen as Choice[];
  };
}
