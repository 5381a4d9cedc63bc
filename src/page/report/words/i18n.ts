/**
 * Words of the interface. A message is a string with `{name}` places, or one string for each plural category of `n`.
 * As nodes, values that come from articles are isolated, so that a Latin name cannot turn an Arabic line.
 */
import type { Ui } from "../../../report/html/bundle-format.js";
import { bdi, type Child } from "../frame/dom.js";
import { AR } from "./ar.js";
import { EN } from "./en.js";
import type { Key, Message } from "./message.js";

export type Values = Readonly<Record<string, string | number | Node>>;

const TABLES: Readonly<Record<Ui, Readonly<Record<Key, Message>>>> = { ar: AR, en: EN };
const LOCALES: Record<Ui, string> = { ar: "ar-u-nu-latn", en: "en-GB" };
const ISOLATE = "\u2068";
const POP = "\u2069";

export class Language {
  readonly ui: Ui;
  readonly dir: "rtl" | "ltr";
  readonly #plurals: Intl.PluralRules;
  readonly #numbers: Intl.NumberFormat;

  constructor(ui: Ui) {
    this.ui = ui;
    this.dir = ui === "ar" ? "rtl" : "ltr";
    this.#plurals = new Intl.PluralRules(ui);
    this.#numbers = new Intl.NumberFormat(ui === "ar" ? "en" : LOCALES[ui]);
  }

  count(value: number): string {
    return this.#numbers.format(value);
  }

  /** Never rounds up to 100 what is less, nor down to 0 what is more. */
  percent(share: number): string {
    const whole = Math.round(share * 100);
    const shown = share > 0 && share < 0.01 ? "<1" : String(share < 1 && whole === 100 ? 99 : whole);
    return this.ui === "ar" ? `\u200e${shown}%` : `${shown}\u00a0%`;
  }

  date(milliseconds: number, options: Intl.DateTimeFormatOptions): string {
    return new Intl.DateTimeFormat(LOCALES[this.ui], { ...options, timeZone: "UTC" }).format(milliseconds);
  }

  /** As plain text, for titles and labels. */
  text(key: Key, values: Values = {}): string {
    return this.#parts(key, values)
      .map((part) => (typeof part === "string" ? part : `${ISOLATE}${part.textContent}${POP}`))
      .join("");
  }

  /** As nodes. */
  nodes(key: Key, values: Values = {}): Child[] {
    return this.#parts(key, values);
  }

  has(key: string): key is Key {
    return Object.hasOwn(TABLES[this.ui], key);
  }

  #parts(key: Key, values: Values): (string | Node)[] {
    const message = TABLES[this.ui][key];
    const n = typeof values.n === "number" ? values.n : 0;
    const pattern =
      typeof message === "string"
        ? message
        : ((n === 0 ? message.zero : message[this.#plurals.select(n)]) ?? message.other);
    return filledParts(pattern, values, (value) => this.count(value));
  }
}

/** A pattern cut at its `{name}` places; a name without a value stays as it is. */
export function filledParts(
  pattern: string,
  values: Values,
  number: (value: number) => string,
): (string | Node)[] {
  return pattern.split(/(\{\w+\})/).flatMap((piece): (string | Node)[] => {
    const value = /^\{\w+\}$/.test(piece) ? values[piece.slice(1, -1)] : undefined;
    if (value === undefined) return piece === "" ? [] : [piece];
    // A place may come twice, and a node stands in one place only.
    if (value instanceof Node) return [value.cloneNode(true)];
    return [typeof value === "number" ? number(value) : bdi(value)];
  });
}
