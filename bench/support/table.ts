/** One line a case: seconds, MB/s (10^6 bytes of JSON lines), documents/s, and the time in floors. */
import type { Floors } from "./floors.js";

export interface Row {
  readonly name: string;
  readonly seconds: number;
  readonly bytes: number;
  readonly documents: number;
}

export const HEAD = ["", "seconds", "MB/s", "documents/s", "× L", "× U"];

/** `floors` were measured on `floorBytes`; a case on fewer bytes is held against its share of them. */
export function formatRow(row: Row, floors: Floors, floorBytes: number): string {
  const share = row.bytes / floorBytes;
  return cells([
    row.name,
    row.seconds.toFixed(3),
    (row.bytes / 1e6 / row.seconds).toFixed(1),
    Math.round(row.documents / row.seconds).toString(),
    (row.seconds / (floors.L * share)).toFixed(2),
    (row.seconds / (floors.U * share)).toFixed(2),
  ]);
}

export const cells = (values: readonly string[]): string =>
  values.map((value, i) => (i === 0 ? value.padEnd(44) : value.padStart(13))).join("");
