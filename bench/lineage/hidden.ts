/** The agency's items taken away: do the papers that credit it get an unseen source of its name? */
import type { Match } from "../../src/index.js";
import type { FullLineage } from "../../src/provenance/lineage/index.js";

/** Groups are papers that took from one item and share its words with one another. */
export function hiddenAgency(
  full: FullLineage,
  matches: readonly Match[],
  agency: (id: string) => boolean,
  name: string | null,
  lineage: (matches: readonly Match[]) => FullLineage,
): [string, string | number][] {
  const kept = matches.filter(({ a, b }) => !agency(a) && !agency(b));
  const hidden = lineage(kept);
  const credits = (id: string) =>
    full.credits
      .get(id)!
      .some((credit) => credit.role === "carrier" && credit.name === name && credit.form !== "inline");
  const copies = new Map<string, string[]>();
  for (const { a, b } of matches) {
    if (agency(a) === agency(b)) continue;
    const [item, paper] = agency(a) ? [a, b] : [b, a];
    copies.set(item, [...(copies.get(item) ?? []), paper]);
  }
  const groups = [...copies.values()]
    .flatMap((papers) => connected(papers, kept))
    .filter((group) => group.some(credits));
  const unseen = new Set(
    hidden.lineage.stories.flatMap((story) =>
      story.unseen.filter((source) => source.name === name).flatMap(({ documents }) => documents),
    ),
  );
  const withUnseen = groups.filter((group) => group.some((id) => credits(id) && unseen.has(id)));
  const sourceOf = new Map(
    full.lineage.stories.flatMap(({ edges }) =>
      edges.flatMap(({ from, to }) =>
        "document" in from && agency(from.document) ? [[to, from.document] as const] : [],
      ),
    ),
  );
  const back = withUnseen.filter((group) => group.some((id) => credits(id) && sourceOf.has(id)));
  const stillUnseen = new Set(
    full.lineage.stories.flatMap((story) =>
      story.unseen.filter((source) => source.name === name).flatMap(({ documents }) => documents),
    ),
  );
  const both = withUnseen.filter((group) => group.some((id) => credits(id) && stillUnseen.has(id)));
  const share = (part: number, all: number) => `${part} of ${all} (${((100 * part) / all).toFixed(1)} %)`;
  return [
    ["groups with a credited copy", groups.length],
    [`  that get an unseen ${name}`, share(withUnseen.length, groups.length)],
    ["  with the items back, the item in its place", share(back.length, withUnseen.length)],
    ["  with the items back, still unseen too", both.length],
  ];
}

function connected(ids: readonly string[], matches: readonly Match[]): string[][] {
  const within = new Set(ids);
  const beside = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const { a, b } of matches) {
    if (!within.has(a) || !within.has(b)) continue;
    beside.get(a)!.push(b);
    beside.get(b)!.push(a);
  }
  const seen = new Set<string>();
  return ids.flatMap((id) => {
    if (seen.has(id)) return [];
    const group = [id];
    seen.add(id);
    for (const one of group) {
      for (const other of beside.get(one)!) {
        if (seen.has(other)) continue;
        seen.add(other);
        group.push(other);
      }
    }
    return group.length > 1 ? [group] : [];
  });
}
