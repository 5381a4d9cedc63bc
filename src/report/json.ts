/**
 * JSON lines: one record a line, keys always in the same order, so that two runs can be compared byte by byte.
 */
import type {
  ChangedFact,
  Cluster,
  Edit,
  Finding,
  Match,
  NewsStory,
  Passage,
  Range,
  Skipped,
} from "../model/index.js";

/** Of a story's line; raised with every change that a reader must know. Described by `story.schema.json`. */
export const STORY_VERSION = 1;

export function matchLine(match: Match): string {
  const { a, b, verdict, probability, sameNews, derived, jaccard, containment } = match;
  const { passages, facts, explain, model, background } = match;
  return line({
    a,
    b,
    verdict,
    probability,
    sameNews,
    derived: derived && { a: derived.a, b: derived.b },
    jaccard,
    containment: { a: containment.a, b: containment.b },
    passages: passages.map(passageRecord),
    facts: facts.map(factRecord),
    explain,
    model,
    background,
  });
}

export function clusterLine(cluster: Cluster): string {
  const { id, canonical, earliest, members, weakestLink, partials } = cluster;
  return line({
    id,
    canonical,
    earliest,
    members: members.map((member) => ({
      id: member.id,
      similarity: member.similarity,
      verdict: member.verdict,
    })),
    weakestLink: weakestLink && { id: weakestLink.id, similarity: weakestLink.similarity },
    partials: partials.map((partial) => ({
      id: partial.id,
      of: partial.of,
      probability: partial.probability,
      containment: { id: partial.containment.id, of: partial.containment.of },
    })),
  });
}

export function storyLine(story: NewsStory): string {
  const { id, title, canonical, earliest, members, weakestLink, seeAlso, series, model } = story;
  return line({
    version: STORY_VERSION,
    id,
    title,
    canonical,
    earliest,
    members: members.map((member) => ({
      id: member.id,
      relation: member.relation,
      to: member.to,
      share: member.share,
      sameNews: member.sameNews,
      roundup: member.roundup,
    })),
    weakestLink: weakestLink && { id: weakestLink.id, sameNews: weakestLink.sameNews },
    seeAlso,
    series,
    model,
  });
}

/** With the words themselves, for who has not the texts at hand. */
export function findingLine(finding: Finding, text: string): string {
  const { id, form, share, a, b, edits, attribution, sentence, speaker } = finding;
  const quoted = (one: Range) => ({ ...range(one), text: text.slice(one.start, one.end) });
  return line({
    id,
    form,
    share,
    a: range(a),
    b: quoted(b),
    edits: edits.map(editRecord),
    attribution: attribution && quoted(attribution),
    sentence: quoted(sentence),
    speaker: speaker && { ...range(speaker), name: speaker.name, via: speaker.via },
  });
}

export function skippedLine(skipped: Skipped): string {
  return line({ file: skipped.file, line: skipped.line, reason: skipped.reason });
}

function passageRecord(passage: Passage) {
  const { a, b, kind, similarity, edits } = passage;
  return { a: range(a), b: range(b), kind, similarity, edits: edits.map(editRecord) };
}

function editRecord(edit: Edit) {
  return { kind: edit.kind, a: range(edit.a), b: range(edit.b), equivalent: edit.equivalent };
}

function factRecord(fact: ChangedFact) {
  return {
    kind: fact.kind,
    a: { ...range(fact.a), text: fact.a.text },
    b: { ...range(fact.b), text: fact.b.text },
  };
}

function range({ start, end }: Range): Range {
  return { start, end };
}

function line(record: object): string {
  return `${JSON.stringify(record)}\n`;
}
