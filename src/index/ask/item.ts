import { UsageError } from "../../errors.js";
import type { Item } from "../types.js";

/** Throws UsageError for what is no item. */
export function checkItem(item: Item): void {
  if (typeof item !== "object" || item === null) throw new UsageError("item is no object");
  for (const field of Object.keys(item)) {
    const value = (item as unknown as Record<string, unknown>)[field];
    if (value === undefined || field === "links" || field === "repairs" || field === "versionOf") continue;
    if (typeof value !== "string")
      throw new UsageError(`item ${String(item.id ?? "without an id")}: ${field} is no string`);
  }
  if (typeof item.text !== "string")
    throw new UsageError(`item ${item.id ?? "without an id"}: text is missing`);
  if (item.id === "") throw new UsageError("item with an empty id");
}

/** Throws UsageError for what is no time. */
export function instantOf(time: string): number {
  const instant = Date.parse(time);
  if (Number.isNaN(instant))
    throw new UsageError(`arrived is ${JSON.stringify(time)}, expected a time in ISO 8601`);
  return instant;
}
