/** The newest entries of a table of hashes, in memory: what no segment holds yet. */

/** A post: the hashes that one number stands under. */
export interface Post {
  readonly number: number;
  readonly hashes: Uint32Array;
}

/** Words of an entry: hash, number, and 1 + the entry of the same slot before it (0 ends); beside one another in memory. */
const WORDS = 3;
const NUMBER = 1;
const BEFORE = 2;

export class Tail {
  /** 1 + the newest entry of each slot; 0 for none. */
  #slots = new Uint32Array(1 << 12);
  #entries = new Uint32Array(WORDS << 11);
  #length = 0;
  readonly #posts: Post[] = [];

  get length(): number {
    return this.#length;
  }

  get posts(): readonly Post[] {
    return this.#posts;
  }

  /** Entries from the newest on; `visit` returns false to end. */
  find(hash: number, visit: (number: number) => boolean): boolean {
    return this.#findFrom(this.#slots[this.#slotOf(hash)]!, hash, visit);
  }

  /** Entries of the hash older than the one at `at`; as `find`. */
  findBefore(at: number, hash: number, visit: (number: number) => boolean): boolean {
    return this.#findFrom(this.#entries[WORDS * at + BEFORE]!, hash, visit);
  }

  #findFrom(newest: number, hash: number, visit: (number: number) => boolean): boolean {
    const entries = this.#entries;
    for (let next = newest; next !== 0; ) {
      const at = WORDS * (next - 1);
      if (entries[at] === hash && !visit(entries[at + NUMBER]!)) return false;
      next = entries[at + BEFORE]!;
    }
    return true;
  }

  add(post: Post): void {
    this.#posts.push(post);
    const { number, hashes } = post;
    this.#reserve(hashes.length);
    const entries = this.#entries;
    const slots = this.#slots;
    for (let i = 0, at = WORDS * this.#length; i < hashes.length; i++, at += WORDS) {
      const hash = hashes[i]!;
      const slot = this.#slotOf(hash);
      entries[at] = hash;
      entries[at + NUMBER] = number;
      entries[at + BEFORE] = slots[slot]!;
      slots[slot] = ++this.#length;
    }
  }

  /** Takes the last post back. */
  undo(): void {
    const { hashes } = this.#posts.pop()!;
    for (let i = hashes.length - 1; i >= 0; i--) {
      this.#length--;
      this.#slots[this.#slotOf(hashes[i]!)] = this.#entries[WORDS * this.#length + BEFORE]!;
    }
  }

  clear(): void {
    this.#slots.fill(0);
    this.#length = 0;
    this.#posts.length = 0;
  }

  #slotOf(hash: number): number {
    const mixed = Math.imul(hash ^ (hash >>> 16), 0x9e3779b1);
    return (mixed ^ (mixed >>> 15)) & (this.#slots.length - 1);
  }

  #reserve(more: number): void {
    const needed = this.#length + more;
    if (WORDS * needed > this.#entries.length) {
      const entries = new Uint32Array(Math.max(WORDS * needed, 2 * this.#entries.length));
      entries.set(this.#entries);
      this.#entries = entries;
    }
    if (needed <= this.#slots.length) return;
    let size = this.#slots.length;
    while (size < needed) size *= 2;
    this.#slots = new Uint32Array(size);
    for (let at = 0; at < this.#length; at++) {
      const slot = this.#slotOf(this.#entries[WORDS * at]!);
      this.#entries[WORDS * at + BEFORE] = this.#slots[slot]!;
      this.#slots[slot] = at + 1;
    }
  }
}

/** post := number:u32 | count:u32 | hashes: count × u32 */
export function packPosts(posts: readonly Post[]): Uint8Array {
  const words = new Uint32Array(posts.reduce((sum, { hashes }) => sum + 2 + hashes.length, 0));
  let at = 0;
  for (const { number, hashes } of posts) {
    words[at++] = number;
    words[at++] = hashes.length;
    words.set(hashes, at);
    at += hashes.length;
  }
  return new Uint8Array(words.buffer);
}

export function unpackPosts(body: Uint8Array): Post[] {
  const words = new Uint32Array(body.slice().buffer);
  const posts: Post[] = [];
  for (let at = 0; at < words.length; ) {
    const number = words[at]!;
    const count = words[at + 1]!;
    posts.push({ number, hashes: words.slice(at + 2, at + 2 + count) });
    at += 2 + count;
  }
  return posts;
}
