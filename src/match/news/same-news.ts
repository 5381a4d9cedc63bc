/**
 * The probability that two texts tell the same news: the same statement, decision or incident, in whatever words. Another
 * statement on the incident, a follow-up, another session are other news.
 */
import type { TokenisedText } from "../../text/tokenise.js";
import type { Background } from "../background.js";
import { type NewsFeatures, newsFeatures } from "./features.js";
import { NEWS_MODEL } from "./model.generated.js";
import { newsProfile } from "./profile.js";

/** A text with its title and its time: milliseconds since 1970, NaN where it is not known. */
export interface NewsText extends TokenisedText {
  readonly title: string;
  readonly instant: number;
}

const DAY_MS = 86_400_000;

/** 0..1, symmetric. */
export function sameNews(a: NewsText, b: NewsText, background: Background | null): number {
  return sameNewsOf(newsFeaturesOf(a, b, background));
}

export function newsFeaturesOf(a: NewsText, b: NewsText, background: Background | null): NewsFeatures {
  const days = Math.abs(a.instant - b.instant) / DAY_MS;
  const profileA = newsProfile(a, a.title, background);
  const profileB = newsProfile(b, b.title, background);
  return newsFeatures(profileA, profileB, Number.isNaN(days) ? null : days);
}

const COEFFICIENTS = Object.entries(NEWS_MODEL.coefficients) as [keyof NewsFeatures, number][];

export function sameNewsOf(features: NewsFeatures): number {
  let logOdds = NEWS_MODEL.intercept;
  for (const [name, coefficient] of COEFFICIENTS) logOdds += coefficient * features[name];
  return 1 / (1 + Math.exp(-logOdds));
}
