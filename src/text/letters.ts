/**
 * The letters of a token, folded for lexicons: what the kernel's normaliser makes of it, for the few tokens
 * that are looked up. Marks, tatweel, format characters and what separates a lone proclitic from its word are
 * dropped, أ إ آ ٱ become ا, ى becomes ي, ة becomes ه, digits become ASCII, other letters lower case.
 */

/** Each letter with what it becomes. */
const FOLDS =
  "آا أا إا ٱا ٲا ٳا ىي یي ېي ےي ۍي ةه ۃه کك ڪك ھه ہه ۀه ەه " +
  "٠0 ١1 ٢2 ٣3 ٤4 ٥5 ٦6 ٧7 ٨8 ٩9 ۰0 ۱1 ۲2 ۳3 ۴4 ۵5 ۶6 ۷7 ۸8 ۹9 ٫. ٬,";

const KEPT = /[\p{L}\p{N}.,]/u;
/** Marks and letters that compose with their neighbour: only NFKC knows what they become. */
const COMPOSING = /[\u0300-\u036f\u0653-\u0655\u0675-\u0678]/u;

/** Code unit below 0x700 -> what it becomes; 0 drops it. */
const TABLE = new Uint16Array(0x700);
const NEEDS_NFKC = 0xffff;
for (let unit = 0; unit < TABLE.length; unit++) {
  const letter = String.fromCharCode(unit);
  if (COMPOSING.test(letter)) TABLE[unit] = NEEDS_NFKC;
  else if (KEPT.test(letter)) TABLE[unit] = letter.toLowerCase().charCodeAt(0);
}
// Tatweel counts as a letter in Unicode.
TABLE[0x640] = 0;
for (const pair of FOLDS.split(" ")) TABLE[pair.charCodeAt(0)] = pair.charCodeAt(1);

/** "18,500" and "18,500.25", against the decimal comma of "8,6". */
const GROUPED = /^\d{1,3}(?:,\d{3})+(?![\d,])/u;

export function foldLetters(raw: string): string {
  let folded = "";
  for (let k = 0; k < raw.length; k++) {
    const unit = raw.charCodeAt(k);
    const becomes = unit < TABLE.length ? TABLE[unit]! : NEEDS_NFKC;
    if (becomes === NEEDS_NFKC) {
      folded = foldOther(raw.normalize("NFKC"));
      break;
    }
    if (becomes !== 0) folded += String.fromCharCode(becomes);
  }
  return folded.includes(",") ? folded.replace(/,/gu, GROUPED.test(folded) ? "" : ".") : folded;
}

/** Folds what is normalised already; slower, for any letter. */
function foldOther(normalised: string): string {
  let folded = "";
  for (const letter of normalised) {
    const unit = letter.charCodeAt(0);
    if (unit >= TABLE.length) folded += KEPT.test(letter) ? letter.toLowerCase() : "";
    else if (TABLE[unit] !== 0 && TABLE[unit] !== NEEDS_NFKC) folded += String.fromCharCode(TABLE[unit]!);
  }
  return folded;
}

/** The word without و ف ب ل ك and the article, longest first: "وبالقاهرة" gives the word, then "قاهره". */
export function withoutProclitics(folded: string): string[] {
  const forms = [folded];
  let rest = folded;
  if (rest.length >= 4 && (rest.startsWith("و") || rest.startsWith("ف"))) {
    rest = rest.slice(1);
    forms.push(rest);
  }
  if (rest.length >= 5 && rest.startsWith("لل")) {
    forms.push(rest.slice(2));
    return forms;
  }
  if (rest.length >= 4 && /^[بلك]/u.test(rest)) {
    rest = rest.slice(1);
    forms.push(rest);
  }
  if (rest.length >= 5 && rest.startsWith("ال")) forms.push(rest.slice(2));
  return forms;
}
