/** What part each document has in its story. */
import type { Story, Verdict } from "../../../model/index.js";

/** origin: nothing here stands behind it · copy, part: what it took · unseen: from a text that is not here. */
export const ROLES = ["origin", "copy", "part", "unseen", "undecided"] as const;
export type Role = (typeof ROLES)[number];

export interface Part {
  readonly role: Role;
  /** Share of its tokens that came from elsewhere, 0..1. */
  readonly share: number;
}

export function roles(
  story: Story,
  verdict: (a: string, b: string) => Verdict | undefined,
): Map<string, Part> {
  const taken = new Map<string, { share: number; role: Role }>();
  const gave = new Set<string>();
  for (const { from, to, share } of story.edges) {
    const known = taken.get(to) ?? { share: 0, role: "unseen" as Role };
    known.share = Math.min(1, known.share + share);
    if ("document" in from) {
      gave.add(from.document);
      if (verdict(from.document, to) === "copy") known.role = "copy";
      else if (known.role !== "copy") known.role = "part";
    }
    taken.set(to, known);
  }
  const open = new Set(story.undecided.flatMap(({ a, b }) => [a, b]));
  return new Map(
    story.documents.map((id): [string, Part] => {
      const known = taken.get(id);
      if (known !== undefined) return [id, known];
      return [id, { role: gave.has(id) || !open.has(id) ? "origin" : "undecided", share: 0 }];
    }),
  );
}
