/** The stories of a plan, told one by one when they are asked for: a trace needs no other than its own. */
import type { Kernel } from "../kernel/kernel.js";
import type { Direction, Document, TrustedTime } from "../model/index.js";
import { byPair, type ToldWhole } from "../provenance/lineage/index.js";
import { trustedTime } from "../provenance/time/trusted.js";
import { StoryTeller } from "../workers/tell-task.js";
import type { LineagePlan } from "./lineage-plan.js";
import { betweenTask, storyTask } from "./lineage-tasks.js";

export class PlannedStories {
  readonly #plan: LineagePlan;
  readonly #teller: StoryTeller;
  /** By document. */
  readonly #storyOf: ReadonlyMap<string, number>;
  readonly #told = new Map<number, ToldWhole>();

  constructor(plan: LineagePlan, kernel: Kernel) {
    this.#plan = plan;
    this.#teller = new StoryTeller(plan.session, kernel);
    this.#storyOf = new Map(plan.members.flatMap((members, at) => members.map((id) => [id, at] as const)));
  }

  /** The story of a document; null where it shares text with none. */
  storyOf(id: string): ToldWhole | null {
    const story = this.#storyOf.get(id);
    if (story === undefined) return null;
    let told = this.#told.get(story);
    if (told === undefined) {
      const task = storyTask(this.#plan, [story], new Set());
      told = [...this.#teller.stories(task)][0]!.told;
      this.#told.set(story, told);
    }
    return told;
  }

  /** Of every pair of the document, within its story and beyond; sorted by (a, b). */
  directionsOf(id: string): Direction[] {
    const concerns = ({ a, b }: { readonly a: string; readonly b: string }) => a === id || b === id;
    const within = this.storyOf(id)?.directions.filter(concerns) ?? [];
    const between = this.#teller.judge(betweenTask(this.#plan, this.#plan.between.filter(concerns)));
    return [...within, ...between].sort(byPair);
  }

  timeOf(document: Document): TrustedTime {
    return this.#storyOf.has(document.id) ? this.#teller.teller.timeOf(document) : trustedTime(document);
  }
}
