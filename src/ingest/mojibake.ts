/**
 * Pages whose UTF-8 was read as windows-1256 or windows-1252 on the way (`ط§ظ„ط¹ط§ظ„ظ…`, `Ø§Ù„Ø¹Ø§Ù„Ù…`): back to
 * the bytes, and read as what they are.
 *
 * A line is mended only if all of it turns back into valid UTF-8, which a line that is as it should be does
 * not, and only if the whole then reads more like Arabic.
 */
import { TextDecoder } from "node:util";
import { arabicEvidence } from "./arabic-evidence.js";
import type { FieldValues } from "./record.js";

const CHARSETS = ["windows-1256", "windows-1252"] as const;
// What the lead bytes of Arabic in UTF-8 (D8–DB) look like in the two charsets, before another non-ASCII letter.
const SUSPECT = /(?:[طظعغ][^\s!-~\u0621-\u0648]|[ØÙÚÛ][^\s!-~]){3}/;

/** Fewer words than this tell nothing by their share of common ones. */
const LEAST_WORDS = 3;

const STRICT = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

type Charset = (typeof CHARSETS)[number];

/** The fields with the damage to their text undone, and so noted in `repairs`; null where there is none that can be. */
export function mendMojibake(values: FieldValues): FieldValues | null {
  const { text = "" } = values;
  const charset = wrongCharset(text);
  if (charset === null) return null;
  const mended: FieldValues = { ...values };
  for (const name of ["text", "title", "byline", "source"] as const) {
    const value = values[name];
    if (value !== undefined) mended[name] = mend(value, charset);
  }
  const known = values.repairs === undefined ? [] : (JSON.parse(values.repairs) as string[]);
  mended.repairs = JSON.stringify([...known, `UTF-8 that had been read as ${charset}`]);
  return mended;
}

/** The charset that the text was wrongly read in: the one without which it reads most like Arabic. */
function wrongCharset(text: string): Charset | null {
  if (!SUSPECT.test(text)) return null;
  let best: Charset | null = null;
  let bestShare = arabicEvidence(text).share;
  for (const charset of CHARSETS) {
    const mended = mend(text, charset);
    if (mended === text) continue;
    const { share, words } = arabicEvidence(mended);
    if (words < LEAST_WORDS || share <= bestShare) continue;
    best = charset;
    bestShare = share;
  }
  return best;
}

const PROBE_BYTES = 200;
const PROBE_PAIRS = 12;
const PROBE_SUSPECTS = 4;

/**
 * Whether the text in these UTF-8 bytes should be looked at: half of the letters of damaged Arabic are ط and
 * ظ, or Ø and Ù, of which sound text has few. O(1).
 */
export function mayBeMojibake(bytes: Uint8Array, start: number, end: number): boolean {
  const limit = Math.min(end - 1, start + PROBE_BYTES);
  let suspects = 0;
  let pairs = 0;
  for (let at = start; at < limit && pairs < PROBE_PAIRS; at++) {
    const lead = bytes[at]!;
    if (lead < 0xc2 || lead > 0xdf) continue;
    pairs++;
    const next = bytes[++at]!;
    if (lead === 0xd8 ? next === 0xb7 || next === 0xb8 : lead === 0xc3 && (next === 0x98 || next === 0x99))
      suspects++;
  }
  return suspects >= PROBE_SUSPECTS;
}

function mend(text: string, charset: Charset): string {
  const bytes = BYTES[charset];
  return text.replace(/[^\r\n]+/g, (line) => mendLine(line, bytes));
}

function mendLine(line: string, bytes: ReadonlyMap<string, number>): string {
  const encoded = new Uint8Array(line.length);
  for (let i = 0; i < line.length; i++) {
    const byte = bytes.get(line[i]!);
    if (byte === undefined) return line;
    encoded[i] = byte;
  }
  try {
    return STRICT.decode(encoded);
  } catch {
    return line;
  }
}

/** Which byte each character of the charset comes from. */
function bytesOf(charset: Charset): ReadonlyMap<string, number> {
  const decoded = new TextDecoder(charset).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return new Map([...decoded].map((character, byte) => [character, byte]));
}

const BYTES: Readonly<Record<Charset, ReadonlyMap<string, number>>> = {
  "windows-1256": bytesOf("windows-1256"),
  "windows-1252": bytesOf("windows-1252"),
};
