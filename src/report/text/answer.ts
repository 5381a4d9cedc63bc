/** What an index answers to one item, in a line or two. */
import type { ItemAnswer, ItemVerdict } from "../../model/answer.js";
import { clean } from "./clean.js";
import { padEnd } from "./layout.js";
import { count, counted, percent } from "./numbers.js";
import { type Pen, pen, type TextStyle } from "./style.js";
import { probability } from "./verdict.js";

const VERDICT_COLUMNS = 9;

/** `duplicate 0.99 item-7 ← item-3 · 96 % of it, 88 % of the kept one`. */
export function answerText(answer: ItemAnswer, style: TextStyle): string {
  const ink = pen(style);
  const verdict = paint(answer.verdict, ink)(answer.verdict.padEnd(VERDICT_COLUMNS));
  const id = ink.isolate(clean(answer.id));
  if (answer.of === null) return `${verdict}      ${id}\n`;
  const match = answer.matches.find((one) => one.id === answer.of);
  const of = `${id} ${ink.dim("←")} ${ink.isolate(clean(answer.of))}`;
  if (match === undefined) return `${verdict}      ${of}\n`;
  const shares = `${percent(match.share.item)} of it, ${percent(match.share.kept)} of the kept one`;
  const parts = [shares, ...novelty(answer)];
  if (answer.matches.length > 1) parts.push(`${count(answer.matches.length - 1)} more`);
  if (!match.verified) parts.push("estimated");
  return `${verdict} ${padEnd(probability(match), 4)} ${of}  ${ink.dim(parts.join(" · "))}\n`;
}

function novelty({ changes }: ItemAnswer): string[] {
  if (changes === null) return [];
  const { sentences, facts } = changes;
  return [
    ...(sentences.length > 0 ? [counted(sentences.length, "new sentence")] : []),
    ...(facts.length > 0 ? [counted(facts.length, "changed fact")] : []),
  ];
}

function paint(verdict: ItemVerdict, ink: Pen): (text: string) => string {
  return {
    new: ink.green,
    duplicate: ink.red,
    update: ink.yellow,
    rewrite: ink.yellow,
    excerpt: ink.magenta,
    contains: ink.cyan,
  }[verdict];
}
