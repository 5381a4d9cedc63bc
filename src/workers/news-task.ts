/** The tasks about the same news: the heaviest stems of a run of documents, and how likely pairs are the same news. */
import { Columns } from "../columns/columns.js";
import type { Kernel } from "../kernel/kernel.js";
import { sameNews } from "../match/news/same-news.js";
import { TermReader, type Terms } from "../match/news/terms.js";
import { tokenise, tokeniseBytes } from "../text/tokenise.js";
import { type AlignSession, hold } from "./align-task.js";

export interface NewsTermsTask {
  readonly session: AlignSession;
  readonly from: number;
  readonly to: number;
}

export interface NewsPairsTask {
  readonly session: AlignSession;
  /** i and j alternating, i < j. */
  readonly pairs: Uint32Array;
}

/** None for a text that an earlier document has too. */
export function newsTerms({ session, from, to }: NewsTermsTask, kernel: Kernel): Terms {
  const { background } = hold(session, kernel);
  const columns = new Columns(session.columns);
  const reader = new TermReader(background);
  for (let index = from; index < to; index++) {
    if (!columns.isLeader(index)) {
      reader.skip();
      continue;
    }
    const title = columns.meta(index, "title");
    reader.add(
      columns.ids(index),
      () => tokeniseBytes(kernel, columns.textBytes(index), columns.text(index)),
      title === undefined ? null : tokenise(kernel, title),
    );
  }
  return reader.finish();
}

/** The probability of each pair. */
export function newsPairs({ session, pairs }: NewsPairsTask, kernel: Kernel): Float64Array {
  const { texts, background } = hold(session, kernel);
  return Float64Array.from({ length: pairs.length / 2 }, (_, at) =>
    sameNews(texts.get(pairs[2 * at]!), texts.get(pairs[2 * at + 1]!), background),
  );
}
