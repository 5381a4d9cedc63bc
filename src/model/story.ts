/** What is said of the reports of one statement. */
import type { Verdict } from "./match.js";

export interface StoryMember {
  readonly id: string;
  /** What it is to `to`; null for the one that stands for the story. `none` never stands here. */
  readonly relation: Exclude<Verdict, "none"> | null;
  /** The member that it is closest to; null for the one that stands for the story. */
  readonly to: string | null;
  /** Share of its tokens that stand in `to` too, verbatim or reworded, 0..1; null with `to`. */
  readonly share: number | null;
  /** Probability that it and `to` tell the same news, 0..1; null with `to`, and where nothing judged the pair. */
  readonly sameNews: number | null;
  /** It tells of other stories too, and binds none of them. */
  readonly roundup: boolean;
}

/** The reports of one statement, decision or incident. */
export interface NewsStory {
  /** The id of its first member by (published instant, id), undated ones last. */
  readonly id: string;
  /** Its clearest headline, or the beginning of a text where no member has one. */
  readonly title: string;
  /** The member that stands for the story. */
  readonly canonical: string;
  /** The member with the least (published instant, id); null where no member has a time that is known. */
  readonly earliest: string | null;
  /** The one that stands for the story, then the others in the order of (published instant, id). */
  readonly members: readonly StoryMember[];
  /** The member that fits the others least, with the mean probability that it and they tell the same news. */
  readonly weakestLink: { readonly id: string; readonly sameNews: number } | null;
  /** Stories about the same incident or matter, the closest first. */
  readonly seeAlso: readonly string[];
  /** Texts of one formula that comes back day after day (weather, cables, closes), not of one event. */
  readonly series: boolean;
  /** Version of the model of the same news. */
  readonly model: number;
}
