/** Lineages of a few documents, by way of the engine's own matches. */
import { createEngine, type Decisions, type Direction, type Document, type Match } from "../../src/index.js";
import { canonicalOutlet, canonicalSource, creditsOf } from "../../src/provenance/credits/index.js";
import { type FullLineage, lineageOf } from "../../src/provenance/lineage/index.js";
import { threadKernel } from "../../src/workers/kernel.js";

const kernel = await threadKernel();

export async function matchesOf(documents: readonly Document[]): Promise<Match[]> {
  const engine = await createEngine();
  for (const document of documents) engine.add(document);
  const matches: Match[] = [];
  for await (const match of engine.matches({ expand: true })) matches.push(match);
  return matches;
}

export function lineageWith(
  documents: readonly Document[],
  matches: readonly Match[],
  more: { decisions?: Decisions; now?: number; documentsWith?: (words: string) => number | null } = {},
): FullLineage {
  const byId = new Map(documents.map((document) => [document.id, document]));
  return lineageOf({
    documents: documents.length,
    matches,
    document: (id) => byId.get(id),
    creditsOf: (document) => creditsOf(kernel, document),
    names: { agency: canonicalSource, outlet: canonicalOutlet },
    ...more,
  });
}

export async function lineageOfTexts(
  documents: readonly Document[],
  more: Parameters<typeof lineageWith>[2] = {},
): Promise<FullLineage> {
  return lineageWith(documents, await matchesOf(documents), more);
}

export function directionBetween({ directions }: FullLineage, x: string, y: string): Direction {
  const found = directions.find(({ a, b }) => (a === x && b === y) || (a === y && b === x));
  if (found === undefined) throw new Error(`${x} and ${y} are no pair`);
  return found;
}

export function rulesOf({ evidence }: Direction): string[] {
  return evidence.map(({ rule, weight }) => (weight < 0 ? `-${rule}` : rule));
}

/** An invented report; nothing in it says where it comes from. */
export const PARAGRAPHS = [
  "افتتحت بلدية الوادي حديقة جديدة على ضفة النهر بعد عامين من العمل، وزرع الأهالي فيها أربعين شجرة ليمون جلبوها من بساتين الجبل القريب.",
  "وقال رئيس البلدية سمير الحلو إن الحديقة بنيت مكان مطحنة مهجورة كانت تغمرها مياه الفيضان كل ربيع، وإن جدرانها القديمة صارت مقاعد للزوار.",
  "وتضم الحديقة ملعبا صغيرا للأطفال ومكتبة خشبية يعير فيها المتطوعون الكتب بلا مقابل، على أن يعيدها القارئ قبل أول مطر في الخريف.",
  "ومن المقرر أن تقام فيها مساء كل خميس أمسية للموسيقى يعزف فيها تلاميذ معهد المدينة، وتبيع نساء الحي خبز التنور وشراب الورد.",
] as const;
export const TEXT = PARAGRAPHS.join("\n");
