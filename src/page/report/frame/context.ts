import type { Language } from "../words/i18n.js";
import type { Child } from "./dom.js";
import type { Addresses, Route } from "./router.js";
import type { Store } from "./store.js";

/** What every view is made from. */
export interface Context {
  readonly store: Store;
  readonly language: Language;
  readonly to: Addresses;
  readonly route: Route;
  /** Goes to an address without a new entry in the history: for filters. */
  readonly replace: (address: string) => void;
}

/** A view: its title, and what stands under it. */
export interface View {
  readonly title: string;
  readonly content: readonly Child[];
}
