/**
 * A whole collection as one page that needs nothing but a browser. Its content policy allows the one script and the
 * one style embedded here and nothing else, and no string can become markup (`require-trusted-types-for`). Articles
 * stand in JSON blocks, in which `<` is always escaped.
 */
import { BUNDLE_SCRIPT, BUNDLE_SCRIPT_HASH, BUNDLE_STYLE, BUNDLE_STYLE_HASH } from "./bundle-assets.js";
import { type Findings, reportData, reportTexts } from "./bundle-data.js";
import { BLOCKS, REPORT_GENERATOR, type ReportMethod, type ReportStory } from "./bundle-format.js";

const POLICY = [
  "default-src 'none'",
  `script-src '${BUNDLE_SCRIPT_HASH}'`,
  `style-src '${BUNDLE_STYLE_HASH}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
].join("; ");

const WITHOUT_SCRIPT = {
  ar: "هذا التقرير يحتاج إلى تشغيل JavaScript في المتصفح. لا يُحمَّل شيء من الشبكة.",
  en: "This report needs JavaScript in the browser. Nothing is loaded from the network.",
};

/** In parts, in order, each in pieces: joined they are the page. A string of the whole may be longer than strings can be. */
export function bundlePage(
  findings: Findings,
  stories: readonly ReportStory[],
  method: ReportMethod,
): Iterable<string>[] {
  const { ui } = method.options;
  return [
    [
      `<!doctype html>
<html lang="${ui}" dir="${ui === "ar" ? "rtl" : "ltr"}">
<head>
<meta charset="utf-8">
<meta name="generator" content="${REPORT_GENERATOR}">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>isnad</title>
<style>${BUNDLE_STYLE}</style>
</head>
<body>
<noscript>${(["ar", "en"] as const).map((one) => `<p lang="${one}" dir="${one === "ar" ? "rtl" : "ltr"}">${WITHOUT_SCRIPT[one]}</p>`).join("")}</noscript>
<div id="app"></div>
`,
    ],
    block(BLOCKS.method, jsonPieces(method)),
    block(BLOCKS.data, jsonPieces(reportData(findings, stories))),
    block(BLOCKS.texts, textPieces(reportTexts(findings, stories))),
    [
      `<script>${BUNDLE_SCRIPT}</script>
</body>
</html>
`,
    ],
  ];
}

/** UTF-16 code units from which a piece is handed on. */
const PIECE_LENGTH = 1 << 16;

function* block(id: string, json: Iterable<string>): Generator<string, void> {
  let piece = `<script type="application/json" id="${id}">`;
  for (const part of json) {
    piece += part.replaceAll("<", "\\u003c");
    if (piece.length < PIECE_LENGTH) continue;
    yield piece;
    piece = "";
  }
  yield `${piece}</script>\n`;
}

/** `JSON.stringify(value)`, the elements of its lists one by one. */
function* jsonPieces(value: object): Generator<string, void> {
  let before = "{";
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined) continue;
    yield `${before}${JSON.stringify(key)}:`;
    before = ",";
    if (Array.isArray(member)) yield* listPieces(member);
    else yield JSON.stringify(member);
  }
  yield before === "{" ? "{}" : "}";
}

function* listPieces(list: readonly unknown[]): Generator<string, void> {
  yield "[";
  for (const [at, element] of list.entries()) yield `${at === 0 ? "" : ","}${JSON.stringify(element)}`;
  yield "]";
}

function* textPieces(texts: ReturnType<typeof reportTexts>): Generator<string, void> {
  let before = "{";
  for (const [id, pieces] of texts) {
    yield `${before}${JSON.stringify(id)}:${JSON.stringify(pieces)}`;
    before = ",";
  }
  yield before === "{" ? "{}" : "}";
}

/** The JSON of a block of a report; null where there is none. */
export function readBlock(page: string, id: string): unknown {
  const opening = `<script type="application/json" id="${id}">`;
  const start = page.indexOf(opening);
  const end = page.indexOf("</script>", start);
  if (start < 0 || end < 0) return null;
  return JSON.parse(page.slice(start + opening.length, end));
}
