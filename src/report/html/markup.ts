/**
 * Text of others inside a page: it never becomes markup, and it cannot turn the direction of what follows it.
 */
const MARKUP = /[&<>"']/g;
const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Controls that HTML forbids, lone surrogates, and direction embeddings, overrides and isolates. */
const FORBIDDEN = /(?![\t\n\r])[\p{Cc}\p{Cs}]|[\u202a-\u202e\u2066-\u2069]/gu;
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/;

export function escapeMarkup(text: string): string {
  return text
    .replace(FORBIDDEN, (character) => (DIRECTION.test(character) ? "" : "\ufffd"))
    .replace(MARKUP, (character) => ENTITIES[character]!);
}

/** Said by a screen reader, not shown. */
export function said(text: string): string {
  return `<span class="said">${escapeMarkup(text)}</span>`;
}
