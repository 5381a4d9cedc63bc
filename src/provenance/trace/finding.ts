/**
 * The one sentence with which a trace opens. In: everything else of the trace. Out: the strongest statement of the
 * closed list whose least evidence is there, with the clauses that apply.
 */

import type { CreditCheck, Trace, TraceFinding, TraceSource } from "../../model/index.js";
import { isReuse } from "../../model/verdicts.js";
import { type Holders, holdersOf } from "./holders.js";
import { originOf } from "./path.js";
import { CLAUSES, type ClauseId, fill, TEMPLATES, type TemplateId, type Values } from "./templates.js";

/** A trace that has no finding yet. */
export type Unopened = Omit<Trace, "finding">;

const KINDS_NAMED = 3;

/** `common`: words in a row that stand in so many documents that they were not followed. */
export function findingOf(
  trace: Unopened,
  common: { readonly words: number; readonly documents: number } | null,
): TraceFinding {
  const grounds = groundsOf(trace, common);
  for (const template of TEMPLATES) {
    const found = VALUES[template.id](grounds);
    if (found === null) continue;
    const { about, ...rest } = found;
    const clauses = clausesOf(grounds, template.id, about ?? null);
    const sentence = [fill(template, rest.values), ...clauses.map(({ text }) => text)].join("; ");
    const values = Object.assign({}, ...clauses.map((clause) => clause.values), rest.values) as Values;
    return { template: template.id, values, sentence: `${sentence}.` };
  }
  throw new Error("the last template needs nothing");
}

interface Grounds {
  readonly trace: Unopened;
  /** It was taken from these documents: decided, on more than one weak clue. */
  readonly from: readonly TraceSource[];
  readonly to: readonly TraceSource[];
  readonly weakFrom: readonly TraceSource[];
  readonly weakTo: readonly TraceSource[];
  readonly unseen: readonly TraceSource[];
  readonly reuse: readonly TraceSource[];
  readonly holders: Holders;
  readonly common: { readonly words: number; readonly documents: number } | null;
}

interface Found {
  readonly values: Values;
  /** The source that the sentence names, for what is said of its facts. */
  readonly about?: TraceSource;
}

function groundsOf(trace: Unopened, common: Grounds["common"]): Grounds {
  const documents = trace.sources.filter((source) => "document" in source.origin);
  const decided = (direction: "from" | "to", weak: boolean) =>
    documents
      .filter(
        (source) =>
          source.direction === direction &&
          source.through.length === 0 &&
          (source.certainty !== "sure") === weak,
      )
      .sort(byShare);
  return {
    trace,
    from: decided("from", false),
    to: decided("to", false),
    weakFrom: decided("from", true),
    weakTo: decided("to", true),
    unseen: trace.sources.filter((source) => "unseen" in source.origin).sort(byShare),
    reuse: documents.filter(({ verdict }) => isReuse(verdict)).sort(byShare),
    holders: holdersOf(trace),
    common,
  };
}

const VALUES: Record<TemplateId, (grounds: Grounds) => Found | null> = {
  "nothing-to-compare": ({ trace }) => (trace.collection.documents === 0 ? { values: {} } : null),
  "taken-person": ({ from, weakFrom, unseen, trace }) => {
    const decided = [...from, ...weakFrom, ...unseen].find(byPerson);
    return decided === undefined ? null : named(decided, trace);
  },
  "taken-several": ({ from, trace }) => {
    const parts = from.filter((source, at) => !from.slice(0, at).some((larger) => coversAll(larger, source)));
    const [source, next] = parts;
    if (source === undefined || next === undefined) return null;
    return named(source, trace, { parts: parts.length, nextShare: next.share, next: nameOf(next, trace) });
  },
  taken: ({ from: [source], trace }) =>
    source === undefined ? null : named(source, trace, { kinds: kindsOf(source) }),
  "unseen-named": (grounds) => {
    const found = unseenValues(grounds, false, true);
    return found === null || found.values["holders"] === 0 ? null : found;
  },
  "unseen-alone": (grounds) => unseenValues(grounds, false, true),
  unseen: (grounds) => unseenValues(grounds, false, false),
  "earliest-taken": ({ to, holders }) =>
    to.length > 0 && holders.earliest ? { values: { ...holders.values, takers: to.length } } : null,
  "taken-by": ({ to, trace }) => (to.length === 0 ? null : named(to[0]!, trace, { takers: to.length })),
  "taken-weak": ({ weakFrom: [source], trace }) =>
    source === undefined ? null : named(source, trace, { kinds: kindsOf(source) }),
  "unseen-weak": (grounds) => unseenValues(grounds, true, null),
  "taken-by-weak": ({ weakTo: [source], trace }) =>
    source === undefined ? null : named(source, trace, { kinds: kindsOf(source) }),
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

function named(source: TraceSource, trace: Unopened, more: Values = {}): Found {
  return { values: { share: source.share, source: nameOf(source, trace), ...more }, about: source };
}

function unseenValues({ trace, unseen }: Grounds, weak: boolean, isNamed: boolean | null): Found | null {
  for (const source of unseen) {
    const { origin } = source;
    const known = trace.unseen.find(({ id }) => "unseen" in origin && id === origin.unseen);
    if (known === undefined || (source.certainty !== "sure") !== weak) continue;
    const rests = known.name !== null && known.basis.length > 0;
    if (isNamed !== null && rests !== isNamed) continue;
    const holders = known.documents.filter((id) => id !== trace.document.id).length;
    const more = isNamed === null ? { kinds: kindsOf(source) } : isNamed ? { name: known.name! } : {};
    return { values: { holders, ...more } };
  }
  return null;
}

function clausesOf(
  { trace, holders, common }: Grounds,
  template: TemplateId,
  about: TraceSource | null,
): { text: string; values: Values }[] {
  const values: Partial<Record<ClauseId, Values>> = {};
  const facts = about?.direction === "from" ? about.facts : [];
  const fact = facts.find(({ a, b }) => a.text !== "" && b.text !== "");
  if (fact !== undefined) values.changed = { here: fact.a.text, there: fact.b.text };
  const behind = about === null ? undefined : lastBehind(trace, about);
  if (behind !== undefined) values.behind = { behind: nameOf(behind, trace) };
  const { creditCheck, independentOrigins } = trace;
  const { holders: copies, outlets: copiesOutlets } = holders.values;
  const told = template.startsWith("earliest") && independentOrigins === 1;
  if (Number(copies) > 2 && independentOrigins > 0 && !told) {
    if (template === "undecided") values.origins = { origins: independentOrigins };
    else values.carried = { copies: copies!, copiesOutlets: copiesOutlets!, origins: independentOrigins };
  }
  if (common !== null) values.common = { words: common.words, documents: common.documents };
  const credit = creditClause(creditCheck);
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
    ...new Set(check.credits.filter(isSource).map(({ name }) => name ?? "agencies without a name")),
  ];
  const credited = { credited: listed(names) };
  if (check.status === "uncredited") {
    return check.absentFields.length === 0
      ? { id: "uncredited", values: {} }
      : { id: "uncredited-fields", values: { fields: listed(check.absentFields) } };
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

function byPerson({ direction, evidence }: TraceSource): boolean {
  return direction === "from" && evidence.some(({ kind, weight }) => kind === "decision" && weight > 0);
}

/** Kinds of evidence that speak for the direction, strongest first. */
function kindsOf({ evidence }: TraceSource): string {
  const kinds = evidence.filter(({ weight }) => weight > 0).map(({ kind }) => kind.replaceAll("-", " "));
  return listed([...new Set(kinds)].slice(0, KINDS_NAMED)) || "none";
}

/** Outlet and id, as a reader can look it up. */
function nameOf({ origin, source }: TraceSource, trace: Unopened): string {
  if ("unseen" in origin)
    return trace.unseen.find(({ id }) => id === origin.unseen)?.name ?? "a text that is not here";
  return source === undefined ? origin.document : `${source} (${origin.document})`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
