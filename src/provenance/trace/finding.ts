/**
 * The one sentence with which a trace opens. In: everything else of the trace. Out: the strongest statement of the
 * closed list whose least evidence is there, with the clauses that apply.
 */
import type {
  CreditCheck,
  Evidence,
  Trace,
  TraceFinding,
  TraceSource,
  UnseenSource,
} from "../../model/index.js";
import { isReuse } from "../../model/verdicts.js";
import { shownId } from "../../sentence.js";
import { type Holders, holdersOf } from "./holders.js";
import { originOf } from "./path.js";
import { changedSpeaker } from "./speakers.js";
import {
  CLAUSES,
  type ClauseId,
  fill,
  SAME_TEXT,
  SAME_TEXTS,
  TEMPLATES,
  type TemplateId,
  type Values,
} from "./templates.js";

/** A trace that has no finding yet. */
export type Unopened = Omit<Trace, "finding">;

const KINDS_NAMED = 3;
/** Templates that say how many documents have its text. */
const COUNTING: ReadonlySet<TemplateId> = new Set<TemplateId>([
  "unseen-named",
  "unseen-channel",
  "unseen-statement",
  "unseen-supposed",
  "unseen",
  "earliest-taken",
  "earliest-undecided",
  "undecided",
]);
/** Two unseen sources are behind as much of a text from this share of the one's on. */
const NEAR_SHARE = 0.7;

export interface FindingContext {
  /** Words in a row that stand in so many documents that they were not followed. */
  readonly common: { readonly words: number; readonly documents: number } | null;
  /** Ids of documents whose text is the same to the letter. */
  readonly same: readonly string[];
}

export function findingOf(trace: Unopened, context: FindingContext): TraceFinding {
  const grounds = groundsOf(trace, context);
  const same = sameText(grounds);
  for (const template of TEMPLATES) {
    const found = VALUES[template.id](grounds);
    if (found === null) continue;
    const { about, ...rest } = found;
    const clauses = [
      { text: fill(template, rest.values), values: rest.values },
      ...clausesOf(grounds, template.id, about ?? null),
    ];
    const parts = same === null ? clauses : [same, ...clauses];
    const sentence = parts.map(({ text }, at) => (at === 0 ? text : continued(text))).join("; ");
    const values = Object.assign({}, ...parts.toReversed().map((part) => part.values)) as Values;
    return { template: template.id, values, sentence: `${sentence}.` };
  }
  throw new Error("the last template needs nothing");
}

/** Templates begin in upper case; what stands after a semicolon does not. */
function continued(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** A copy to the letter is said before anything else. */
function sameText({ trace, context }: Grounds): { text: string; values: Values } | null {
  const [first] = context.same;
  if (first === undefined) return null;
  const source = trace.sources.find(({ origin }) => "document" in origin && origin.document === first);
  const name = source === undefined ? shownId(first) : nameOf(source, trace);
  const count = context.same.length;
  const values = count === 1 ? { same: name } : { same: name, copiesSame: count };
  return { text: fill(count === 1 ? SAME_TEXT : SAME_TEXTS, values), values };
}

interface Grounds {
  readonly trace: Unopened;
  /** It was taken from these documents, and nothing stands between. */
  readonly from: readonly TraceSource[];
  readonly to: readonly TraceSource[];
  readonly likelyFrom: readonly TraceSource[];
  readonly likelyTo: readonly TraceSource[];
  readonly unseen: readonly TraceSource[];
  readonly reuse: readonly TraceSource[];
  readonly holders: Holders;
  readonly context: FindingContext;
}

interface Found {
  readonly values: Values;
  /** The source that the sentence names, for what is said of its facts. */
  readonly about?: TraceSource;
}

function groundsOf(trace: Unopened, context: FindingContext): Grounds {
  const documents = trace.sources.filter((source) => "document" in source.origin);
  const stated = (direction: "from" | "to", isSure: boolean) =>
    documents
      .filter((source) => source.direction === direction && source.through.length === 0)
      .filter(({ certainty }) => (certainty === "sure") === isSure)
      .sort(byShare);
  return {
    trace,
    from: stated("from", true),
    to: stated("to", true),
    likelyFrom: stated("from", false),
    likelyTo: stated("to", false),
    unseen: trace.sources.filter((source) => "unseen" in source.origin).sort(byShare),
    reuse: documents.filter(({ verdict }) => isReuse(verdict)).sort(byShare),
    holders: holdersOf(trace),
    context,
  };
}

const VALUES: Record<TemplateId, (grounds: Grounds) => Found | null> = {
  "nothing-to-compare": ({ trace }) => (trace.collection.documents === 0 ? { values: {} } : null),
  "taken-person": ({ from, likelyFrom, unseen, trace }) => {
    const decided = [...from, ...likelyFrom, ...unseen].find(byPerson);
    return decided === undefined ? null : named(decided, trace);
  },
  "taken-several": ({ from, trace }) => {
    const parts = from.filter((source, at) => !from.slice(0, at).some((larger) => coversAll(larger, source)));
    const [source, next] = parts;
    if (source === undefined || next === undefined) return null;
    return named(source, trace, { parts: parts.length, nextShare: next.share, next: nameOf(next, trace) });
  },
  taken: ({ from: [source], unseen, trace }) => {
    if (source === undefined) return null;
    const larger = unseen.some(({ certainty, share }) => certainty === "sure" && share > source.share);
    return larger ? null : named(source, trace, { kinds: kindsOf(source) });
  },
  "unseen-named": (grounds) =>
    unseenValues(grounds, (known, clue) => isNaming(clue) && !isStatementOf(known, clue)),
  "unseen-channel": (grounds) => unseenValues(grounds, (_, clue) => isNaming(clue)),
  "earliest-taken": ({ to, holders }) =>
    to.length > 0 && holders.earliest ? { values: { ...holders.values, takers: to.length } } : null,
  "taken-by": ({ to, trace }) => (to.length === 0 ? null : named(to[0]!, trace, { takers: to.length })),
  "taken-own": ({ likelyFrom, unseen, trace }) => {
    const own = likelyFrom.find(({ source }) => source !== undefined && source === trace.document.source);
    return own === undefined || own !== likelyFrom[0] || isLess(own, unseen) ? null : named(own, trace);
  },
  "taken-likely": ({ likelyFrom: [source], unseen, trace }) =>
    source === undefined || isLess(source, unseen) ? null : named(source, trace, { kinds: kindsOf(source) }),
  "unseen-statement": (grounds) =>
    unseenValues(grounds, ({ type, name }) => type === "issuer" && name !== null),
  "unseen-supposed": (grounds) =>
    unseenValues(grounds, ({ name, basis }) => name !== null && basis.length > 0),
  unseen: (grounds) => unseenValues(grounds, () => true),
  "taken-by-likely": ({ likelyTo: [source], trace }) =>
    source === undefined || source.source === trace.document.source
      ? null
      : named(source, trace, { kinds: kindsOf(source) }),
  "earliest-undecided": ({ reuse, holders }) =>
    reuse.length > 0 && holders.earliest ? { values: holders.values } : null,
  "undecided-one": ({ reuse, trace }) => (reuse.length === 1 ? named(reuse[0]!, trace) : null),
  undecided: ({ reuse, holders, trace }) =>
    reuse.length > 1
      ? named(reuse[0]!, trace, { holders: reuse.length, outlets: holders.outletsOfOthers })
      : null,
  "same-news": ({ trace }) => {
    const related = trace.sources.filter((source) => source.verdict === "same-news").length;
    return related === 0 ? null : { values: { documents: trace.collection.documents, related } };
  },
  "no-reuse": ({ trace }) => ({ values: { documents: trace.collection.documents } }),
};

/** Whether a text that is not here is behind more of it. */
function isLess({ share }: TraceSource, unseen: readonly TraceSource[]): boolean {
  return unseen.some((one) => one.share > share);
}

function named(source: TraceSource, trace: Unopened, more: Values = {}): Found {
  return { values: { share: source.share, source: nameOf(source, trace), ...more }, about: source };
}

function isNaming({ rule }: Evidence): boolean {
  return rule === "names-unseen";
}

/** Whether what it names is the issuer, and no agency or outlet. */
function isStatementOf({ type, name }: UnseenSource, { values }: Evidence): boolean {
  return type === "issuer" && values.name === name;
}

/** Of the unseen sources that fit one behind most of the text, and of these the one that most have in common. */
function unseenValues(
  { trace, unseen }: Grounds,
  fits: (source: UnseenSource, clue: Evidence) => boolean,
): Found | null {
  const fitting = unseen.flatMap((source) => {
    const { origin, share, evidence } = source;
    const known = trace.unseen.find(({ id }) => "unseen" in origin && id === origin.unseen);
    const [clue] = evidence;
    if (known === undefined || clue === undefined || !fits(known, clue)) return [];
    const holders = known.documents.filter((id) => id !== trace.document.id).length;
    const naming = new Set(known.basis.map(({ document }) => document)).size;
    const name = clue.values.name ?? known.name;
    return [{ share, holders, naming, ...(name === null ? {} : { name }) }];
  });
  const [largest] = fitting;
  if (largest === undefined) return null;
  const near = fitting.filter(({ share }) => share >= NEAR_SHARE * largest.share);
  return { values: near.reduce((x, y) => (y.holders > x.holders ? y : x)) };
}

function clausesOf(
  { trace, from, reuse, holders, context: { common } }: Grounds,
  template: TemplateId,
  about: TraceSource | null,
): { text: string; values: Values }[] {
  const values: Partial<Record<ClauseId, Values>> = {};
  const facts = about?.direction === "from" ? about.facts : [];
  const fact = facts.find(({ a, b }) => a.text !== "" && b.text !== "");
  if (fact !== undefined) values.changed = { here: fact.a.text, there: fact.b.text };
  const behind = about === null ? undefined : lastBehind(trace, about);
  if (behind !== undefined) values.behind = { behind: nameOf(behind, trace) };
  const speakers = changedSpeaker(trace);
  if (speakers !== null) values.speakers = speakers;
  const { creditCheck } = trace;
  const { holders: copies, outlets: copiesOutlets } = holders.values;
  // Another item of the one that it was taken from is no conflict.
  const conflict = from.length > 0 ? undefined : trace.sources.find(isConflict);
  if (conflict !== undefined) values.conflict = { conflict: nameOf(conflict, trace) };
  const isCounted = COUNTING.has(template);
  if (Number(copies) > 2 && !isCounted) values.carried = { copies: copies!, copiesOutlets: copiesOutlets! };
  if (common !== null) values.common = { words: common.words, documents: common.documents };
  // What the sentence says of whom it names is not said again.
  const isTold = template === "unseen-named" || template === "unseen-channel";
  const isOwn = creditCheck.status === "no-reuse" && reuse.length > 0;
  const credit = isTold || isOwn ? null : creditClause(creditCheck);
  if (credit !== null) values[credit.id] = credit.values;
  return CLAUSES.filter(({ id }) => values[id] !== undefined).map((clause) => ({
    text: fill(clause, values[clause.id]!),
    values: values[clause.id]!,
  }));
}

/** Where the source that the sentence names had it from, as far back as the lineage goes. */
function lastBehind({ sources }: Unopened, { origin }: TraceSource): TraceSource | undefined {
  const name = originOf(origin);
  return sources
    .filter(({ direction, through }) => direction === "from" && through.includes(name))
    .sort((left, right) => right.through.length - left.through.length || byShare(left, right))[0];
}

function creditClause(check: CreditCheck): { id: ClauseId; values: Values } | null {
  const names = [
    ...new Set(check.credits.filter(isSource).map(({ name }) => name ?? "agencies or media without a name")),
  ];
  const credited = { credited: listed(names) };
  if (check.status === "uncredited" || check.status === "not-named") {
    return check.absentFields.length === 0
      ? { id: check.status, values: {} }
      : { id: `${check.status}-fields`, values: { fields: listed(check.absentFields) } };
  }
  if (names.length === 0) return null;
  const id = (
    {
      matched: "credited",
      "source-absent": "absent",
      contradictory: "contradictory",
      "no-reuse": "credits-only",
    } as const
  )[check.status];
  return { id, values: credited };
}

/** The issuer made the statement; whose text it is, the others tell. */
const isSource = ({ role }: { readonly role: string }): boolean => role !== "issuer";

const byShare = (left: TraceSource, right: TraceSource): number => right.share - left.share;

/** Whether every passage of `other` lies inside one of `source`: two holders of one text are one part. */
function coversAll(source: TraceSource, other: TraceSource): boolean {
  return other.passages.every(({ here }) =>
    source.passages.some((passage) => passage.here.start <= here.start && passage.here.end >= here.end),
  );
}

/** Whether something speaks for it as the source of a text that was there before. */
function isConflict({ direction, evidence }: TraceSource): boolean {
  const isImpossible = ({ rule }: Evidence) => rule === "seen-before" || rule === "dated-before";
  const passage = ({ rule, weight }: Evidence) =>
    Math.abs(weight) >= 2 && (rule === "names-agency" || rule === "names-outlet" || rule === "third-person");
  return direction === "undecided" && evidence.some(isImpossible) && evidence.some(passage);
}

function byPerson({ direction, evidence }: TraceSource): boolean {
  return direction === "from" && evidence.some(({ kind, weight }) => kind === "decision" && weight > 0);
}

/** Kinds of evidence that speak for the direction, strongest first. */
function kindsOf({ evidence }: TraceSource): string {
  const kinds = evidence
    .filter(({ weight }) => weight > 0)
    // Nobody is named where the one is an agency's item: "credit" would say that somebody is.
    .map(({ kind, rule }) => (rule === "agency-item" ? "an agency's item" : kind.replaceAll("-", " ")));
  return listed([...new Set(kinds)].slice(0, KINDS_NAMED)) || "none";
}

/** Outlet and id, as a reader can look it up. */
function nameOf({ origin, source }: TraceSource, trace: Unopened): string {
  if ("unseen" in origin)
    return trace.unseen.find(({ id }) => id === origin.unseen)?.name ?? "a text that is not here";
  const id = shownId(origin.document);
  return source === undefined ? id : `${source} (${id})`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
