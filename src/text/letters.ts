/**
 * The letters of a token, folded for lexicons: what the kernel's normaliser makes of it, for the few tokens
 * that are looked up. Marks, tatweel, format characters and what separates a lone proclitic from its word are
 * dropped, أ إ آ ٱ become ا, ى becomes ي, ة becomes ه, digits become ASCII, other letters lower case.
 */

const PLAIN_ARABIC = /^[ءؤئابت-غف-هوي]+$/u;
const PLAIN_ASCII = /^[a-z0-9]+$/u;
const DROPPED = /[^\p{L}\p{N}.,]/gu;
const FOLDED = /[آأإٱٲٳىیېےۍةۃکڪھہۀە]/gu;
const FOLDS: Readonly<Record<string, string>> = {
  آ: "ا",
  أ: "ا",
  إ: "ا",
  ٱ: "ا",
  ٲ: "ا",
  ٳ: "ا",
  ى: "ي",
  ی: "ي",
  ې: "ي",
  ے: "ي",
  ۍ: "ي",
  ة: "ه",
  ۃ: "ه",
  ک: "ك",
  ڪ: "ك",
  ھ: "ه",
  ہ: "ه",
  ۀ: "ه",
  ە: "ه",
};
/** "18,500" and "18,500.25", against the decimal comma of "8,6". */
const GROUPED = /^\d{1,3}(?:,\d{3})+(?![\d,])/u;
const OTHER_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/gu;

export function foldLetters(raw: string): string {
  if (PLAIN_ARABIC.test(raw) || PLAIN_ASCII.test(raw)) return raw;
  const folded = raw
    .normalize("NFKC")
    .replace(/\u066b/gu, ".")
    .replace(/\u066c/gu, ",")
    .replace(DROPPED, "")
    .replace(FOLDED, (letter) => FOLDS[letter]!)
    .replace(OTHER_DIGITS, (digit) => String(digit.charCodeAt(0) & 15))
    .toLowerCase();
  return folded.includes(",") ? folded.replace(/,/gu, GROUPED.test(folded) ? "" : ".") : folded;
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
