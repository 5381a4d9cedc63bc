/** Who has this sentence. */
import { UsageError } from "../errors.js";
import type { Engine } from "../index.js";
import type { Finding } from "../model/index.js";
import { words } from "../report/text/numbers.js";

/** Throws UsageError for what holds no word; to be asked before a large collection is read for nothing. */
export function checkQuote(quote: string): void {
  if (words(quote) > 0) return;
  throw new UsageError(`quotation ${JSON.stringify(quote)}: found no word in it, expected a sentence`);
}

/** All findings, in the order of the documents. */
export async function findQuote(engine: Engine, quote: string, signal?: AbortSignal): Promise<Finding[]> {
  checkQuote(quote);
  const findings: Finding[] = [];
  for await (const finding of engine.find(quote, signal === undefined ? {} : { signal }))
    findings.push(finding);
  return findings;
}
