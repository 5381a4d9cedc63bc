/** Text and words of a built article; words without a letter or digit carry no evidence and are left out. */
export function render(built) {
  let text = "";
  const words = [];
  let open = false;
  for (const [number, paragraph] of built.paragraphs.entries()) {
    if (text !== "") text += "\n";
    open = false;
    paragraph.forEach((word, i) => {
      if (/[«“]/u.test(word.text)) open = true;
      if (/^[^\p{L}\p{N}]*"/u.test(word.text)) open = true;
      const found = /[\p{L}\p{N}].*[\p{L}\p{N}\p{M}]|[\p{L}\p{N}]\p{M}*/su.exec(word.text);
      if (found) {
        const start = text.length + found.index;
        words.push({ ...word, start, end: start + found[0].length, quoted: open, paragraph: number });
      }
      text += word.text + (i === paragraph.length - 1 ? "" : word.space);
      if (/[»”]|[\p{L}\p{N}\p{M}.،؟!,?]"[^\p{L}]*$/u.test(word.text)) open = false;
    });
  }
  const atoms = new Set(words.map((word) => word.atom));
  if (atoms.size !== words.length) throw new Error(`${built.recipe.id} holds the same words twice`);
  return { recipe: built.recipe, parents: built.parents, text, words };
}
