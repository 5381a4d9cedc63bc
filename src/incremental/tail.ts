/** The newest entries of a table of hashes, in memory: what no segment holds yet. */

/** A post: the hashes that one number stands under. */
export interface Post {
  readonly number: number;
  readonly hashes: Uint32Array;
}

export class Tail {
  #slots = new Int32Array(1 << 12);
  #hashes = new Uint32Array(1 << 11);
  #numbers = new Uint32Array(1 << 11);
  /** 1 + the entry of the same slot before this one; 0 ends. */
  #before = new Int32Array(1 << 11);
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
    for (let at = this.#slots[this.#slotOf(hash)]!; at !== 0; at = this.#before[at - 1]!) {
      if (this.#hashes[at - 1] === hash && !visit(this.#numbers[at - 1]!)) return false;
    }
    return true;
  }

  /** Entries of the hash older than the one at `at`; as `find`. */
  findBefore(at: number, hash: number, visit: (number: number) => boolean): boolean {
    for (let before = this.#before[at]!; before !== 0; before = this.#before[before - 1]!) {
      if (this.#hashes[before - 1] === hash && !visit(this.#numbers[before - 1]!)) return false;
    }
    return true;
  }

  add(post: Post): void {
    this.#posts.push(post);
    const { number, hashes } = post;
    this.#reserve(hashes.length);
    for (let i = 0; i < hashes.length; i++) {
      const hash = hashes[i]!;
      const slot = this.#slotOf(hash);
      this.#hashes[this.#length] = hash;
      this.#numbers[this.#length] = number;
      this.#before[this.#length] = this.#slots[slot]!;
      this.#slots[slot] = ++this.#length;
    }
  }

  /** Takes the last post back. */
  undo(): void {
    const { hashes } = this.#posts.pop()!;
    for (let i = hashes.length - 1; i >= 0; i--) {
      this.#length--;
      this.#slots[this.#slotOf(hashes[i]!)] = this.#before[this.#length]!;
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
    if (needed > this.#hashes.length) {
      const room = Math.max(needed, 2 * this.#hashes.length);
      this.#hashes = grown(this.#hashes, new Uint32Array(room));
      this.#numbers = grown(this.#numbers, new Uint32Array(room));
      this.#before = grown(this.#before, new Int32Array(room));
    }
    if (needed <= this.#slots.length) return;
    let size = this.#slots.length;
    while (size < needed) size *= 2;
    this.#slots = new Int32Array(size);
    for (let at = 0; at < this.#length; at++) {
      const slot = this.#slotOf(this.#hashes[at]!);
      this.#before[at] = this.#slots[slot]!;
      this.#slots[slot] = at + 1;
    }
  }
}

function grown<T extends Uint32Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
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
