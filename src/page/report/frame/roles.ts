/** What part each document has in its story. */
import type { Story, Verdict } from "../../../model/index.js";

/** origin: surely taken from, and nothing here stands behind it · copy, part: what it surely took · unseen: it names a source that is not here. */
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
  for (const { from, to, share, certainty } of story.edges) {
    const known = taken.get(to) ?? { share: 0, role: "undecided" as Role };
    known.share = Math.min(1, known.share + share);
    // What is likely gives nobody a part.
    if (certainty === "sure" && "unseen" in from && known.role === "undecided") known.role = "unseen";
    if (certainty === "sure" && "document" in from) {
      gave.add(from.document);
      if (verdict(from.document, to) === "copy") known.role = "copy";
      else if (known.role !== "copy") known.role = "part";
    }
    taken.set(to, known);
  }
  return new Map(
    story.documents.map((id): [string, Part] => {
      const known = taken.get(id);
      if (known !== undefined) return [id, known];
      return [id, { role: gave.has(id) ? "origin" : "undecided", share: 0 }];
    }),
  );
}
