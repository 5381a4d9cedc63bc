/** `others[starts[i]]` up to `others[starts[i + 1]]` are the later documents to compare with i, ascending. */
export interface PairLists {
  readonly starts: Uint32Array;
  readonly others: Uint32Array;
}
