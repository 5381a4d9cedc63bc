/** On what a statement rests: sentences, how much each weighs, and the words themselves. */
import type { Evidence, Place } from "../../../model/index.js";
import { direction } from "../../../report/direction.js";
import { sentenceParts } from "../../../sentence.js";
import type { Context } from "../frame/context.js";
import { bdi, type Child, DOT, h, languageOf } from "../frame/dom.js";
import { moment, sourceNode, titleNode } from "../frame/parts.js";
import { filledParts } from "../words/i18n.js";
import { reasonInArabic } from "../words/reasons-ar.js";
import { ARTICLE_VALUES, missingInArabic, sentenceOf } from "./rules.js";

/** Log-odds from which a clue is called moderate, and strong: 3 to 1, and 20 to 1. */
const MODERATE = Math.log(3);
const STRONG = Math.log(20);
const LONGEST_QUOTE = 300;

export function sentence(context: Context, { rule, values, detail }: Evidence): Child {
  const pattern = sentenceOf(rule, context.language.ui);
  if (pattern === undefined) return foreign(context, detail);
  const shown = Object.entries(values).map(([name, value]): [string, string | number | Node] => [
    name,
    ARTICLE_VALUES.has(name) ? articleName(context, String(value), values) : timed(name, value),
  ]);
  return filledParts(pattern, Object.fromEntries(shown), (value) => context.language.count(value));
}

function timed(name: string, value: string | number): string | number | Node {
  return name.toLowerCase().endsWith("time") ? moment(String(value)) : value;
}

/** By its source, or by its title where another article of the sentence has the same source. */
function articleName(context: Context, id: string, values: Evidence["values"]): Node {
  const { store } = context;
  const document = store.document(id);
  const others = Object.entries(values).filter(([name, value]) => ARTICLE_VALUES.has(name) && value !== id);
  const alone = others.every(([, other]) => store.document(String(other)).source !== document.source);
  if (document.source !== undefined && alone) return bdi(document.source);
  return h("span", {}, "«", titleNode(document), "»");
}

/** An English sentence, marked as such where the interface has another language. */
export function foreign(context: Context, text: string): Child {
  const parts = quoting(text);
  if (context.language.ui === "en") return parts;
  return h("span", { lang: "en", dir: "ltr", class: "foreign" }, parts);
}

/** Why a pair got its verdict. */
export function reason(context: Context, text: string): Child {
  const arabic = context.language.ui === "ar" ? reasonInArabic(text) : undefined;
  return arabic === undefined ? foreign(context, text) : quoting(arabic);
}

function quoting(sentence: string): Child {
  return sentenceParts(sentence).map(({ text, quoted }) => (quoted ? bdi(text) : text));
}

export function evidenceList(context: Context, evidence: readonly Evidence[], withWords: boolean): Child {
  const { language } = context;
  if (evidence.length === 0) return h("p", { class: "faint" }, language.nodes("evidenceNone"));
  return h(
    "ul",
    { class: "evidence" },
    evidence.map((one) =>
      h(
        "li",
        { class: one.weight < 0 ? "against" : "" },
        h("span", { class: "badge" }, language.nodes(`evidence.${one.kind}`)),
        " ",
        sentence(context, one),
        " ",
        h(
          "span",
          { class: "faint", title: language.text("evidenceWeight", { weight: one.weight.toFixed(2) }) },
          one.weight < 0 && [language.nodes("evidenceAgainst"), DOT],
          language.nodes(strength(one.weight)),
        ),
        withWords && quotes(context, one.at),
      ),
    ),
  );
}

function strength(weight: number) {
  const size = Math.abs(weight);
  return size >= STRONG ? "evidenceStrong" : size >= MODERATE ? "evidenceModerate" : "evidenceSlight";
}

/** The words at the places, each with the source of its article. */
function quotes(context: Context, places: readonly Place[]): Child {
  const { language } = context;
  const quoted = places.flatMap((place): Child[] => {
    const words = placeWords(context, place);
    if (words === undefined || words.trim() === "") return [];
    const shown = words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE)}…` : words;
    return [
      h(
        "li",
        {},
        h("q", { dir: direction(shown), lang: languageOf(shown) }, shown),
        h(
          "span",
          { class: "under" },
          sourceNode(context, context.store.document(place.document)),
          DOT,
          language.nodes(`field.${place.field}`),
        ),
      ),
    ];
  });
  return quoted.length === 0 ? null : h("ul", { class: "quotes" }, quoted);
}

function placeWords({ store }: Context, { document, field, start, end }: Place): string | undefined {
  if (field === "text") return store.words(document, { start, end });
  if (field === "links") return undefined;
  return store.document(document)[field]?.slice(start, end);
}

/** What would decide a pair: a closed list, else in English. */
export function missingText(context: Context, missing: string): Child {
  return (context.language.ui === "ar" ? missingInArabic(missing) : undefined) ?? foreign(context, missing);
}

export function missingList(context: Context, missing: readonly string[]): Child {
  if (missing.length === 0) return null;
  return [
    h("p", {}, h("strong", {}, context.language.nodes("missingTitle"))),
    h(
      "ul",
      {},
      missing.map((one) => h("li", {}, missingText(context, one))),
    ),
  ];
}
