import { sentenceParts } from "../../sentence.js";
import { clean } from "./clean.js";
import type { Pen } from "./style.js";

/** Words to wrap a sentence by; what it quotes of the articles (it comes in isolates) stays together. */
export function reasonWords(reason: string, ink: Pen): string[] {
  const words = reason.match(/(?:\u2068[^\u2069]*\u2069|[^\s\u2068])+/gu) ?? [];
  return words.map((word) =>
    sentenceParts(word)
      .map(({ text, quoted }) => (quoted ? ink.isolate(clean(text)) : clean(text)))
      .join(""),
  );
}
