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

const UNITS_BYTES: Readonly<Record<string, number>> = { "": 1, K: 2 ** 10, M: 2 ** 20, G: 2 ** 30 };
/** A record of more bytes would be a text longer than strings can be. */
const BYTES_MAX = 512 * 2 ** 20;

/** `64MB`, `512k`, `1048576`: bytes, with the powers of 1024. */
export function byteSize(value: string): number {
  const found = /^(\d+(?:\.\d+)?) ?([kmg]?)(?:i?b)?$/i.exec(value.trim());
  const bytes =
    found === null ? Number.NaN : Math.floor(Number(found[1]) * UNITS_BYTES[found[2]!.toUpperCase()]!);
  if (!(bytes >= 1 && bytes <= BYTES_MAX)) {
    throw new InvalidArgumentError("A size up to 512MB was expected, such as 64MB or 512KB.");
  }
  return bytes;
}
