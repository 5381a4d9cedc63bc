/**
 * Pages whose UTF-8 was read as windows-1256 or windows-1252 on the way (`ط§ظ„ط¹ط§ظ„ظ…`, `Ø§Ù„Ø¹Ø§Ù„Ù…`): back to
 * the bytes, and read as what they are.
 *
 * A line is mended only if all of it turns back into valid UTF-8, which a line that is as it should be does
 * not, and only if the whole then reads more like Arabic.
 */
import { arabicEvidence } from "./arabic-evidence.js";

const CHARSETS = ["windows-1256", "windows-1252"] as const;
// What the lead bytes of Arabic in UTF-8 (D8–DB) look like in the two charsets, before another non-ASCII letter.
const SUSPECT = /(?:[طظعغ][^\s!-~\u0621-\u0648]|[ØÙÚÛ][^\s!-~]){3}/;

const STRICT = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export interface Mended {
  readonly text: string;
  /** What was done, in words. */
  readonly repair: string;
}

/** The text with its damage undone, or null where there is none that can be. */
export function mendMojibake(text: string): Mended | null {
  if (!SUSPECT.test(text)) return null;
  let best: Mended | null = null;
  let bestShare = arabicEvidence(text).share;
  for (const charset of CHARSETS) {
    const bytes = bytesOf(charset);
    const mended = text.replace(/[^\r\n]+/g, (line) => mendLine(line, bytes));
    if (mended === text) continue;
    const { share, words } = arabicEvidence(mended);
    if (words < 3 || share <= bestShare) continue;
    bestShare = share;
    best = { text: mended, repair: `UTF-8 that had been read as ${charset}` };
  }
  return best;
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
function bytesOf(charset: (typeof CHARSETS)[number]): ReadonlyMap<string, number> {
  const decoded = new TextDecoder(charset).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return new Map([...decoded].map((character, byte) => [character, byte]));
}
