/**
 * Tells stories one by one: each rests on its own documents and pairs alone, so that they can be told in any order, or
 * in several threads. Documents are made for their story and forgotten with it, texts and all.
 */
import { UsageError } from "../../errors.js";
import type { Credit, Decisions, Direction, TrustedTime } from "../../model/index.js";
import type { Reuse } from "../direction/reuse.js";
import { type SourceDocument, type SourceNames, type Subject, subjectOf } from "../direction/subject.js";
import { isContinuation, seriesTitle } from "../time/takes.js";
import { dayOf, type ReadTime, readTime } from "../time/trusted.js";
import { graphOf } from "./graph.js";
import { type SaidAll, saidBy } from "./said.js";
import { directionsOf, type ToldStory, tellStory } from "./story.js";

export interface LineageDocument extends SourceDocument {
  readonly published?: string;
  readonly captured?: string;
}

export interface TellerInput {
  /** A document that stands in a match or in a decision; undefined for one that is not here. */
  document(id: string): LineageDocument | undefined;
  /** Its credits; asked once for each document of a story. */
  creditsOf(document: LineageDocument): readonly Credit[];
  readonly names: SourceNames;
  /** In how many documents of the collection a few words stand, a group of copies counted once; null where unknown. */
  documentsWith?(words: string): number | null;
  readonly decisions?: Decisions;
  /** Milliseconds since 1970: what is dated later is not trusted. */
  readonly now?: number;
}

export interface ToldWhole extends ToldStory {
  /** In the order of the story's documents. */
  readonly subjects: readonly Subject[];
}

export class Teller {
  readonly #input: TellerInput;
  readonly #said: SaidAll;
  readonly #documentsWith: (words: string) => number | null;
  /** Those that stand in two stories' pairs too, once they were asked for. */
  readonly #kept = new Map<string, Subject | null>();

  constructor(input: TellerInput) {
    this.#input = input;
    this.#said = saidBy(input.decisions);
    this.#documentsWith = (words) => input.documentsWith?.(words) ?? null;
  }

  /** What is known of these documents is held: they will be asked for again. */
  keep(ids: Iterable<string>): void {
    for (const id of ids) if (!this.#kept.has(id)) this.#kept.set(id, null);
  }

  tell(members: readonly string[], matches: readonly Reuse[]): ToldWhole {
    const graph = graphOf(this.#inSeries(members.map((id) => this.#subject(id))), matches);
    return { ...tellStory(graph, this.#said, this.#documentsWith), subjects: graph.subjects };
  }

  /** Directions of pairs of two stories, each by itself, in the order of the matches. */
  judge(matches: readonly Reuse[]): Direction[] {
    this.keep(matches.flatMap(({ a, b }) => [a, b]));
    return matches.flatMap((match) => {
      const pair = graphOf([this.#subject(match.a), this.#subject(match.b)], [match]);
      return [...directionsOf(pair, this.#said, this.#documentsWith).values()];
    });
  }

  /** How far the times of a document can be trusted. */
  timeOf(document: LineageDocument): TrustedTime {
    return this.#timeOf(document).time;
  }

  /** Takes that go on with an item of the same house are of its day, where it is here. */
  #inSeries(subjects: readonly Subject[]): readonly Subject[] {
    const isOpen = ({ time }: Subject) => time.basis === "capture" || time.basis === "none";
    const takes = subjects.filter((subject) => isOpen(subject) && isContinuation(subject.document));
    if (takes.length === 0) return subjects;
    const dated = new Map<string, number>();
    const key = ({ publisher, document }: Subject) => `${publisher} ${seriesTitle(document)}`;
    for (const subject of subjects)
      if (subject.time.basis === "text") dated.set(key(subject), dayOf(subject.dated));
    return subjects.map((subject) => {
      const day = takes.includes(subject) ? dated.get(key(subject)) : undefined;
      if (day === undefined || seriesTitle(subject.document) === "") return subject;
      const read = this.#timeOf(subject.document, day);
      return { ...subject, dated: read, time: read.time };
    });
  }

  #timeOf(document: LineageDocument, seriesDay?: number): ReadTime {
    const decided = this.#said.timeOf(document.id);
    const { now } = this.#input;
    return readTime(document, {
      ...(decided === undefined ? {} : { decided }),
      ...(now === undefined ? {} : { now }),
      ...(seriesDay === undefined ? {} : { seriesDay }),
    });
  }

  #subject(id: string): Subject {
    const held = this.#kept.get(id);
    if (held) return held;
    const document = this.#input.document(id);
    if (document === undefined)
      throw new UsageError(`no document ${JSON.stringify(id)}, expected one for every match`);
    const time = this.#timeOf(document);
    const subject = subjectOf(document, time, this.#input.creditsOf(document), this.#input.names);
    if (held === null) this.#kept.set(id, subject);
    return subject;
  }
}
