/** On what a statement rests: sentences, how much each weighs, and the words themselves. */
import { direction } from "../../direction.js";
import type { Evidence, Place } from "../../../model.js";
import type { Context } from "./context.js";
import { type Child, h, languageOf } from "./dom.js";
import { EVIDENCE_AR } from "./evidence-ar.js";
import { filledParts } from "./i18n.js";
import { sourceNode } from "./parts.js";

/** Log-odds from which a clue is called moderate, and strong: 3 to 1, and 20 to 1. */
const MODERATE = Math.log(3);
const STRONG = Math.log(20);
const LONGEST_QUOTE = 300;

export function sentence(context: Context, { rule, values, detail }: Evidence): Child {
  const pattern = context.language.ui === "ar" && Object.hasOwn(EVIDENCE_AR, rule) ? EVIDENCE_AR[rule] : undefined;
  if (pattern !== undefined) return filledParts(pattern, values, (value) => context.language.count(value));
  return foreign(context, detail);
}

/** An English sentence, marked as such where the interface has another language. */
export function foreign(context: Context, text: string): Child {
  if (context.language.ui === "en") return text;
  return h("span", { lang: "en", dir: "ltr", class: "foreign" }, text);
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
          one.weight < 0 && [language.nodes("evidenceAgainst"), " · "],
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
          " · ",
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

export function missingList(context: Context, missing: readonly string[]): Child {
  if (missing.length === 0) return null;
  return [
    h("h4", {}, context.language.nodes("missingTitle")),
    h(
      "ul",
      {},
      missing.map((one) => h("li", {}, foreign(context, one))),
    ),
  ];
}
