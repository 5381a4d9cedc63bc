/** Which wording outlets share, as an editor or a client asks for it. */
import { UsageError } from "../errors.js";
import type { Engine, WorkOptions } from "../index.js";
import type { Phrase } from "../model/index.js";
import { latestInstant, timeSpan } from "../times.js";

export interface PhrasesAsked {
  readonly minOutlets: number;
  /** Only what a document published then or later has; a time such as 2015-08-10. */
  readonly since?: string;
}

/** Sentences of the same texts that are shown; the others would say the same again. */
export const SHOWN_OF_STORY = 5;
/** Phrases are of one story where they have this share of the documents of the one that has fewer in common. */
const SAME_STORY = 0.5;

/** Throws UsageError for what is no time; to be asked before a large collection is read for nothing. */
export function checkSince(since: string | undefined): void {
  if (since === undefined || timeSpan(since) !== null) return;
  throw new UsageError(`--since ${JSON.stringify(since)}: expected a time such as 2015-08-10`);
}

/** The heaviest first. */
export async function sharedPhrases(
  engine: Engine,
  { minOutlets, since }: PhrasesAsked,
  work: WorkOptions,
): Promise<Phrase[]> {
  checkSince(since);
  const phrases = await engine.phrases({ ...work, minOutlets });
  if (since === undefined) return phrases;
  const { from } = timeSpan(since)!;
  return phrases.filter(({ holders }) =>
    holders.some(({ published }) => published !== null && latestInstant(published) >= from),
  );
}

/**
 * Of the sentences of each story those that most outlets share, quoted words first; ranked as before. Phrases that have most
 * of their documents in common belong to one story. O(phrases × stories).
 */
export function bestOfStories(phrases: readonly Phrase[]): Phrase[] {
  const stories: { readonly documents: ReadonlySet<string>; readonly phrases: Phrase[] }[] = [];
  for (const phrase of phrases) {
    const ids = phrase.holders.map(({ document }) => document);
    const story = stories.find(({ documents }) => {
      const common = ids.filter((id) => documents.has(id)).length;
      return common >= 2 && common > SAME_STORY * Math.min(ids.length, documents.size);
    });
    if (story === undefined) stories.push({ documents: new Set(ids), phrases: [phrase] });
    else story.phrases.push(phrase);
  }
  const best = stories.flatMap((story) =>
    story.phrases
      .toSorted(
        (x, y) =>
          Number(x.formula) - Number(y.formula) ||
          y.outlets - x.outlets ||
          Number(y.quoted) - Number(x.quoted) ||
          y.weight - x.weight,
      )
      .slice(0, SHOWN_OF_STORY),
  );
  const chosen = new Set(best);
  return phrases.filter((phrase) => chosen.has(phrase));
}
