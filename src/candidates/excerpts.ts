/**
 * Candidate pairs from shared fingerprints: finds excerpts, roundups and rewrites that Jaccard cannot see.
 * In: postings, arranged by document. Out: for a document, the later documents that share a dense group of
 * uncommon fingerprints with it.
 *
 * Guarantee: a verbatim excerpt of at least 12 tokens shares 9 fingerprints in a row with its source; where
 * these are under the cap and differ from one another, the pair is a candidate, wherever the excerpt stands and
 * whatever else of it stands elsewhere in the two texts. Of a group of more near-copies than the member cap it
 * is the first ones that the guarantee holds for, and within a giant group bands propose the pairs.
 */
import { FINGERPRINT_TOKENS } from "./fingerprints.js";
import { type PostingPart, SEVERAL_POSITIONS } from "./postings.js";

/** Shared fingerprints count together when they lie within this many tokens of each other in both texts. */
const WINDOW_TOKENS = 48;
/**
 * Fingerprints as rare as can be that a window must hold together to make a candidate; one that stands in f of N
 * groups weighs ln(N / f), one in a single group ln N. On 31 k articles 3.8 keeps 74 of 75 judged excerpts with 3.3
 * candidates a document; 2.5 keeps all of them with 4.7, and most of what it adds are formulae. Of passages with 38 %
 * of their words edited, 4.9 loses one in five that alignment would find.
 */
const DENSE_FINGERPRINTS = 3.8;
/** Fingerprints in a verbatim run of GUARANTEED_TOKENS. */
export const GUARANTEED_TOKENS = 12;
const GUARANTEED_FINGERPRINTS = GUARANTEED_TOKENS - FINGERPRINT_TOKENS + 1;
/** With this many a pair is a candidate wherever they lie: looking is quadratic. */
export const SHARED_ANYWHERE = 32;

/** Postings by run and by document, in shared memory. */
export interface PostingData {
  readonly runStarts: Uint32Array;
  readonly runDocuments: Uint32Array;
  /** ln(documents / groups that hold the run's fingerprint). */
  readonly runWeights: Float32Array;
  /** Weight in one window that makes a candidate. */
  readonly denseWeight: number;
  /** By document: its runs, ascending, and where each one's fingerprint stands in it, or SEVERAL_POSITIONS. */
  readonly documentStarts: Uint32Array;
  readonly documentRuns: Uint32Array;
  readonly documentPositions: Uint32Array;
}

/**
 * Arranges the parts' postings by document. `groups` is how many groups of near-copies there are, `groupCap`
 * what the parts were made with; `allocate` gives zeroed memory. O(postings).
 */
export function arrangePostings(
  parts: readonly PostingPart[],
  documentCount: number,
  { groups, groupCap }: { groups: number; groupCap: number },
  allocate: (bytes: number) => ArrayBufferLike,
): PostingData {
  const words = (length: number) => new Uint32Array(allocate(4 * length));
  const runs = parts.reduce((sum, part) => sum + part.groups.length, 0);
  const postings = parts.reduce((sum, { documents }) => sum + documents.length, 0);
  const data = {
    runStarts: words(runs + 1),
    runDocuments: words(postings),
    runWeights: new Float32Array(allocate(4 * runs)),
    denseWeight: leastDense(groups, groupCap),
    documentStarts: words(documentCount + 1),
    documentRuns: words(postings),
    documentPositions: words(postings),
  };
  let run = 0;
  let base = 0;
  for (const { starts, documents, groups: holders } of parts) {
    for (let r = 0; r + 1 < starts.length; r++) {
      data.runWeights[run] = fingerprintWeight(groups, holders[r]!);
      data.runStarts[run++] = base + starts[r]!;
    }
    data.runDocuments.set(documents, base);
    base += documents.length;
  }
  data.runStarts[runs] = postings;
  const next = data.documentStarts;
  for (const document of data.runDocuments) next[document + 1]!++;
  for (let document = 0; document < documentCount; document++) next[document + 1]! += next[document]!;
  const cursor = next.slice(0, documentCount);
  run = 0;
  for (const { starts, documents, positions } of parts) {
    for (let r = 0; r + 1 < starts.length; r++, run++) {
      for (let i = starts[r]!; i < starts[r + 1]!; i++) {
        const at = cursor[documents[i]!]!++;
        data.documentRuns[at] = run;
        data.documentPositions[at] = positions[i]!;
      }
    }
  }
  return data;
}

/** Weight in one window that makes a candidate. */
export function leastDense(groups: number, groupCap: number): number {
  return Math.min(
    DENSE_FINGERPRINTS * fingerprintWeight(groups, 1),
    GUARANTEED_FINGERPRINTS * fingerprintWeight(groups, groupCap),
  );
}

/**
 * In a small collection nothing is rare: the weight never falls below ln 2. Rounded as it is stored, so that the
 * fingerprints of an excerpt at the cap weigh exactly what the guarantee asks for.
 */
export function fingerprintWeight(groups: number, holders: number): number {
  return Math.fround(Math.log(Math.max(2, groups / holders)));
}

/**
 * Whether some window of the earlier document (a) holds `denseWeight` of the first `count` shared fingerprints.
 * `placeless` is the weight of those that stand in several places, which count in every window. O(count²).
 */
export function isDense(
  count: number,
  inA: Uint32Array,
  inB: Uint32Array,
  weights: Float32Array,
  placeless: number,
  denseWeight: number,
): boolean {
  if (placeless >= denseWeight) return true;
  for (let x = 0; x < count; x++) {
    let sum = placeless;
    for (let y = 0; y < count; y++) {
      const ahead = inA[y]! - inA[x]!;
      if (ahead < 0 || ahead > WINDOW_TOKENS || Math.abs(inB[y]! - inB[x]!) > WINDOW_TOKENS) continue;
      sum += weights[y]!;
    }
    if (sum >= denseWeight) return true;
  }
  return false;
}

export class ExcerptFinder {
  readonly #data: PostingData;
  readonly #giantGroupOf: Uint32Array;
  readonly #shared: Uint16Array;
  /** Fewer shared fingerprints than this cannot weigh enough. */
  readonly #minShared: number;
  #touched = new Uint32Array(1024);
  // Shared fingerprints of the pair at hand that have a place, of which there are fewer than SHARED_ANYWHERE.
  readonly #positionsA = new Uint32Array(SHARED_ANYWHERE);
  readonly #positionsB = new Uint32Array(SHARED_ANYWHERE);
  readonly #weights = new Float32Array(SHARED_ANYWHERE);
  /** What those weigh that stand in several places of a text: they count in every window. */
  #placelessWeight = 0;

  /**
   * `giantGroupOf[document]` is the number of its group of near-copies, from 1, where that is too large to pair all
   * with all (band collisions pair it sparsely), and 0 elsewhere.
   */
  constructor(data: PostingData, giantGroupOf: Uint32Array) {
    this.#data = data;
    this.#giantGroupOf = giantGroupOf;
    this.#shared = new Uint16Array(data.documentStarts.length - 1);
    const heaviest = data.runWeights.reduce((most, one) => Math.max(most, one), 0);
    this.#minShared = Math.ceil(data.denseWeight / heaviest);
  }

  /** Later documents worth aligning with `document`, ascending. */
  candidates(document: number): Uint32Array {
    const { runStarts, runDocuments, documentStarts, documentRuns } = this.#data;
    const shared = this.#shared;
    const giant = this.#giantGroupOf[document]!;
    let touched = 0;
    for (let at = documentStarts[document]!; at < documentStarts[document + 1]!; at++) {
      const run = documentRuns[at]!;
      // Documents of a run ascend, so those after this one stand at its end.
      for (let i = runStarts[run + 1]! - 1; runDocuments[i]! > document; i--) {
        const other = runDocuments[i]!;
        if (shared[other] === 0) {
          if (touched === this.#touched.length) this.#touched = doubled(this.#touched);
          this.#touched[touched++] = other;
        }
        if (shared[other]! < 0xffff) shared[other]!++;
      }
    }
    let kept = 0;
    for (let i = 0; i < touched; i++) {
      const other = this.#touched[i]!;
      const count = shared[other]!;
      shared[other] = 0;
      if (count < this.#minShared || (giant !== 0 && this.#giantGroupOf[other] === giant)) continue;
      if (count >= SHARED_ANYWHERE || this.#isDense(document, other)) this.#touched[kept++] = other;
    }
    return this.#touched.slice(0, kept).sort();
  }

  /** Whether the shared fingerprints in some window weigh enough. */
  #isDense(a: number, b: number): boolean {
    const count = this.#sharedPositions(a, b);
    return isDense(
      count,
      this.#positionsA,
      this.#positionsB,
      this.#weights,
      this.#placelessWeight,
      this.#data.denseWeight,
    );
  }

  #sharedPositions(a: number, b: number): number {
    const { documentStarts, documentRuns, documentPositions, runWeights } = this.#data;
    let x = documentStarts[a]!;
    let y = documentStarts[b]!;
    const endX = documentStarts[a + 1]!;
    const endY = documentStarts[b + 1]!;
    let count = 0;
    this.#placelessWeight = 0;
    while (x < endX && y < endY) {
      const difference = documentRuns[x]! - documentRuns[y]!;
      if (difference === 0) {
        const heavy = runWeights[documentRuns[x]!]!;
        const inA = documentPositions[x++]!;
        const inB = documentPositions[y++]!;
        if (inA === SEVERAL_POSITIONS || inB === SEVERAL_POSITIONS) this.#placelessWeight += heavy;
        else {
          this.#weights[count] = heavy;
          this.#positionsA[count] = inA;
          this.#positionsB[count++] = inB;
        }
      } else if (difference < 0) x++;
      else y++;
    }
    return count;
  }
}

function doubled(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * array.length);
  larger.set(array);
  return larger;
}
