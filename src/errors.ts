/** A call or option that can never work. Fix the call. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** The index on disk cannot be trusted or read. Rebuild it, or upgrade this package. */
export class StoreError extends Error {
  override readonly name = "StoreError";
}
