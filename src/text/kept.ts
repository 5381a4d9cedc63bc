/**
 * What is worked out of a text once and kept with it, for as long as the text is. It lies on the text itself: a WeakMap
 * for each such thing costs the garbage collector more than a look-up does.
 */

/** A text that things can be kept with; only `Kept` looks inside. */
export interface Keeper {
  kept?: unknown[] | undefined;
}

/** Room from the beginning: an array that has all its elements is read fastest. More kinds than that find room too. */
const NOTHING: readonly unknown[] = Array.from({ length: 16 });

let kinds = 0;

/** One kind of thing, kept with each text at most once. */
export class Kept<Value> {
  readonly #kind = kinds++;

  get(text: Keeper): Value | undefined {
    return text.kept === undefined ? undefined : (text.kept[this.#kind] as Value | undefined);
  }

  set(text: Keeper, value: Value): void {
    text.kept ??= NOTHING.slice();
    text.kept[this.#kind] = value;
  }
}
