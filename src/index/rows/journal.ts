/** Changes that may have to be taken back: asking what adding an item would give is adding it, and taking it back. */
export class Journal {
  #undo: (() => void)[] | null = null;

  begin(): void {
    this.#undo = [];
  }

  get isOpen(): boolean {
    return this.#undo !== null;
  }

  /** Notes how to take back what was just done; outside of `begin` and an end nothing is kept. */
  note(undo: () => void): void {
    this.#undo?.push(undo);
  }

  keep(): void {
    this.#undo = null;
  }

  takeBack(): void {
    const undo = this.#undo ?? [];
    this.#undo = null;
    while (undo.length > 0) undo.pop()!();
  }
}
