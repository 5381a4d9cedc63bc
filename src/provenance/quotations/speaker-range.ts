/** The words that name a speaker, as a range of the text. */
import type { Range } from "../../model/index.js";
import type { SpokenReading } from "./reading.js";
import type { Phrase } from "./speakers.js";

/** A speaker behind "وفقا" or "على لسان" may carry the preposition ل, which is no part of the name. */
export function speakerRange(reading: SpokenReading, phrase: Phrase): Range & { name: string } {
  const { text, starts, ends } = reading;
  const span = reading.isGlued(phrase.first) ? reading.spanAt(phrase.first) : null;
  if (span)
    return {
      start: span.quoted.start,
      end: span.quoted.end,
      name: text.slice(span.quoted.start, span.quoted.end),
    };
  let start = starts[phrase.first]!;
  // A name that ends in marks keeps the closing one.
  const inMarks = reading.spanAt(phrase.last - 1);
  const closes = inMarks !== null && inMarks.first > phrase.first && inMarks.last === phrase.last;
  const end = closes ? inMarks.quoted.outer.end : ends[phrase.last - 1]!;
  const lam = /^ل\u0640?\s*(?=[\u0621-\u064a]{3})/u.exec(text.slice(start, end));
  const whole = reading.word(phrase.first);
  if (lam && isAfterSource(reading, phrase.first) && !whole.startsWith("لل")) start += lam[0].length;
  const words = text.slice(start, end);
  const name = whole.startsWith("لل") && isAfterSource(reading, phrase.first) ? `ال${words.slice(2)}` : words;
  return { start, end, name: name.replace(/\s+/gu, " ") };
}

function isAfterSource(reading: SpokenReading, token: number): boolean {
  return token > 0 && /^و?(?:وفقا?|طبقا)$/u.test(reading.word(token - 1).replace(/\u064b/gu, ""));
}
