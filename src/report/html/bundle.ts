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

/** In parts, in order: joined they are the page. A string of the whole may be longer than strings can be. */
export function bundlePage(
  findings: Findings,
  stories: readonly ReportStory[],
  method: ReportMethod,
): string[] {
  const { ui } = method.options;
  return [
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
    block(BLOCKS.method, method),
    block(BLOCKS.data, reportData(findings, stories)),
    block(BLOCKS.texts, reportTexts(findings, stories)),
    `<script>${BUNDLE_SCRIPT}</script>
</body>
</html>
`,
  ];
}

function block(id: string, value: unknown): string {
  return `<script type="application/json" id="${id}">${JSON.stringify(value).replaceAll("<", "\\u003c")}</script>\n`;
}

/** The JSON of a block of a report; null where there is none. */
export function readBlock(page: string, id: string): unknown {
  const opening = `<script type="application/json" id="${id}">`;
  const start = page.indexOf(opening);
  const end = page.indexOf("</script>", start);
  if (start < 0 || end < 0) return null;
  return JSON.parse(page.slice(start + opening.length, end));
}
