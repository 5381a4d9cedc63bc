/**
 * Stories: documents bound by reuse, directly or through others. Wording that many articles share by custom, and pages
 * that put several items together, would chain strangers: what is not half of both texts binds only while the story stays
 * small. On 31 k articles half of either text made stories of 267 and 232, of cables, receptions and relief flights; half
 * of both makes 94 and 93, of cables and of weather bulletins.
 */
import type { Reuse } from "../direction/reuse.js";

/** Share of both texts from which a pair binds whatever the size; one essentially the other binds too. */
const BINDING_SHARE = 0.5;
/** Documents of a story that pairs of less may join. */
const LOOSE_STORY_DOCUMENTS = 64;

export interface Stories {
  /** Ids by story; documents without a pair are in none. */
  readonly members: readonly (readonly string[])[];
  /** By story: the matches between its members. */
  readonly matches: readonly (readonly Reuse[])[];
  /** Matches between two stories. */
  readonly between: readonly Reuse[];
}

/** `bound` says which pairs bind whatever they share. */
export function storiesOf(matches: readonly Reuse[], isBound: (match: Reuse) => boolean): Stories {
  const union = new Union();
  const share = ({ containment }: Reuse) => Math.max(containment.a, containment.b);
  const binds = ({ verdict, containment }: Reuse) =>
    verdict === "copy" || Math.min(containment.a, containment.b) >= BINDING_SHARE;
  const loose: Reuse[] = [];
  for (const match of matches) {
    union.add(match.a);
    union.add(match.b);
    if (binds(match) || isBound(match)) union.join(match.a, match.b);
    else loose.push(match);
  }
  // The strongest first, so that the order of input does not matter.
  loose.sort((x, y) => share(y) - share(x) || compare(x.a, y.a) || compare(x.b, y.b));
  for (const { a, b } of loose) if (union.size(a) + union.size(b) <= LOOSE_STORY_DOCUMENTS) union.join(a, b);

  const storyOf = new Map<string, number>();
  const members: string[][] = [];
  const within: Reuse[][] = [];
  for (const id of union.ids()) {
    const root = union.find(id);
    let story = storyOf.get(root);
    if (story === undefined) {
      story = members.length;
      storyOf.set(root, story);
      members.push([]);
      within.push([]);
    }
    members[story]!.push(id);
  }
  const between: Reuse[] = [];
  for (const match of matches) {
    const story = storyOf.get(union.find(match.a))!;
    if (story === storyOf.get(union.find(match.b))) within[story]!.push(match);
    else between.push(match);
  }
  return { members, matches: within, between };
}

class Union {
  readonly #parent = new Map<string, string>();
  readonly #size = new Map<string, number>();

  add(id: string): void {
    if (this.#parent.has(id)) return;
    this.#parent.set(id, id);
    this.#size.set(id, 1);
  }

  ids(): Iterable<string> {
    return this.#parent.keys();
  }

  size(id: string): number {
    return this.#size.get(this.find(id))!;
  }

  find(id: string): string {
    let root = id;
    for (let up = this.#parent.get(root)!; up !== root; up = this.#parent.get(root)!) {
      this.#parent.set(root, this.#parent.get(up)!);
      root = up;
    }
    return root;
  }

  join(x: string, y: string): void {
    this.add(x);
    this.add(y);
    const [p, q] = [this.find(x), this.find(y)];
    if (p === q) return;
    const [large, small] = this.#size.get(p)! >= this.#size.get(q)! ? [p, q] : [q, p];
    this.#parent.set(small, large);
    this.#size.set(large, this.#size.get(large)! + this.#size.get(small)!);
  }
}

function compare(x: string, y: string): number {
  return x < y ? -1 : x > y ? 1 : 0;
}
