/** Numbers, choices and items from a seed: the same in every run. */
const ROOTS =
  "council river stone lantern walnut copper ferry granary vineyard weaver quarry terrace chapel meadow".split(
    " ",
  );
const ARABIC = "مجلس نهر حجر قنديل جوز نحاس عبارة مخزن كرم نساج محجر مصطبة معبد مرج".split(" ");

/** What the filter is sent: a line of JSON, and what it is known by. */
export interface Sent {
  readonly line: string;
  readonly text: string;
}

export class Draw {
  #state: number;
  readonly #texts: string[] = [];
  #items = 0;

  constructor(seed: number) {
    this.#state = (seed * 2_654_435_761 + 12_345) >>> 0;
  }

  /** An integer from 0 to below `below`. */
  below(below: number): number {
    this.#state = (Math.imul(this.#state, 1_103_515_245) + 12_345) >>> 0;
    return (this.#state >>> 8) % below;
  }

  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }

  /** Items of every kind: new, equal, near and quoting ones; with an id, a URL, both or neither; short ones. */
  items(count: number): Sent[] {
    return Array.from({ length: count }, () => this.#item());
  }

  #item(): Sent {
    const number = ++this.#items;
    const text = this.#text(number);
    const kind = this.below(10);
    const names =
      kind < 5
        ? { id: `item-${number}` }
        : kind < 7
          ? {}
          : kind < 8
            ? { url: `https://a.example/${this.below(5)}`, id: `item-${number}` }
            : kind < 9
              ? { url: `https://a.example/item-${number}` }
              : { id: `item-${1 + this.below(number)}` };
    const title = this.chance(40) ? { title: `title ${this.below(4)}` } : {};
    const published = this.chance(50)
      ? { published: `2026-03-${String(1 + this.below(28)).padStart(2, "0")}` }
      : {};
    return { line: JSON.stringify({ ...names, ...title, ...published, text }), text };
  }

  #text(number: number): string {
    const before = this.#texts.length > 0 ? this.of(this.#texts) : undefined;
    const kind = this.below(20);
    const vocabulary = this.chance(50) ? ROOTS : ARABIC;
    const words = (count: number) =>
      Array.from({ length: count }, () => `${this.of(vocabulary)}${this.below(60)}`);
    if (before !== undefined && kind < 4) return before;
    if (before !== undefined && kind < 7) {
      const changed = before.split(" ");
      changed[this.below(changed.length)] = `${this.of(vocabulary)}${number}`;
      return changed.join(" ");
    }
    if (before !== undefined && kind < 9) return `${words(15).join(" ")} ${before} ${words(15).join(" ")}`;
    if (kind === 9) return words(3).join(" ");
    const text = words(30 + this.below(50)).join(" ");
    this.#texts.push(text);
    return text;
  }
}
