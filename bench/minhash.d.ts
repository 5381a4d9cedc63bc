/** The part of npm `minhash` that the benches use; the package has no types of its own. */
declare module "minhash" {
  export class Minhash {
    constructor(options: { readonly numPerm: number });
    readonly hashvalues: readonly number[];
    update(element: string): void;
    jaccard(other: Minhash): number;
  }
}
