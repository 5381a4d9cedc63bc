/**
 * Do the trees of an LMDB file reach pages that it lacks? Pages that a transaction took and gave back again are counted
 * in `lastPage` and may never have been written, so a whole file can be shorter than that says.
 *
 * page     := number:u64 | transaction:u64 | pad:u16 | flags:u16 (1: branch, 2: leaf) | lower:u16 | upper:u16 | offsets:u16...
 *             or, of an overflow page, pages:u32 instead of lower and upper; offsets count from behind the header
 * node     := low:u16 | high:u16 | flags:u16 (1: value on overflow pages, 2: a tree) | key length:u16 | key | value
 *             of a branch: low, high and flags are the number of the page below
 */
import { readSync } from "node:fs";

const HEADER_BYTES = 24;
const FLAGS_AT = 18;
const LOWER_AT = 20;
const BRANCH = 1;
const LEAF = 2;
const NODE_BYTES = 8;
const ON_OVERFLOW = 1;
const IS_TREE = 2;
/** Of a tree's record, where its root stands. */
export const ROOT_AT = 40;
const NO_ROOT = 0xffff_ffff_ffff_ffffn;
const MOST_DEPTH = 32;

/** Whether every page under the roots lies in the first `pages` pages of the file. */
export function reachesOnly(
  file: number,
  pageSize: number,
  pages: number,
  roots: readonly bigint[],
): boolean {
  const isWithin = (number: bigint, count = 1) => number + BigInt(count) <= BigInt(pages);
  const read = (number: bigint) => {
    const page = Buffer.alloc(pageSize);
    return readSync(file, page, 0, pageSize, Number(number) * pageSize) === pageSize ? page : null;
  };
  const isWhole = (root: bigint, depth: number): boolean => {
    if (root === NO_ROOT) return true;
    if (depth > MOST_DEPTH || !isWithin(root)) return false;
    const page = read(root);
    if (page === null) return false;
    const flags = page.readUInt16LE(FLAGS_AT);
    if ((flags & (BRANCH | LEAF)) === 0) return false;
    const nodes = page.readUInt16LE(LOWER_AT) >> 1;
    for (let i = 0; i < nodes; i++) {
      const at = HEADER_BYTES + page.readUInt16LE(HEADER_BYTES + 2 * i);
      const nodeFlags = page.readUInt16LE(at + 4);
      if ((flags & BRANCH) !== 0) {
        const below = BigInt(page.readUInt32LE(at)) | (BigInt(nodeFlags) << 32n);
        if (!isWhole(below, depth + 1)) return false;
        continue;
      }
      const valueAt = at + NODE_BYTES + page.readUInt16LE(at + 6);
      if ((nodeFlags & IS_TREE) !== 0 && !isWhole(page.readBigUInt64LE(valueAt + ROOT_AT), depth + 1))
        return false;
      if ((nodeFlags & ON_OVERFLOW) === 0) continue;
      const first = page.readBigUInt64LE(valueAt);
      const overflow = isWithin(first) ? read(first) : null;
      if (overflow === null || !isWithin(first, overflow.readUInt32LE(LOWER_AT))) return false;
    }
    return true;
  };
  try {
    return roots.every((root) => isWhole(root, 0));
  } catch (error) {
    // An offset out of its page: damage.
    if (error instanceof RangeError) return false;
    throw error;
  }
}
