import { clean } from "./clean.js";
import type { Pen } from "./style.js";

/** Words to wrap a sentence by; what it quotes of the articles (it comes in isolates) stays together. */
export function reasonWords(reason: string, ink: Pen): string[] {
  const words = reason.match(/(?:\u2068[^\u2069]*\u2069|[^\s\u2068])+/gu) ?? [];
  return words.map((word) =>
    word
      .split(/(\u2068[^\u2069]*\u2069)/u)
      .map((part) => (part.startsWith("\u2068") ? ink.isolate(clean(part)) : clean(part)))
      .join(""),
  );
}
