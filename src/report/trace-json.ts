/** A trace as one line of JSON, keys always in the same order; `trace.schema.json` describes it. */
import type {
  ChangedFact,
  Credit,
  Evidence,
  Place,
  Quotation,
  QuotationTrace,
  Range,
  Trace,
  TraceSource,
  TrustedTime,
  UnseenSource,
} from "../model/index.js";

export function traceLine(trace: Trace): string {
  const { document, collection, finding, creditCheck } = trace;
  return `${JSON.stringify({
    version: trace.version,
    lexicon: trace.lexicon,
    document: {
      id: document.id,
      title: document.title,
      source: document.source,
      published: document.published,
      url: document.url,
      byline: document.byline,
      words: document.words,
    },
    collection: {
      documents: collection.documents,
      sources: collection.sources,
      from: collection.from,
      until: collection.until,
      ...(collection.neighbourhood === undefined ? {} : { neighbourhood: collection.neighbourhood }),
    },
    finding: { template: finding.template, values: sorted(finding.values), sentence: finding.sentence },
    sources: trace.sources.map(source),
    unseen: trace.unseen.map(unseen),
    story: trace.story && {
      id: trace.story.id,
      documents: trace.story.documents,
      outlets: trace.story.outlets,
    },
    independentOrigins: trace.independentOrigins,
    timeline: trace.timeline.map(time),
    quotations: trace.quotations.map(quotation),
    quotationTraces: trace.quotationTraces.map(quotationTrace),
    creditCheck: {
      document: creditCheck.document,
      status: creditCheck.status,
      credits: creditCheck.credits.map(credit),
      copies: creditCheck.copies,
      absentFields: creditCheck.absentFields,
      detail: creditCheck.detail,
    },
    versions: trace.versions.map(({ id, published, added, facts }) => ({
      id,
      published,
      added: added.map(range),
      facts: facts.map(fact),
    })),
  })}\n`;
}

function source(one: TraceSource) {
  return {
    origin: "document" in one.origin ? { document: one.origin.document } : { unseen: one.origin.unseen },
    title: one.title,
    source: one.source,
    published: one.published,
    url: one.url,
    verdict: one.verdict,
    probability: one.probability,
    share: one.share,
    direction: one.direction,
    through: one.through,
    confidence: one.confidence,
    certainty: one.certainty,
    evidence: one.evidence.map(clue),
    missing: one.missing,
    passages: one.passages.map(({ here, there, kind, similarity }) => ({
      here: range(here),
      there: range(there),
      kind,
      similarity,
    })),
    facts: one.facts.map(fact),
    headline: one.headline && { here: one.headline.here, there: one.headline.there },
  };
}

function clue({ kind, rule, weight, detail, values, at }: Evidence) {
  return { kind, rule, weight, detail, values: sorted(values), at: at.map(place) };
}

function unseen({ id, type, name, basis, documents, words, carriers }: UnseenSource) {
  return { id, type, name, basis: basis.map(place), documents, words: place(words), carriers };
}

function time({ document, from, until, precision, basis, at, zoned, distrusted }: TrustedTime) {
  return {
    document,
    from,
    until,
    precision,
    basis,
    at: at.map(place),
    zoned,
    distrusted: distrusted.map(({ given, reason }) => ({ given, reason })),
  };
}

function quotation({ start, end, kind, speaker, via, verb, stance, insertions }: Quotation) {
  return {
    start,
    end,
    kind,
    speaker: speaker && { ...range(speaker), name: speaker.name },
    via,
    verb: verb && { ...range(verb), text: verb.text },
    stance,
    insertions: insertions.map(range),
  };
}

function quotationTrace({ text, holders, speakersDiffer }: QuotationTrace) {
  return {
    text,
    holders: holders.map(({ document, start, end, form, share, speaker, via }) => ({
      document,
      start,
      end,
      form,
      share,
      speaker,
      via,
    })),
    speakersDiffer,
  };
}

function credit({ role, form, name, alias, field, start, end }: Credit) {
  return { role, form, name, alias, field, start, end };
}

function fact({ kind, a, b }: ChangedFact) {
  return { kind, a: { ...range(a), text: a.text }, b: { ...range(b), text: b.text } };
}

function place({ document, field, start, end }: Place) {
  return { document, field, start, end };
}

function range({ start, end }: Range): Range {
  return { start, end };
}

/** Keys by code unit, so that they come in one order wherever they were put in. */
function sorted(values: Readonly<Record<string, string | number>>) {
  return Object.fromEntries(Object.entries(values).sort(([x], [y]) => (x < y ? -1 : 1)));
}
