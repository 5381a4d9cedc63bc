/**
 * A reader goes to what the writer has committed meanwhile: it reads the chunks that changed, and what is new in the
 * logs. The state tells for the last commits which chunks they changed; who is further behind opens the index anew.
 */
import type { Contents } from "./contents.js";
import { readState, type State, TABLES } from "./format.js";

/** False where the index must be opened anew. */
export function follow(contents: Contents): boolean {
  const next = readState(contents.store);
  const held = contents.state;
  if (next.commit === held.commit) return true;
  const chunks = changedSince(held, next);
  if (chunks === null) return false;
  const { tables, words, ...state } = next;
  contents.state = state;
  const moved = contents.rows.follow(chunks, next.nextNumber);
  contents.edges.follow(chunks);
  contents.graph?.follow(moved);
  contents.words.follow(words);
  for (const name of TABLES) contents.tables[name].follow(tables[name]);
  contents.counter.forget();
  contents.named.forget();
  contents.answerIds.forget();
  contents.documents.forget();
  contents.answers.forget();
  return true;
}

function changedSince(held: Omit<State, "tables" | "words">, next: State): number[] | null {
  // An import that failed takes the index back to its first commit.
  if (held.documents === 0 || held.importing || next.importing) return null;
  const missed = (next.recent ?? []).filter(([commit = 0]) => commit > held.commit);
  if (missed.length !== next.commit - held.commit) return null;
  return [...new Set(missed.flatMap(([, ...chunks]) => chunks))];
}
