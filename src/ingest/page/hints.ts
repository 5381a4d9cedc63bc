/**
 * What an element's name, class, id, role and microdata say of the text in it: a set of bits. The words are
 * those of the templates of newspapers and of the systems they run on, Arabic sites' included; their classes
 * are in English too. No bit decides; the model weighs them, and fields.ts looks for a byline or a date by them.
 */
import type { Element } from "./tree.js";

export const HINT = {
  article: 1 << 0,
  main: 1 << 1,
  aside: 1 << 2,
  nav: 1 << 3,
  header: 1 << 4,
  footer: 1 << 5,
  form: 1 << 6,
  figure: 1 << 7,
  table: 1 << 8,
  quote: 1 << 9,
  list: 1 << 10,
  button: 1 << 11,
  hidden: 1 << 12,
  body: 1 << 13,
  content: 1 << 14,
  comments: 1 << 15,
  related: 1 << 16,
  share: 1 << 17,
  sidebar: 1 << 18,
  promotion: 1 << 19,
  menu: 1 << 20,
  byline: 1 << 21,
  tags: 1 << 22,
  legal: 1 << 23,
  overlay: 1 << 24,
  contents: 1 << 25,
  caption: 1 << 26,
  title: 1 << 27,
  lead: 1 << 28,
  author: 1 << 29,
} as const;

const TAGS: Readonly<Record<string, number>> = {
  article: HINT.article,
  main: HINT.main,
  aside: HINT.aside,
  nav: HINT.nav,
  menu: HINT.nav,
  header: HINT.header,
  footer: HINT.footer,
  form: HINT.form,
  figure: HINT.figure,
  figcaption: HINT.figure | HINT.caption,
  table: HINT.table,
  blockquote: HINT.quote,
  ul: HINT.list,
  ol: HINT.list,
  button: HINT.button,
  dialog: HINT.overlay,
};
const ROLES: Readonly<Record<string, number>> = {
  article: HINT.article,
  main: HINT.main,
  complementary: HINT.aside,
  navigation: HINT.nav,
  menu: HINT.nav,
  menubar: HINT.nav,
  banner: HINT.header,
  contentinfo: HINT.footer,
  search: HINT.form,
  button: HINT.button,
  dialog: HINT.overlay,
  alertdialog: HINT.overlay,
};

/** A class or id that holds such a word has the bit. */
const NAMES: readonly (readonly [number, RegExp])[] = [
  [
    HINT.body,
    /(?:article|story|post|entry|news|blog|page|topic|single|item|content|node)[-_]*(?:body|content|text|copy|main|details?|inner)|body[-_]?(?:text|copy|content|article)|field[-_]+name[-_]+body|\bfield--?name-body|itemfulltext|td-post-content|rich[-_]?text|wysiwyg|\bprose\b|content__body/,
  ],
  [HINT.content, /article|content|story|post(?!er)|entry|\bbody|\btext|\bmain|blog|\bnews|markdown/],
  [HINT.comments, /comment(?!ary)|disqus|respond|replies|discussion|livefyre|feedback|review-list/],
  [
    HINT.related,
    /relat|\brel[-_]|recommend|read[-_]?(?:more|also|next)|also[-_]?(?:read|like)|more[-_]?(?:from|stories|news|posts|articles|in)|you[-_]?may|popular|trending|most[-_]?(?:read|view)|latest|recent|similar|suggest|outbrain|taboola|mgid|zergnet|teaser|carousel|slider|up[-_]?next|prev(?:ious)?[-_]?next|post[-_]?nav|nav[-_]?(?:links|previous|next)|pagination|pager|crp_|jp-relatedposts|yarpp/,
  ],
  [
    HINT.share,
    /share|sharing|social|addtoany|addthis|a2a_|sharedaddy|whatsapp|facebook|twitter|telegram|follow|print|font-?size|text-?resize|reaction|rating|likes?\b|clap/,
  ],
  [HINT.sidebar, /sidebar|side[-_]?bar|side-?col|right-?col|left-?col|rail|widget|\baside|secondary/],
  [
    HINT.promotion,
    /promo(?!ted)|newsletter|subscri|sign-?up|\bad\b|\bads\b|[-_]ad[-_s]|^ad[-_]|advert|sponsor|banner|\bcta\b|call-?to-?action|donat|paywall|affiliate|disclosure|disclaimer|optin|opt-in|mailchimp|hbspt|lead-?form|product-?card|buy-?now|pricing/,
  ],
  [
    HINT.menu,
    /\bnav|navbar|navigation|menu|breadcrumb|crumb|ticker|topbar|top-bar|toolbar|masthead|site-?header|skip-?link|lang(?:uage)?-?switch|dropdown|search|login|account/,
  ],
  [
    HINT.byline,
    /byline|\bmeta|post-?meta|[-_]meta\b|dateline|\bdate|[-_]date|timestamp|pub(?:lish|date)|posted|updated|reading-?time|read-?time|post-?info|entry-?info|article-?info|views?-?count|\btime/,
  ],
  [
    HINT.tags,
    /\btags?\b|[-_]tags?\b|tag[-_](?:list|links|cloud)|categor|\btopics?\b|keyword|(?:^|[^-])\blabels\b|hashtag/,
  ],
  [HINT.legal, /footer|colophon|copyright|legal|privacy|terms|site-?info/],
  [
    HINT.overlay,
    /modal|popup|pop-up|overlay|cookie|consent|gdpr|onetrust|lightbox|tooltip|notification|toast|alert/,
  ],
  [
    HINT.contents,
    /\btoc\b|toc[-_]|[-_]toc|table-?of-?contents|contents-?list|jump-?(?:to|links)|anchor-?links|ez-toc/,
  ],
  [HINT.caption, /caption|credit|photo-?(?:info|by)|image-?(?:info|source)/],
  [HINT.title, /title|headline|heading|\bhead\b/],
  [
    HINT.lead,
    /\blead\b|\blede\b|summary|excerpt|intro|standfirst|subtitle|sub-?title|sub-?head|\bdeck?\b|description|synopsis|abstract|chapo/,
  ],
  [HINT.author, /author|\bbio\b|[-_]bio|contributor|about-?the|writer|profile|avatar|gravatar/],
];
const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden/i;
/** Whole class names: `label-hidden` hides a label. */
const HIDDEN_CLASS =
  /(?:^|\s)(?:visually-?hidden|sr-only|screen-reader(?:-text)?|element-invisible|hidden|d-none)(?:$|\s)/;
/** What may be said of the element that holds nearly all of the page. */
export const WHOLE_PAGE = HINT.article | HINT.main | HINT.body | HINT.content | HINT.table | HINT.list;

const KNOWN_NAMES = new Map<string, number>();
const MOST_NAMES = 20_000;

/** The bits of one element, without those of the elements around it. */
export function hintsOf(element: Element): number {
  const { tag, attributes } = element;
  let hints = TAGS[tag] ?? 0;
  if (attributes.size === 0 || tag === "html" || tag === "body") return hints;
  const role = attributes.get("role");
  if (role !== undefined) hints |= ROLES[role] ?? 0;
  const item = attributes.get("itemprop");
  if (item !== undefined) hints |= itemHints(item);
  const style = attributes.get("style");
  if (attributes.has("hidden") || (style !== undefined && HIDDEN.test(style))) hints |= HINT.hidden;
  if (attributes.get("aria-hidden") === "true") hints |= HINT.hidden;
  const names = attributes.get("class");
  const id = attributes.get("id");
  if (names !== undefined || id !== undefined) hints |= nameHints(`${names ?? ""} ${id ?? ""}`);
  return hints;
}

function itemHints(item: string): number {
  if (/articlebody/i.test(item)) return HINT.body;
  if (/datepublished|datemodified|datecreated/i.test(item)) return HINT.byline;
  if (/author/i.test(item)) return HINT.author;
  if (/headline/i.test(item)) return HINT.title;
  return /^keywords$/i.test(item) ? HINT.tags : 0;
}

function nameHints(names: string): number {
  const short = names.slice(0, 300);
  const known = KNOWN_NAMES.get(short);
  if (known !== undefined) return known;
  // `postContent` and `PostContent__wrap` as `post-content`.
  const plain = short.replace(/([a-z])([A-Z])/g, "$1-$2").toLowerCase();
  let hints = HIDDEN_CLASS.test(plain) ? HINT.hidden : 0;
  for (const [bit, pattern] of NAMES) if (pattern.test(plain)) hints |= bit;
  if (KNOWN_NAMES.size >= MOST_NAMES) KNOWN_NAMES.clear();
  KNOWN_NAMES.set(short, hints);
  return hints;
}
