/** The filter itself: what it asks of an article. */
import type { CreditStatus, Verdict } from "../../../model/index.js";

export interface Filter {
  readonly q: string;
  readonly source: string;
  /** Dates as `2026-01-31`, both included; an article without a date fits no date. */
  readonly from: string;
  readonly until: string;
  readonly verdict: string;
  /** A status of the credit check, or "none": reuse, and nobody is credited. */
  readonly credit: string;
}

export interface DocumentFacts {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly published: string;
  /** The strongest of its pairs. */
  readonly verdict: Verdict;
  readonly credit: CreditStatus;
  readonly credits: number;
}

export function readFilter(query: URLSearchParams): Filter {
  const value = (name: string): string => query.get(name) ?? "";
  return {
    ...{ q: value("q"), source: value("source"), from: value("from"), until: value("until") },
    ...{ verdict: value("verdict"), credit: value("credit") },
  };
}

export function isEmpty(filter: Filter): boolean {
  return Object.values(filter).every((value) => value === "");
}

export function fits(article: DocumentFacts, filter: Filter): boolean {
  const day = article.published.slice(0, 10);
  if (filter.source !== "" && article.source !== filter.source) return false;
  if (filter.from !== "" && (day === "" || day < filter.from.slice(0, day.length))) return false;
  if (filter.until !== "" && (day === "" || day > filter.until)) return false;
  if (filter.verdict !== "" && article.verdict !== filter.verdict) return false;
  if (filter.credit === "none") {
    if (article.credit === "no-reuse" || article.credits > 0) return false;
  } else if (filter.credit !== "" && article.credit !== filter.credit) return false;
  if (filter.q.trim() === "") return true;
  const title = folded(article.title);
  return folded(filter.q)
    .split(/\s+/)
    .every((word) => title.includes(word));
}

/** Letters as a reader types them: without marks and tatweel, hamza and final forms alike, digits of one kind. */
export function folded(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u0610-\u061a\u064b-\u065f\u0670\u0640]/g, "")
    .replace(/[\u0622\u0623\u0625\u0671]/g, "\u0627")
    .replace(/[\u0649\u06cc]/g, "\u064a")
    .replace(/\u0629/g, "\u0647")
    .replace(/\u06a9/g, "\u0643")
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .toLowerCase()
    .trim();
}
