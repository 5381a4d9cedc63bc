/**
 * Words of an authored paragraph. A word carries `atom`, its identity: a copy keeps the atoms of what it copies,
 * so what two articles share is known by construction and never has to be guessed from their letters.
 *
 * Word: { text, space, atom, slot?, group?, stands?, value?, boiler?, speech? }
 *   text    the letters with the punctuation that touches them
 *   space   what stands between this word and the next in its paragraph
 *   slot    { key, kind }: a fact that other articles may tell otherwise
 *   stands  the atoms that an edit replaced by this word
 *   value   what these words said before the edit, where they still say the same
 *   group   { key, atoms }: this word belongs to a rewriting of those atoms
 */

const PIECE = /[^\s\p{L}\p{N}]*\p{Script=Han}[^\s\p{L}\p{N}“《（]*|[^\s\p{Script=Han}]+/gu;
const SLOT = /⟦(\w+):([\w-]+)\|([^⟧]*)⟧/gu;
const EDGE_START = /^[^\p{L}\p{N}]+/u;
const EDGE_END = /[^\p{L}\p{N}\p{M}]+$/u;

/** The word without the punctuation around it. */
export function core(text) {
  return text.replace(EDGE_START, "").replace(EDGE_END, "");
}

export function leading(text) {
  return EDGE_START.exec(text)?.[0] ?? "";
}

export function trailing(text) {
  return core(text) === "" ? "" : (EDGE_END.exec(text)?.[0] ?? "");
}

/** Runs of letters and marks, or of digits: what the verdict's shares are counted in. */
export function countTokens(text) {
  return text.match(/\p{Script=Han}|[\p{L}\p{M}]+|\p{N}+/gu)?.length ?? 0;
}

/** Letters that arabic.md treats as equal come out equal. */
export function normalise(text) {
  return text
    .normalize("NFKC")
    .replace(/[\p{M}\u0640\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, "")
    .replace(/[آأإٱ]/gu, "ا")
    .replace(/[یى]/gu, "ي")
    .replace(/[کﻙ]/gu, "ك")
    .replace(/[ةہە]/gu, "ه")
    .replace(/[٠-٩]/gu, (digit) => String(digit.codePointAt(0) - 0x660))
    .replace(/[۰-۹]/gu, (digit) => String(digit.codePointAt(0) - 0x6f0))
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase();
}

/** Reads one authored paragraph; `⟦kind:key|words⟧` marks a fact, `atomOf(i)` names the i-th word. */
export function readWords(authored, event, atomOf) {
  const slots = [];
  let plain = "";
  let at = 0;
  for (const found of authored.matchAll(SLOT)) {
    plain += authored.slice(at, found.index);
    slots.push({
      start: plain.length,
      end: plain.length + found[3].length,
      kind: found[1],
      key: `${event}/${found[2]}`,
    });
    plain += found[3];
    at = found.index + found[0].length;
  }
  plain += authored.slice(at);
  const words = [];
  for (const piece of plain.matchAll(PIECE)) {
    const end = piece.index + piece[0].length;
    const word = {
      text: piece[0],
      space: /^\s+/u.exec(plain.slice(end))?.[0] ?? "",
      atom: atomOf(words.length),
    };
    const slot = slots.find((candidate) => piece.index < candidate.end && end > candidate.start);
    if (slot) word.slot = { key: slot.key, kind: slot.kind };
    words.push(word);
  }
  return words;
}

/** The words of sentence `from` to `to` (1-based, inclusive). */
export function sentences(words, from, to) {
  let sentence = 1;
  return words.filter((word) => {
    const here = sentence;
    if (/[.!?؟。！？…][»”"’）)]*$/u.test(word.text)) sentence++;
    return here >= from && here <= to;
  });
}

/** Index of the only place where `phrase` stands in the words; throws when it stands nowhere or twice. */
export function locate(words, phrase, where) {
  const wanted = [...phrase.matchAll(PIECE)].map((piece) => core(piece[0]));
  const found = [];
  for (let i = 0; i + wanted.length <= words.length; i++) {
    if (wanted.every((text, k) => core(words[i + k].text) === text)) found.push(i);
  }
  if (found.length !== 1)
    throw new Error(`${where}: "${phrase}" stands ${found.length} times, expected once`);
  return { at: found[0], length: wanted.length };
}
