/**
 * One document traced through a standing index: an engine is filled with what concerns it, and traces it there. Of a
 * small index that is every document, so that the trace is the one that an engine gives of the same documents. Of a
 * larger one it is the neighbourhood: the documents that share text with it, strongest first, what these share text
 * with, and so on, judged by how common wording is in the whole index. Reports of the same event in other words are not
 * found there, and sources and times of the whole index are not counted.
 */
import { Engine, engineParts } from "../../engine.js";
import { UsageError } from "../../errors.js";
import type { Background } from "../../match/background.js";
import type { Document, Match, Trace } from "../../model/index.js";
import type { LineageAtOptions } from "../../provenance/options.js";

/** What a trace needs of an index. */
export interface KeptDocuments {
  readonly dir: string | null;
  readonly keepText: boolean;
  readonly copiesOnly: boolean;
  readonly documents: number;
  readonly lastSequence: number;
  readonly background: Background | null;
  ids(): Iterable<string>;
  document(id: string): Document | undefined;
  matches(item: Document): Promise<Match[]>;
}

/** An index of at most so many documents is read: less than a second. */
const READ_MOST = 1000;
/** Documents of a neighbourhood. */
const NEIGHBOURS = 200;

/** The engine over all of a small index, and the state of the index that it was filled from. */
const filled = new WeakMap<KeptDocuments, { readonly state: string; readonly engine: Engine }>();

/** See `Index.trace`. */
export async function traceThrough(
  index: KeptDocuments,
  document: Document,
  options: LineageAtOptions,
): Promise<Trace> {
  checkTexts(index);
  if (index.documents <= READ_MOST) return traceAmongAll(index, document, options);
  const near = await neighbourhood(index, document, options.signal);
  const engine = await engineOf(near, index.background);
  const trace = await engine.trace(document, options);
  const isKept = index.document(document.id)?.text === document.text;
  const documents = index.documents - (isKept ? 1 : 0);
  return {
    ...trace,
    collection: { documents, sources: null, from: null, until: null, neighbourhood: near.length },
  };
}

/** An engine with every kept document. Throws UsageError of an index without texts. */
export async function engineOver(index: KeptDocuments, signal: AbortSignal | undefined): Promise<Engine> {
  checkTexts(index);
  const state = `${index.documents} ${index.lastSequence}`;
  const known = filled.get(index);
  if (known?.state === state) return known.engine;
  const engine = new Engine(await engineParts({}));
  for (const id of index.ids()) {
    signal?.throwIfAborted();
    const document = index.document(id);
    if (document !== undefined) engine.add(document);
  }
  if (index.documents <= READ_MOST) filled.set(index, { state, engine });
  return engine;
}

async function traceAmongAll(
  index: KeptDocuments,
  document: Document,
  options: LineageAtOptions,
): Promise<Trace> {
  const engine = await engineOver(index, options.signal);
  const trace = await engine.trace(document, options);
  // What is not kept was added for this trace alone.
  if (index.document(document.id)?.text !== document.text) filled.delete(index);
  return trace;
}

async function engineOf(documents: readonly Document[], whole: Background | null): Promise<Engine> {
  const engine = new Engine({ ...(await engineParts({})), whole });
  for (const document of documents) engine.add(document);
  return engine;
}

/** Kept documents, the traced one not among them, breadth first; another text of its id is. */
async function neighbourhood(
  index: KeptDocuments,
  document: Document,
  signal: AbortSignal | undefined,
): Promise<Document[]> {
  const found = new Map<string, Document>();
  const kept = index.document(document.id);
  if (kept !== undefined && kept.text !== document.text) found.set(kept.id, kept);
  for (let frontier = [document]; frontier.length > 0 && found.size < NEIGHBOURS; ) {
    const next: Document[] = [];
    for (const one of frontier) {
      signal?.throwIfAborted();
      if (found.size >= NEIGHBOURS) break;
      for (const id of strongestFirst(await index.matches(one), one.id)) {
        if (found.size >= NEIGHBOURS || id === document.id || found.has(id)) continue;
        const other = index.document(id);
        if (other === undefined) continue;
        found.set(id, other);
        next.push(other);
      }
    }
    frontier = next;
  }
  return [...found.values()];
}

function strongestFirst(matches: readonly Match[], id: string): string[] {
  const share = ({ a, containment }: Match) => (a === id ? containment.a : containment.b);
  return [...matches].sort((x, y) => share(y) - share(x)).map(({ a, b }) => (a === id ? b : a));
}

function checkTexts(index: KeptDocuments): void {
  if (index.keepText && !index.copiesOnly) return;
  throw new UsageError(`index ${index.dir ?? "in memory"} keeps no texts: there is nothing to trace through`);
}
