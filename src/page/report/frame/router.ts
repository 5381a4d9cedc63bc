/** Addresses inside the page: `#/view/argument?filter=value`. Everything a reader chose stands in them. */
import type { Ui } from "../../../report/html/bundle-format.js";

export interface Route {
  readonly view: string;
  readonly arguments: readonly string[];
  readonly query: URLSearchParams;
}

export function parseRoute(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  const [view = "", ...rest] = path.split("/").map(decoded);
  return { view, arguments: rest, query: new URLSearchParams(query) };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Makes addresses that keep the language where it is not the one the file opens in. */
export class Addresses {
  readonly #ui: Ui | undefined;

  constructor(ui: Ui | undefined) {
    this.#ui = ui;
  }

  to(
    view: string,
    args: readonly (string | number)[] = [],
    query: Readonly<Record<string, string>> = {},
  ): string {
    const search = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ""));
    if (this.#ui !== undefined) search.set("ui", this.#ui);
    const path = [view, ...args.map((one) => encodeURIComponent(one))].join("/");
    const text = search.toString();
    return `#/${path}${text === "" ? "" : `?${text}`}`;
  }
}
