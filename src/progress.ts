/** How far a long call has come. */
export interface Progress {
  readonly phase: "read" | "candidates" | "verify" | "align";
  readonly documents: number;
  readonly bytes: number;
  /** Null for a stream whose end is unknown. */
  readonly totalBytes: number | null;
  /** Share done of a phase that does not read, 0..1. */
  readonly share?: number;
}
