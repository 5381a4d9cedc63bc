/**
 * A story as an editor would list it: its headline, how many reported it, the text that stands for it, and under it every
 * other report with what it is to which.
 */
import type { NewsStory, StoryMember } from "../../model/index.js";
import type { Label } from "../label.js";
import { clean } from "./clean.js";
import { labelLines } from "./label.js";
import { folded, padEnd, padStart, truncate } from "./layout.js";
import { counted, percent } from "./numbers.js";
import { type Pen, pen, type TextStyle } from "./style.js";

const RELATION_COLUMNS = 9;
const SHARE_COLUMNS = 4;
const RELATIONS: Readonly<Record<string, string>> = {
  copy: "copy",
  rewrite: "rewrite",
  excerpt: "excerpt",
  "same-news": "same news",
};

/** `titleOf` names the stories of `seeAlso`. */
export function storyText(
  story: NewsStory,
  number: number,
  labelOf: (id: string) => Label,
  titleOf: (id: string) => string | undefined,
  style: TextStyle,
): string {
  const ink = pen(style);
  const margin = " ".repeat(`${number}. `.length);
  const title = truncate(clean(story.title), style.columns - margin.length);
  const lines = [ink.bold(`${number}. ${ink.isolate(title)}`), ink.dim(margin + summary(story, labelOf))];
  const note = story.canonical === story.earliest ? "stands for the story, earliest" : "stands for the story";
  const [first, ...others] = story.members;
  for (const line of labelLines(labelOf(first!.id), style.columns - margin.length, ink, note)) {
    lines.push(margin + line);
  }
  others.forEach((member, at) => {
    lines.push(...branch(story, member, at === others.length - 1, margin, labelOf, ink));
  });
  if (story.weakestLink !== null && story.members.length > 2) {
    const { id, sameNews } = story.weakestLink;
    lines.push(ink.dim(`${margin}fits least: ${ink.isolate(clean(id))}, ${percent(sameNews)} the same news`));
  }
  const also = story.seeAlso.map(titleOf).filter((one) => one !== undefined);
  for (const one of also.slice(0, 3)) {
    lines.push(
      ink.dim(`${margin}see also: ${ink.isolate(truncate(clean(one), style.columns - margin.length - 10))}`),
    );
  }
  return folded(`${lines.join("\n")}\n`, style.columns);
}

function summary({ members, series }: NewsStory, labelOf: (id: string) => Label): string {
  const sources = members.map(({ id }) => labelOf(id).source);
  const named = new Set(sources.filter((one) => one !== undefined)).size;
  const others = sources.includes(undefined) ? ", others not named" : "";
  const outlets = named === 0 ? "outlets not named" : `${counted(named, "outlet")}${others}`;
  const parts = [counted(members.length, "report"), outlets];
  if (series) parts.push("a series: one formula, day after day");
  return parts.join(" · ");
}

function branch(
  story: NewsStory,
  member: StoryMember,
  last: boolean,
  margin: string,
  labelOf: (id: string) => Label,
  ink: Pen,
): string[] {
  const { id, relation, to, share, sameNews, roundup } = member;
  // Of what shares words, how many of them; else how likely it is the same news.
  const figure = relation === "same-news" ? sameNews : share;
  const said = padEnd(RELATIONS[relation!]!, RELATION_COLUMNS);
  const stem = `${margin}${last ? "└" : "├"} ${said} ${padStart(figure === null ? "" : percent(figure), SHARE_COLUMNS)}  `;
  const hang = `${margin}${last ? " " : "│"} ${" ".repeat(RELATION_COLUMNS + SHARE_COLUMNS + 1)}  `;
  const notes = [
    ...(id === story.earliest ? ["earliest"] : []),
    ...(roundup ? ["a roundup of several stories"] : []),
    ...(to !== null && to !== story.canonical ? [`of ${clean(to)}`] : []),
  ];
  return labelLines(labelOf(id), ink.columns - stem.length, ink, notes.join(", ")).map(
    (text, at) => (at === 0 ? stem : hang) + text,
  );
}
