/** Things done between two words of progress. */
const TOLD_EVERY = 1024;

/** Tells how far the work is, a part after the other. */
export class Told {
  readonly #onShare: (share: number) => void;
  #before = 0;
  #part = 0;
  #all = 1;
  #done = 0;

  constructor(onShare: (share: number) => void) {
    this.#onShare = onShare;
  }

  begin(part: number, all: number): void {
    this.#before += this.#part;
    this.#part = part;
    this.#all = Math.max(1, all);
    this.#done = 0;
  }

  step(): void {
    if (++this.#done % TOLD_EVERY === 0)
      this.#onShare(Math.min(1, this.#before + (this.#part * this.#done) / this.#all));
  }
}
