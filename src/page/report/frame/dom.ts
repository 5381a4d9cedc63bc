/** Elements. Text of others only ever becomes a text node; `clean` takes what could turn the direction of a line. */
import { direction } from "../../../report/direction.js";

/** Between facts of one line; a line never begins with it. */
export const DOT = "\u00a0· ";

export type Child = Node | string | number | null | undefined | false | readonly Child[];
type Value = string | number | boolean | undefined | ((event: Event) => void);
export type Attributes = Readonly<Record<string, Value>>;

/** Controls, lone surrogates, and direction embeddings, overrides and isolates. */
const FORBIDDEN = /(?![\t\n\r])[\p{Cc}\p{Cs}]|[\u202a-\u202e\u2066-\u2069]/gu;

export function clean(text: string): string {
  return text.replace(FORBIDDEN, (found) => (/[\u202a-\u202e\u2066-\u2069]/.test(found) ? "" : "\ufffd"));
}

export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  return filled(document.createElement(tag), attributes, children);
}

export function svg(tag: string, attributes: Attributes = {}, ...children: Child[]): SVGElement {
  return filled(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

function filled<One extends Element>(element: One, attributes: Attributes, children: readonly Child[]): One {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== undefined && value !== false) element.setAttribute(name, String(value));
  }
  append(element, children);
  return element;
}

export function append(parent: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (Array.isArray(child)) append(parent, child as readonly Child[]);
    else if (child instanceof Node) parent.append(child);
    else parent.append(clean(String(child)));
  }
}

/** Words of others inside a line of the interface, in the direction that most of their letters have. */
export function bdi(text: string): HTMLElement {
  return h("bdi", { dir: direction(text) }, text);
}

/** Ids, times, digests, addresses: always from left to right. */
export function ltr(text: string): HTMLElement {
  return h("bdi", { dir: "ltr" }, text);
}

/** Said by a screen reader, not shown. */
export function said(text: string): HTMLElement {
  return h("span", { class: "said" }, text);
}

/** A link to outside, where the address is one of the web; else its words. */
export function outside(address: string): HTMLElement {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return ltr(address);
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") return ltr(address);
  return h(
    "a",
    { href: url.href, rel: "noopener noreferrer nofollow", target: "_blank", dir: "ltr" },
    address,
  );
}

/** `lang` for words of an article: Arabic letters without those that only other languages have. */
export function languageOf(text: string): string {
  if (direction(text) === "ltr") return "";
  return /[\u067e\u0686\u0698\u06a9\u06af\u06cc]/.test(text) ? "" : "ar";
}

let last = 0;
export function freshId(prefix: string): string {
  last++;
  return `${prefix}-${last}`;
}
