/**
 * One document traced through a standing index. The lineage is that of its neighbourhood: the kept documents that share
 * text with it, strongest first, and what these share with one another. An index of a million answers as fast as one of
 * a thousand; sources and times of what shares nothing are not looked at.
 */
import { matchFrom } from "../../collection/aligned-matches.js";
import type { LineageAtOptions } from "../../collection/lineage.js";
import { traceOf } from "../../collection/trace.js";
import type { Article } from "../../document/article.js";
import { UsageError } from "../../errors.js";
import type { Kernel } from "../../kernel/kernel.js";
import { comparePair, mirrorComparison } from "../../match/compare.js";
import type { Document, Match, Trace } from "../../model/index.js";
import { creditCheck } from "../../provenance/credit-check.js";
import { checkIn } from "../../provenance/credit-checks.js";
import { AGENCIES, canonicalOutlet, canonicalSource, creditsOf } from "../../provenance/credits/index.js";
import { lineageOf } from "../../provenance/lineage/index.js";
import { trustedTime } from "../../provenance/time/trusted.js";
import { tokenise } from "../../text/tokenise.js";
import { isoTime, publishedInstant, timeSpan } from "../../times.js";
import { threadKernel } from "../../workers/kernel.js";
import type { Index } from "../standing.js";

/** Kept documents that are compared with one another, all with all. */
const NEIGHBOURS = 24;

/** See `traceKept`. */
export async function traceThrough(
  index: Index,
  of: string | Document,
  options: LineageAtOptions,
): Promise<Trace> {
  if (!index.keepText || index.copiesOnly)
    throw new UsageError(
      `index ${index.dir ?? "in memory"} keeps no texts: there is nothing to trace through`,
    );
  const document = typeof of === "string" ? index.document(of) : of;
  if (document === undefined) throw new UsageError(`no document ${JSON.stringify(of)} in the index`);
  const { agencies = AGENCIES, decisions, now, signal } = options;
  const kernel = await threadKernel();
  const kept = index.document(document.id);
  const isKept = kept?.text === document.text;
  const documents = new Map([[document.id, dated(document)]]);
  const documentOf = (id: string): Document => {
    const known = documents.get(id) ?? dated(index.document(id)!);
    documents.set(id, known);
    return known;
  };

  const own = (await index.matches(document)).map((match) => seenFrom(match, document.id));
  own.push(...(await throughEqual(index, document, own, kernel)));
  const matches = own.sort((x, y) => y.containment.a - x.containment.a || (x.b < y.b ? -1 : 1));
  const articles = articlesOf(kernel, documentOf);
  const near = matches.slice(0, NEIGHBOURS).map(({ b }) => b);
  const among = [...matches];
  for (const [at, a] of near.entries()) {
    signal?.throwIfAborted();
    for (const b of near.slice(at + 1)) among.push(bareMatch(articles(a), articles(b), a, b));
  }
  const moment = timeSpan(now ?? "");
  const told = lineageOf({
    documents: index.documents,
    matches: among,
    document: (id) => (id === document.id || index.document(id) !== undefined ? documentOf(id) : undefined),
    creditsOf: (one) => creditsOf(kernel, one, agencies),
    names: { agency: (source) => canonicalSource(source, agencies), outlet: canonicalOutlet },
    ...(decisions === undefined ? {} : { decisions }),
    ...(moment === null ? {} : { now: moment.until }),
  });
  const story = told.lineage.stories.find((one) => one.documents.includes(document.id)) ?? null;
  return traceOf({
    kernel,
    document: documentOf(document.id),
    collection: { documents: index.documents - (isKept ? 1 : 0), sources: null, from: null, until: null },
    matches,
    versions:
      kept === undefined || isKept
        ? []
        : [bareMatch(articleOf(kernel, document), articleOf(kernel, kept), document.id, kept.id)],
    story,
    directions: told.directions,
    creditCheck:
      story === null
        ? creditCheck(document, creditsOf(kernel, document, agencies), [], false, agencies)
        : checkIn(story, document.id, told.credits, documentOf, agencies),
    documentOf,
    timeOf: (one) => told.times.get(one.id) ?? trustedTime(one),
  });
}

function dated(document: Document): Document {
  const { published } = document;
  return published === undefined ? document : { ...document, published: isoTime(published) ?? published };
}

function seenFrom(match: Match, id: string): Match {
  if (match.a === id) return match;
  const { a, b, containment, derived, ...rest } = match;
  const seen = mirrorComparison({
    ...rest,
    probability: match.probability ?? 0,
    sameNews: match.sameNews ?? 0,
    derivedA: derived?.a ?? 0,
    derivedB: derived?.b ?? 0,
    containmentA: containment.a,
    containmentB: containment.b,
  });
  return matchFrom(b, a, seen, match.background);
}

/** An index compares a text that is kept already by its leader alone: what that matches, the document does too. */
async function throughEqual(
  index: Index,
  document: Document,
  matches: readonly Match[],
  kernel: Kernel,
): Promise<Match[]> {
  const leader = matches.find(
    ({ jaccard, containment }) => jaccard === 1 && containment.a === 1 && containment.b === 1,
  );
  const kept = leader === undefined ? undefined : index.document(leader.b);
  if (kept === undefined) return [];
  const known = new Set([document.id, ...matches.map(({ b }) => b)]);
  const further = (await index.matches(kept)).map((match) => seenFrom(match, kept.id));
  return further
    .filter(({ b }) => !known.has(b))
    .map((match) => {
      if (kept.text === document.text) return { ...match, a: document.id };
      const other = articleOf(kernel, index.document(match.b)!);
      const { passages, facts } = comparePair(articleOf(kernel, document), other, null);
      return { ...match, a: document.id, passages, facts };
    });
}

/** Two documents by themselves, whatever is common among the others. */
function bareMatch(a: Article, b: Article, idOfA: string, idOfB: string): Match {
  return matchFrom(idOfA, idOfB, comparePair(a, b, null), null);
}

function articleOf(kernel: Kernel, { text, title = "", published, captured }: Document): Article {
  const instant = publishedInstant(published ?? captured ?? "");
  return { ...tokenise(kernel, text), title, instant };
}

/** The same, each made once. */
function articlesOf(kernel: Kernel, documentOf: (id: string) => Document): (id: string) => Article {
  const made = new Map<string, Article>();
  return (id) => {
    const article = made.get(id) ?? articleOf(kernel, documentOf(id));
    made.set(id, article);
    return article;
  };
}
