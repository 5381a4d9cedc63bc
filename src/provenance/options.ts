/** What can be told to whoever tells where texts come from. */
import type { Decisions } from "../model/index.js";
import type { Agencies } from "./credits/index.js";

export interface LineageAtOptions {
  readonly agencies?: Agencies;
  readonly decisions?: Decisions;
  /** ISO 8601: what is dated later is not trusted. */
  readonly now?: string;
  readonly signal?: AbortSignal;
}
