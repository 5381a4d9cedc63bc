/** Ways to write the same words with other letters. Each leaves the word equal after normalisation. */

const DUAL_JOINING = "بتثجحخسشصضطظعغفقكلمنهي";

/** code point of a letter → its forms [isolated, final, initial, medial], read from Unicode's own decompositions */
const FORMS = new Map();
const LIGATURES = new Map();
for (let code = 0xfe80; code <= 0xfefc; code++) {
  const form = String.fromCodePoint(code);
  const plain = form.normalize("NFKC");
  const table = plain.length === 1 ? FORMS : LIGATURES;
  table.set(plain, [...(table.get(plain) ?? []), form]);
}

function joinsNext(letter) {
  return letter !== undefined && (FORMS.get(letter)?.length === 4 || letter === "ـ");
}

function joinsPrevious(letter) {
  return letter !== undefined && (FORMS.get(letter)?.length ?? 0) > 1;
}

function presentationForms(text) {
  const letters = [...text];
  let out = "";
  for (let i = 0; i < letters.length; i++) {
    const before = joinsNext(letters[i - 1]);
    const ligature = LIGATURES.get(letters[i] + (letters[i + 1] ?? ""));
    if (ligature) {
      out += ligature[before ? 1 : 0];
      i++;
      continue;
    }
    const forms = FORMS.get(letters[i]);
    if (!forms) {
      out += letters[i];
      continue;
    }
    const after = forms.length === 4 && joinsPrevious(letters[i + 1]);
    const joined = before && forms.length > 1;
    out += forms[after ? (joined ? 3 : 2) : joined ? 1 : 0];
  }
  return out;
}

function tatweel(text) {
  const letters = [...text];
  if (letters.length < 5) return text;
  const at = letters.findIndex(
    (letter, i) => i > 1 && DUAL_JOINING.includes(letter) && joinsPrevious(letters[i + 1]),
  );
  return at < 0 ? text : `${letters.slice(0, at + 1).join("")}ـ${letters.slice(at + 1).join("")}`;
}

const digits = (zero) => (text) =>
  text.replace(/[0-9]/g, (digit) => String.fromCodePoint(zero + Number(digit)));

const TRANSFORMS = {
  hamza: (text) => text.replace(/[أإآ]/gu, "ا"),
  taMarbuta: (text) => text.replace(/ة(?!\p{L})/gu, "ه"),
  egyptianYa: (text) => text.replace(/ي(?!\p{L})/gu, "ى"),
  dottedYa: (text) => text.replace(/ى(?!\p{L})/gu, "ي"),
  persianKeyboard: (text) => text.replaceAll("ي", "ی").replaceAll("ى", "ی").replaceAll("ك", "ک"),
  tatweel,
  presentationForms,
  nfd: (text) => text.normalize("NFD"),
  arabicDigits: digits(0x660),
  asciiDigits: (text) => text.replace(/[٠-٩]/gu, (digit) => String(digit.codePointAt(0) - 0x660)),
  noQuotes: (text) => text.replace(/[«»“”"]/gu, ""),
  straightQuotes: (text) => text.replace(/[«»“”]/gu, '"'),
};

/** Applies the named ways to a word; spaces and direction marks touch what stands around it too. */
export function varyLetters(word, names, index) {
  const varied = { ...word };
  for (const name of names) {
    if (name === "noBreakSpaces") varied.space = varied.space.replace(" ", index % 3 === 0 ? " " : "\u00a0");
    else if (name === "directionMarks") {
      if (index % 4 === 0) varied.text = `\u200f${varied.text}`;
      if (/[.،:]$/u.test(varied.text)) varied.text += "\u200f";
    } else if (TRANSFORMS[name]) varied.text = TRANSFORMS[name](varied.text);
    else throw new Error(`no way to vary letters is called "${name}"`);
  }
  return varied;
}
