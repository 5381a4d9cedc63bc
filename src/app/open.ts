/** Fills an engine with what is to be worked on: files, and what an index keeps. */
import { UsageError } from "../errors.js";
import { type Engine, openIndex, type ReadOptions, type ReadSummary } from "../index.js";

export interface Sources {
  /** Files, folders, globs or "-". */
  readonly inputs: readonly string[];
  /** The folder of an index, whose documents come first. */
  readonly index?: string;
}

/** What was read; documents of an index are counted, their bytes are not. The engine is the caller's to close. */
export async function fillFrom(
  engine: Engine,
  { inputs, index }: Sources,
  options: ReadOptions,
): Promise<ReadSummary> {
  const kept = index === undefined ? 0 : await addKept(engine, index, options.signal);
  const read = inputs.length === 0 ? NOTHING_READ : await engine.read(inputs, options);
  return kept === 0 ? read : { ...read, documents: kept + read.documents };
}

const NOTHING_READ: ReadSummary = {
  documents: 0,
  bytes: 0,
  skipped: [],
  leftAlone: 0,
  repaired: 0,
  formats: [],
  repeated: 0,
  versions: [],
};

/** Gives the engine what an index keeps; returns how many documents that were. Throws UsageError of one without texts. */
async function addKept(engine: Engine, dir: string, signal: AbortSignal | undefined): Promise<number> {
  const index = await openIndex(dir, { mode: "read", mustExist: true });
  try {
    for (const id of index.ids()) {
      signal?.throwIfAborted();
      const document = index.document(id);
      if (document?.text === "")
        throw new UsageError(`index ${dir} keeps no texts: there is nothing to compare`);
      if (document !== undefined) engine.add(document);
    }
    return index.documents;
  } finally {
    await index.close();
  }
}
