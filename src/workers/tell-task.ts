/**
 * The tasks that tell stories and judge pairs between them: credits, times and directions of the documents they are given.
 * A worker keeps what it made of the collection from one task to the next of the same session.
 */
import { FINGERPRINT_TOKENS, fingerprintAt } from "../candidates/fingerprints.js";
import { backgroundOf } from "../columns/background.js";
import { Columns } from "../columns/columns.js";
import { documentNamed } from "../columns/document-at.js";
import { ReusePair } from "../columns/reuse-pair.js";
import type { Kernel } from "../kernel/kernel.js";
import type { Background } from "../match/background.js";
import { ComparedPairs, type ComparedPart } from "../match/compared.js";
import type { CreditCheck, Decisions, Direction, Story, TrustedTime } from "../model/index.js";
import { checksOf } from "../provenance/credit-checks.js";
import {
  AGENCIES,
  type Agencies,
  canonicalOutlet,
  canonicalSource,
  creditsOf,
} from "../provenance/credits/index.js";
import {
  bareMatch,
  type LineageDocument,
  type Reuse,
  Teller,
  type ToldWhole,
} from "../provenance/lineage/index.js";
import { ownWords } from "../text/own.js";
import { tokenise } from "../text/tokenise.js";
import { type AlignSession, release as releaseTexts } from "./align-task.js";

/** Numbers of a pair: its documents a and b as places in the task's; its list, number in it, seen from b (1) or a (0). */
export const PAIR_FIELDS = 5;
/** In the place of a list: the pair shares nothing, a person binds it. */
export const NO_LIST = 0xffff_ffff;

export interface TellSession {
  /** Unique within a process. */
  readonly number: number;
  readonly collection: Pick<AlignSession, "columns" | "background" | "whole">;
  /** Compared pairs that tasks name by list and number. */
  readonly lists: readonly (readonly ComparedPart[])[];
  /** Null for those that come with the package. */
  readonly agencies: Agencies | null;
  readonly decisions: Decisions | null;
  /** Milliseconds since 1970. */
  readonly now: number | null;
}

export interface TellTask {
  readonly session: TellSession;
  /** Indices; with the id of each, and that of the item it is a version of. */
  readonly documents: Uint32Array;
  readonly ids: readonly string[];
  readonly items: readonly (string | null)[];
  /** Ids of those that stand in pairs of two stories too. */
  readonly kept: readonly string[];
  /** PAIR_FIELDS numbers a pair. */
  readonly pairs: Uint32Array;
  /** By story: cumulative ends of its documents and of its pairs, alternating. */
  readonly ends: Uint32Array;
}

export interface ToldStories {
  readonly stories: readonly Story[];
  /** Of every document of theirs. */
  readonly creditChecks: readonly CreditCheck[];
  readonly times: readonly TrustedTime[];
}

/** Tells what tasks of one session ask for. */
export class StoryTeller {
  readonly teller: Teller;
  readonly #agencies: Agencies;
  readonly #lists: readonly ComparedPairs[];
  readonly #columns: Columns;
  /** By id, of the task at hand. */
  #places = new Map<string, number>();
  #task: TellTask | undefined;

  constructor({ collection, lists, agencies, decisions, now }: TellSession, kernel: Kernel) {
    const background = backgroundOf(collection);
    const known = agencies ?? AGENCIES;
    this.#agencies = known;
    this.#columns = new Columns(collection.columns);
    this.#lists = lists.map((parts) => new ComparedPairs(parts));
    this.teller = new Teller({
      document: (id) => this.#documentOf(id),
      creditsOf: (document) =>
        creditsOf(kernel, document, known).map((credit) => ({ ...credit, alias: ownWords(credit.alias) })),
      names: { agency: (source) => canonicalSource(source, known), outlet: canonicalOutlet },
      ...(background === null ? {} : { documentsWith: frequencies(kernel, background) }),
      ...(decisions === null ? {} : { decisions }),
      ...(now === null ? {} : { now }),
    });
  }

  /** With the credit check of each document. */
  *stories(task: TellTask): Generator<{ told: ToldWhole; creditChecks: CreditCheck[] }, void> {
    this.#begin(task);
    for (let story = 0; story < task.ends.length / 2; story++) {
      const [from, to] = [story === 0 ? 0 : task.ends[2 * story - 2]!, task.ends[2 * story]!];
      const [first, last] = [story === 0 ? 0 : task.ends[2 * story - 1]!, task.ends[2 * story + 1]!];
      const told = this.teller.tell(task.ids.slice(from, to), this.#matches(task, first, last));
      yield { told, creditChecks: checksOf(told, this.#agencies) };
    }
  }

  judge(task: TellTask): Direction[] {
    this.#begin(task);
    return this.teller.judge(this.#matches(task, 0, task.pairs.length / PAIR_FIELDS));
  }

  #begin(task: TellTask): void {
    this.#task = task;
    this.#places = new Map(task.ids.map((id, place) => [id, place]));
    this.teller.keep(task.kept);
  }

  #documentOf(id: string): LineageDocument | undefined {
    const place = this.#places.get(id);
    if (place === undefined) return undefined;
    const { documents, items } = this.#task!;
    return documentNamed({ columns: this.#columns, id, item: items[place]! }, documents[place]!);
  }

  #matches({ ids, pairs }: TellTask, first: number, last: number): Reuse[] {
    return Array.from({ length: last - first }, (_, pair) => {
      const at = PAIR_FIELDS * (first + pair);
      const [a, b] = [ids[pairs[at]!]!, ids[pairs[at + 1]!]!];
      const list = this.#lists[pairs[at + 2]!];
      if (list === undefined) return bareMatch(a, b);
      return new ReusePair(a, b, { list, number: pairs[at + 3]! }, pairs[at + 4] === 1);
    });
  }
}

let held: { readonly number: number; readonly teller: StoryTeller } | undefined;

function hold(session: TellSession, kernel: Kernel): StoryTeller {
  if (held?.number !== session.number) {
    // All has been compared: the texts with what was made of them are half of a thread's memory.
    releaseTexts();
    held = { number: session.number, teller: new StoryTeller(session, kernel) };
  }
  return held.teller;
}

/** Lets go of what is held of the last session. */
export function release(): void {
  held = undefined;
}

export function tellStories(task: TellTask, kernel: Kernel): ToldStories {
  const stories: Story[] = [];
  const creditChecks: CreditCheck[] = [];
  const times: TrustedTime[] = [];
  for (const one of hold(task.session, kernel).stories(task)) {
    stories.push(one.told.story);
    creditChecks.push(...one.creditChecks);
    for (const { time } of one.told.subjects) times.push(time);
  }
  return { stories, creditChecks, times };
}

/** Directions of pairs of two stories, in their order. */
export function judgePairs(task: TellTask, kernel: Kernel): Direction[] {
  return hold(task.session, kernel).judge(task);
}

/** In how many documents a run of words stands: as many as its rarest four, or its rarest word where it is shorter. */
function frequencies(kernel: Kernel, frequency: Background): (words: string) => number {
  return (words) => {
    const { ids } = tokenise(kernel, words);
    let least = Number.POSITIVE_INFINITY;
    for (let at = 0; at + FINGERPRINT_TOKENS <= ids.length; at++)
      least = Math.min(least, frequency.fingerprintFrequency(fingerprintAt(ids, at)));
    if (ids.length >= FINGERPRINT_TOKENS) return least;
    for (const id of ids) least = Math.min(least, frequency.wordFrequency(id));
    return least;
  };
}
