/** What a filter can be told, and its defaults: help texts print them. */
import type { ItemVerdict } from "../model/answer.js";

/** Verdicts whose items can be held back: all but `new`. */
export const HELD_BACK_CHOICES = [
  "duplicate",
  "update",
  "rewrite",
  "excerpt",
  "contains",
] as const satisfies ItemVerdict[];
export type HeldBack = (typeof HELD_BACK_CHOICES)[number];
export const HELD_BACK_DEFAULT: readonly HeldBack[] = ["duplicate"];
