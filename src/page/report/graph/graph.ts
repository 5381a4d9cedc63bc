/** The lineage graph: boxes are links to articles, figures on arrows are buttons that show the evidence. */
import { direction } from "../../../report/direction.js";
import type { ReportStory } from "../../../report/html/bundle-format.js";
import { nameOf } from "../../../report/label.js";
import { edgeTable } from "../evidence/edges.js";
import type { Context } from "../frame/context.js";
import { append, type Child, freshId, h, said, svg } from "../frame/dom.js";
import {
  originName,
  percent,
  section,
  sourceNode,
  sourceOf,
  time,
  titleNode,
  unseenName,
} from "../frame/parts.js";
import { curve, laidOut, NODE_HEIGHT, NODE_WIDTH, type Point } from "./layout.js";
import { type Graph, type GraphEdge, type GraphNode, graphOf } from "./model.js";
import { articles, type Show, showEdge, showUndecided } from "./panel.js";

export function graphSection(context: Context, story: ReportStory): HTMLElement {
  const { language } = context;
  const graph = graphOf(story);
  const panelTitle = h("h3", { tabindex: -1 }, language.nodes("evidenceTitle"));
  const panelBody = h("div", {}, h("p", { class: "faint" }, language.nodes("evidenceHint")));
  const panel = h(
    "aside",
    { class: "panel", "aria-label": language.text("evidenceTitle") },
    panelTitle,
    panelBody,
  );
  const show: Show = (title, body) => {
    panelTitle.replaceChildren();
    append(panelTitle, [title]);
    panelBody.replaceChildren();
    append(panelBody, [body]);
    panelTitle.focus({ preventScroll: true });
    panel.scrollIntoView({ block: "nearest" });
  };
  const rows = story.edges.map((edge) => ({ story, edge }));
  const empty = story.edges.length === 0;
  return section(
    context,
    "graph",
    "sectionGraph",
    h("p", { class: "lead" }, language.nodes(empty ? "graphEmpty" : "graphLead")),
    graph.cut && h("p", { class: "faint" }, language.nodes("graphTooLarge", { n: graph.nodes.length })),
    h("div", { class: "graph" }, drawing(context, story, graph, show), panel),
    !empty &&
      h(
        "details",
        { class: "as-table" },
        h("summary", {}, language.nodes("graphTable")),
        edgeTable(context, language.text("graphTable"), rows),
      ),
  );
}

function drawing(context: Context, story: ReportStory, graph: Graph, show: Show): HTMLElement {
  const { language } = context;
  const laid = laidOut(graph, language.dir === "rtl");
  const arrow = freshId("arrow");
  const lines = svg(
    "svg",
    {
      width: laid.width,
      height: laid.height,
      viewBox: `0 0 ${laid.width} ${laid.height}`,
      "aria-hidden": "true",
    },
    svg(
      "defs",
      {},
      svg(
        "marker",
        { id: arrow, viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 8, markerHeight: 8, orient: "auto" },
        svg("path", { d: "M0,0L8,4L0,8z" }),
      ),
    ),
  );
  const stage = h("div", { class: "stage" }, lines);
  stage.style.width = `${laid.width}px`;
  stage.style.height = `${laid.height}px`;
  const order = [...graph.nodes].sort((x, y) =>
    byPlace(laid.nodes.get(x.key)!, laid.nodes.get(y.key)!, language.dir),
  );
  for (const node of order) stage.append(box(context, story, node, laid.nodes.get(node.key)!, show));
  graph.edges.forEach((edge, i) => {
    const { points, label } = laid.edges[i]!;
    const weak = edge.edges.every((one) => one.certainty !== "sure");
    const open = (): void => showEdge(context, story, edge, show);
    lines.append(
      svg("path", { class: `edge${weak ? " weak" : ""}`, d: curve(points), "marker-end": `url(#${arrow})` }),
      svg("path", { class: "edge-hit", d: curve(points), click: open }),
    );
    stage.append(edgeButton(context, story, edge, label, weak, open));
  });
  const choice = undecidedLines(context, graph, laid.nodes, lines, stage, show);
  const label = language.text("graphLabel", {
    documents: language.text("documents", { n: story.documents.length }),
  });
  return h(
    "div",
    { class: "drawing" },
    choice,
    h("div", { class: "scrolling", role: "region", "aria-label": label, tabindex: 0 }, stage),
  );
}

/** Reading order: column by column in the direction of reading, then downwards. */
function byPlace(one: Point, other: Point, dir: string): number {
  return (dir === "rtl" ? other.x - one.x : one.x - other.x) || one.y - other.y;
}

function placed<One extends HTMLElement>(element: One, { x, y }: Point): One {
  element.style.left = `${x}px`;
  element.style.top = `${y}px`;
  return element;
}

function box(context: Context, story: ReportStory, node: GraphNode, at: Point, show: Show): HTMLElement {
  const { language, store, to } = context;
  const sized = (element: HTMLElement): HTMLElement => {
    element.style.width = `${NODE_WIDTH}px`;
    element.style.height = `${NODE_HEIGHT}px`;
    return placed(element, at);
  };
  if (node.kind === "document") {
    const document = store.document(node.id);
    const role = store.part(node.id)?.role ?? "undecided";
    return sized(
      h(
        "a",
        { class: `node ${role}`, href: to.to("article", [node.id]), title: nameOf(document) },
        h(
          "span",
          { class: "line source", dir: direction(sourceOf(context, document)) },
          sourceNode(context, document),
        ),
        h("span", { class: "line", dir: direction(nameOf(document)) }, titleNode(document)),
        h("span", { class: "line faint" }, time(context, document)),
      ),
    );
  }
  if (node.kind === "unseen") {
    const name = unseenName(context, story, node.id);
    const open = (): void => {
      const unseen = story.unseen.find((one) => one.id === node.id);
      show(name, articles(context, unseen?.documents ?? []));
    };
    return sized(
      h("button", { type: "button", class: "node unseen", click: open }, h("span", { class: "wrap" }, name)),
    );
  }
  const n = node.documents.length;
  const { parent } = node;
  const title = language.nodes(parent === null ? "graphIsolated" : "graphFoldTitle", { n });
  const open = (): void => show(title, articles(context, node.documents));
  const label = parent === null ? language.nodes("graphIsolated", { n }) : language.nodes("graphFold", { n });
  return sized(
    h("button", { type: "button", class: "node fold", click: open }, h("span", { class: "wrap" }, label)),
  );
}

function edgeButton(
  context: Context,
  story: ReportStory,
  { edges }: GraphEdge,
  at: Point,
  weak: boolean,
  open: () => void,
): HTMLElement {
  const { language } = context;
  const [first] = edges;
  const name = {
    from: originName(context, story, first!.from),
    to:
      edges.length === 1
        ? originName(context, story, { document: first!.to })
        : language.text("graphFold", { n: edges.length }),
    confidence: language.percent(Math.min(...edges.map((edge) => edge.confidence))),
  };
  const label = language.text(weak ? "graphEdgeWeak" : "graphEdge", name);
  const figure =
    edges.length === 1 ? percent(context, first!.confidence) : `×${language.count(edges.length)}`;
  const button = {
    type: "button",
    class: `clue${weak ? " weak" : ""}`,
    title: label,
    click: open,
  };
  return placed(h("button", button, figure, said(` ${label}`)), at);
}

/** Dashed lines between articles of which nobody can tell who took from whom, with a box to show them. */
function undecidedLines(
  context: Context,
  { undecided }: Graph,
  places: ReadonlyMap<string, Point>,
  lines: SVGElement,
  stage: HTMLElement,
  show: Show,
): Child {
  if (undecided.length === 0) return null;
  const { language, store } = context;
  const drawn: Element[] = [];
  // Two of one column are joined by a bow on the side where the arrows go.
  const inwards = language.dir === "rtl" ? -1 : 1;
  for (const pair of undecided) {
    const a = places.get(`d:${pair.a}`)!;
    const b = places.get(`d:${pair.b}`)!;
    const bend = a.x === b.x ? inwards * (NODE_WIDTH / 2 + 18) : 0;
    const middle = {
      x: Math.round((a.x + b.x) / 2) + bend,
      y: Math.round((a.y + b.y) / 2),
    };
    const open = (): void => showUndecided(context, pair, show);
    const names = { a: nameOf(store.document(pair.a)), b: nameOf(store.document(pair.b)) };
    const label = language.text("graphUndecidedEdge", names);
    const line = svg("path", {
      class: "edge undecided",
      d: `M${a.x},${a.y}Q${middle.x + bend},${middle.y} ${b.x},${b.y}`,
    });
    const button = h(
      "button",
      { type: "button", class: "clue undecided", title: label, click: open },
      h("span", { "aria-hidden": "true" }, "?"),
      said(label),
    );
    lines.prepend(line);
    stage.append(placed(button, middle));
    drawn.push(line, button);
  }
  const apply = (visible: boolean): void => {
    for (const one of drawn) one.classList.toggle("hidden", !visible);
  };
  const shown = undecided.length <= 12;
  apply(shown);
  const box = h("input", { type: "checkbox", checked: shown, change: () => apply(box.checked) });
  return h("label", { class: "check" }, box, h("span", {}, language.nodes("graphUndecided")));
}
