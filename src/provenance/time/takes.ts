/**
 * Takes that go on with an item (`إضافة أولى`) have no dateline: they are of the day of the item that they go on with, or,
 * where that is not here, of the day on which they were captured.
 */
import { foldLetters } from "../../text/letters.js";

const TITLE_MARK = /[\s/،,-]*إضاف[ةه](?:\s+\S+){0,3}\s*$/u;
const HEAD_MARK = /^\s*إضاف[ةه]\s+(?:[أا]ولى|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر|و?[أا]خير)/u;
/** The mark stands in the last signs of a title. A run of spaces in a longer one would be tried from each of them. */
const TITLE_END = 200;

interface Titled {
  readonly text: string;
  readonly title?: string;
}

/** Whether the text goes on with another item of its house. */
export function isContinuation({ text, title }: Titled): boolean {
  return (
    HEAD_MARK.test(text.slice(0, 60)) || (title !== undefined && TITLE_MARK.test(title.slice(-TITLE_END)))
  );
}

/** What all takes of one item are titled by, folded; "" where there is no title. */
export function seriesTitle({ title }: Pick<Titled, "title">): string {
  if (title === undefined) return "";
  const end = Math.max(0, title.length - TITLE_END);
  return (title.slice(0, end) + title.slice(end).replace(TITLE_MARK, ""))
    .split(/[^\p{L}\p{M}\p{N}ـ]+/u)
    .map(foldLetters)
    .filter(Boolean)
    .join(" ");
}
