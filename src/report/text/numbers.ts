/** Numbers as people read them; the same everywhere, whatever the locale of the machine. */
import { UNSPACED } from "../letters.js";

/** `31,030`. */
export function count(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** `1 cluster`, `3 clusters`. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

/** `96 %`. Never rounds up to 100 what is less, nor down to 0 what is more. */
export function percent(share: number): string {
  if (share > 0 && share < 0.01) return "<1 %";
  const rounded = Math.round(share * 100);
  return `${share < 1 && rounded === 100 ? 99 : rounded} %`;
}

/** Bytes as `107.3 MB` (10⁶ bytes), `12 kB`. */
export function size(bytes: number): string {
  return bytes >= 1e5 ? `${(bytes / 1e6).toFixed(1)} MB` : `${Math.ceil(bytes / 1e3)} kB`;
}

/** `0.84 s`, `12.3 s`, `4 min 05 s`. */
export function duration(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 10) return `${seconds.toFixed(2)} s`;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, "0")} s`;
}

const WORD = new RegExp(
  `(?=[\\p{L}\\p{N}])[${UNSPACED}]|(?:(?![${UNSPACED}])[\\p{L}\\p{N}][\\p{M}\\u0640]*)+`,
  "gu",
);

/** Words as a reader counts them: runs of letters and digits, with the marks on them. */
export function words(text: string): number {
  return text.match(WORD)?.length ?? 0;
}
