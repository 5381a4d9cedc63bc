/**
 * A comparison as one page that needs nothing but a browser: no network, no file beside it. Its content policy
 * allows the one script and the one style embedded here and nothing else.
 */
import type { ChangedFact, Match, PassageKind } from "../../model/index.js";
import { VERDICT_MEANINGS } from "../../model/verdicts.js";
import { sentenceParts } from "../../sentence.js";
import { direction } from "../direction.js";
import { nameOf, type Side, timeText } from "../label.js";
import { counted, percent, words } from "../text/numbers.js";
import { judgedBy, probability } from "../text/verdict.js";
import { SCRIPT, SCRIPT_HASH, STYLE, STYLE_HASH } from "./assets.js";
import { escapeMarkup } from "./markup.js";
import { paragraphs, type SideName } from "./side.js";

const KINDS: Record<PassageKind, string> = {
  verbatim: "verbatim: the same words",
  edited: "edited: a few words changed",
  rewritten: "rewritten: the same content in other words",
  quotation: "quotation: words of a speaker in both",
  boilerplate: "boilerplate: standing formula, counts for nothing",
};

/** `match` is oriented so that its `a` is the document of side `a`. */
export function comparePage(match: Match, a: Side, b: Side): string {
  const policy = [
    "default-src 'none'",
    `script-src '${SCRIPT_HASH}'`,
    `style-src '${STYLE_HASH}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(`${match.verdict}: ${nameOf(a.label)} / ${nameOf(b.label)}`)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
${heading(match)}
${passageList(match, a)}
${factTable(match.facts)}
</header>
<main>
${article("a", match, a)}
${article("b", match, b)}
</main>
<div id="status" class="said" role="status" aria-live="polite"></div>
<script>${SCRIPT}</script>
</body>
</html>
`;
}

function heading(match: Match): string {
  const { verdict, containment, jaccard } = match;
  const figures = [
    ...(match.probability === null ? [] : [`probability of reuse ${probability(match)}`]),
    `${percent(containment.a)} of A stands in B`,
    `${percent(containment.b)} of B in A`,
    `Jaccard ${percent(jaccard)}`,
    judgedBy(match),
  ];
  const reasons = match.explain.map((reason) => `<li>${quoting(reason)}</li>`).join("");
  return `<h1>${escapeMarkup(verdict)}</h1>
<p class="meaning">${escapeMarkup(VERDICT_MEANINGS[verdict])}</p>
<p class="summary">${escapeMarkup(figures.join(" · "))}</p>
${reasons === "" ? "" : `<ul>${reasons}</ul>`}`;
}

/** What a reason quotes keeps its own direction. */
function quoting(reason: string): string {
  return sentenceParts(reason)
    .map(({ text, quoted }) =>
      quoted ? `<bdi dir="${direction(text)}">${escapeMarkup(text)}</bdi>` : escapeMarkup(text),
    )
    .join("");
}

function passageList(match: Match, a: Side): string {
  if (match.passages.length === 0) return "<p>No passage stands in both.</p>";
  const items = match.passages.map((passage, i) => {
    const length = counted(words(a.text.slice(passage.a.start, passage.a.end)), "word");
    const label = `${i + 1} · ${passage.kind} · ${length} · ${percent(passage.similarity)} alike`;
    const title = escapeMarkup(KINDS[passage.kind]);
    return `<li><a class="${passage.kind}" href="#a${i + 1}" data-passage="${i + 1}" title="${title}">${escapeMarkup(label)}</a></li>`;
  });
  return `<nav class="passages" aria-label="passages"><ol>${items.join("")}</ol></nav>
<p class="keys">Click a passage, or press Enter on it, to see its other side; j and k go to the next and the one before.</p>`;
}

function factTable(facts: readonly ChangedFact[]): string {
  if (facts.length === 0) return "";
  const cell = (text: string): string =>
    `<td>${text === "" ? "nothing" : `<bdi>${escapeMarkup(text)}</bdi>`}</td>`;
  const rows = facts.map(
    (fact) => `<tr><th scope="row">${fact.kind}</th>${cell(fact.a.text)}${cell(fact.b.text)}</tr>`,
  );
  return `<table><caption>Changed facts</caption>
<tr><th scope="col">what</th><th scope="col">A</th><th scope="col">B</th></tr>
${rows.join("\n")}
</table>`;
}

function article(side: SideName, match: Match, { label, text }: Side): string {
  const letter = side.toUpperCase();
  const title = nameOf(label);
  const meta = [label.source, label.published && timeText(label.published), label.byline, label.id, label.url]
    .filter((part) => part !== undefined && part !== "")
    .map((part) => `<bdi>${escapeMarkup(part as string)}</bdi>`)
    .join(" · ");
  return `<article aria-labelledby="title-${side}">
<div class="head">
<h2 id="title-${side}" dir="${direction(title)}"><span class="letter">${letter}</span> ${escapeMarkup(title)}</h2>
<p class="meta">${meta}</p>
</div>
<div class="text" tabindex="0" role="region" aria-label="text of ${letter}">
${paragraphs(text, match.passages, match.facts, side)}
</div>
</article>`;
}
