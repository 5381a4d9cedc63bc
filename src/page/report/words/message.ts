import type { EN } from "./en.js";

/** A string with `{name}` places, or one string for each plural category of `n`. */
export type Message = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;
export type Key = keyof typeof EN;
