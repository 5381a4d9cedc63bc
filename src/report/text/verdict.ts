import type { Match, PassageKind, Verdict } from "../../model/index.js";
import { counted } from "./numbers.js";
import type { Pen } from "./style.js";

export function paintVerdict(verdict: Verdict, text: string, ink: Pen): string {
  const paint = {
    copy: ink.red,
    rewrite: ink.magenta,
    excerpt: ink.yellow,
    "same-news": ink.cyan,
    none: ink.dim,
  }[verdict];
  return paint(text);
}

export function paintKind(kind: PassageKind, text: string, ink: Pen): string {
  const paint = {
    verbatim: ink.red,
    edited: ink.yellow,
    rewritten: ink.magenta,
    quotation: ink.cyan,
    boilerplate: ink.dim,
  }[kind];
  return paint(text);
}

/** Four cells. Never rounds to certainty what is not certain. */
export function probability(match: Pick<Match, "probability">): string {
  if (match.probability === null) return "   –";
  if (match.probability >= 0.995 && match.probability < 1) return ">.99";
  if (match.probability < 0.005 && match.probability > 0) return "<.01";
  return match.probability.toFixed(2);
}

/** What stood behind the verdict, so that it can be told from one of another model or collection. */
export function judgedBy({ background, model }: Match): string {
  const behind = background === null ? "a bare pair" : counted(background, "document");
  return `judged ${background === null ? "as" : "against"} ${behind}${model === null ? "" : ` by model ${model}`}`;
}
