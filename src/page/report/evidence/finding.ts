/** What can be said of one article, in one sentence that stays inside the evidence; and how sure what is said of many is. */
import type { LineageEdge, UnseenSource } from "../../../model/index.js";
import type { ReportStory } from "../../../report/html/bundle-format.js";
import type { Context } from "../frame/context.js";
import { type Child, h } from "../frame/dom.js";
import { originName } from "../frame/parts.js";

/** Sure and likely takings, counted apart. */
export function edgeCounts({ language }: Context, edges: readonly LineageEdge[]): Child[] {
  const sure = edges.filter(({ certainty }) => certainty === "sure").length;
  const likely = edges.length - sure;
  return [
    sure === 0 ? null : language.nodes("sureEdges", { n: sure }),
    likely === 0 ? null : language.nodes("likelyEdges", { n: likely }),
  ];
}

/** The strongest that the story bears: what it was surely taken from or names, who took it, what is likely, what is open. */
export function findingLine(context: Context, story: ReportStory, id: string): Child {
  const { language } = context;
  const share = (edge: LineageEdge) => language.percent(edge.share);
  const from = story.edges
    .filter(({ to }) => to === id)
    .sort((x, y) => Number(y.certainty === "sure") - Number(x.certainty === "sure") || y.share - x.share);
  const takers = story.edges.filter(({ from: one }) => "document" in one && one.document === id);
  const said = (): Child[] | string => {
    const [edge] = from;
    if (edge !== undefined) {
      const values = { share: share(edge), source: originName(context, story, edge.from) };
      if ("document" in edge.from) {
        if (isOwn(context, edge.from.document, id)) return language.nodes("findingOwn", values);
        return language.nodes(edge.certainty === "sure" ? "findingTaken" : "findingLikely", values);
      }
      return unseenLine(context, story, edge, edge.from.unseen);
    }
    const sure = takers.filter(({ certainty }) => certainty === "sure").length;
    if (sure > 0) return language.nodes("findingSource", { n: sure });
    if (takers.length > 0) return language.nodes("findingSourceLikely", { n: takers.length });
    const open = story.undecided.filter(({ a, b }) => a === id || b === id).length;
    return open === 0 ? [] : language.nodes("findingOpen", { n: open });
  };
  const line = said();
  return line.length === 0 ? null : h("p", { class: "finding" }, line);
}

function unseenLine(context: Context, story: ReportStory, edge: LineageEdge, id: string): Child[] | string {
  const { language } = context;
  const unseen = story.unseen.find((one) => one.id === id);
  const n = (unseen?.documents ?? []).filter((one) => one !== edge.to).length;
  const [clue] = edge.evidence;
  const named = clue?.values.name ?? unseen?.name ?? null;
  if (named === null) return language.nodes("findingUnseen", { n, share: language.percent(edge.share) });
  const values = { n, name: String(named), share: language.percent(edge.share) };
  if (clue?.rule === "names-unseen") return language.nodes("findingNames", values);
  return language.nodes(isStatement(unseen) ? "findingStatement" : "findingSupposed", values);
}

function isStatement(unseen: UnseenSource | undefined): boolean {
  return unseen?.type === "issuer";
}

function isOwn({ store }: Context, x: string, y: string): boolean {
  const [p, q] = [store.document(x).source, store.document(y).source];
  return p !== undefined && p === q;
}
