/** Times of arrival as a caller gives them. */
import { UsageError } from "../../errors.js";

/** Throws UsageError for what is no time. */
export function instantOf(time: string): number {
  const instant = Date.parse(time);
  if (Number.isNaN(instant))
    throw new UsageError(`arrived is ${JSON.stringify(time)}, expected a time in ISO 8601`);
  return instant;
}
