/** Two panes that scroll in step, and passages that are brought to the same height in both. */
import { type Anchor, across, anchorsInOrder } from "./scroll-map.js";

/** The line of a pane, as a share of its height, to which a chosen passage is brought. */
const LINE = 0.3;

export interface Panes {
  /** Brings a passage to the line of both panes. */
  meet(passage: number): void;
  setInStep(inStep: boolean): void;
}

export function panes(a: HTMLElement, b: HTMLElement): Panes {
  let inStep = true;
  /** Scroll events that this code itself causes are not followed. */
  const own = new WeakMap<HTMLElement, number>();

  const top = (pane: HTMLElement, passage: number): number | undefined => {
    const found = pane.querySelector(`a[data-passage="${passage}"]`);
    if (found === null) return undefined;
    return found.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop;
  };
  const anchors = (): Anchor[] => {
    const pairs = [...a.querySelectorAll<HTMLElement>("a[data-passage]")].flatMap((link): Anchor[] => {
      const number = Number(link.dataset.passage);
      const here = top(a, number);
      const there = top(b, number);
      return here === undefined || there === undefined ? [] : [{ a: here, b: there }];
    });
    return anchorsInOrder(pairs, a.scrollHeight, b.scrollHeight);
  };
  const scrollTo = (pane: HTMLElement, place: number): void => {
    const before = pane.scrollTop;
    pane.scrollTop = place;
    if (pane.scrollTop !== before) own.set(pane, pane.scrollTop);
  };
  // Held together is the line that moves down the pane while its text is scrolled: so both begin and end as one.
  const stretch = (pane: HTMLElement): number =>
    pane.scrollHeight / Math.max(1, pane.scrollHeight - pane.clientHeight);
  const follow = (side: "a" | "b") => (): void => {
    const [pane, other] = side === "a" ? [a, b] : [b, a];
    const expected = own.get(pane);
    own.delete(pane);
    if (!inStep || (expected !== undefined && Math.abs(expected - pane.scrollTop) < 2)) return;
    scrollTo(other, across(anchors(), side, pane.scrollTop * stretch(pane)) / stretch(other));
  };
  a.addEventListener("scroll", follow("a"), { passive: true });
  b.addEventListener("scroll", follow("b"), { passive: true });

  return {
    meet(passage) {
      for (const pane of [a, b]) {
        const place = top(pane, passage);
        if (place !== undefined) scrollTo(pane, place - LINE * pane.clientHeight);
      }
    },
    setInStep(value) {
      inStep = value;
    },
  };
}
