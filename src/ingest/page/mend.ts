/**
 * What rules know better than numbers, above all of the Arabic press: lines that templates and editors write
 * into the article itself (`اقرأ أيضا`, `رابط الخبر`, `تابعونا على`), and the short lines that belong to it: the
 * dateline before and the initials after an agency's text.
 */
import type { Block } from "./blocks.js";
import { linkShare } from "./features.js";
import { HINT } from "./hints.js";
import { comparable } from "./sources.js";
import { type Element, plainText } from "./tree.js";

/** A line that points at other articles, alone or before its link. */
const READ_ALSO =
  /^[\s•·\-–—*»«|>+:؛]*(?:(?:و?لل?مزيد|(?:اقرأ|إقرأ|اقرا|أقرأ|إقرا|اقرأي|طالع|شاهد|انظر|اطلع|تصفح)(?:وا|ي)?)\s*(?:أيضا|ايضا|أيضًا|أيضاً|ايضاً|ايضًا|المزيد|كذلك|كمان|في|على|حول|عن|:|…|\.\.)|(?:مواضيع|موضوعات|أخبار|اخبار|مقالات|تقارير|روابط)\s+(?:ذات صلة|مرتبطة|متعلقة|مشابهة|قد تهمك|أخرى للكاتب|اخرى للكاتب)|مقالات (?:أخرى )?للكاتب|(?:قد|ربما) (?:يهمك|تهمك|يعجبك)(?: أيضا| أيضاً| أيضًا| ايضا)?|ذات صلة|نرشح لك|(?:المقال|الخبر|الموضوع) (?:السابق|التالي)|read (?:also|more|next)\s*:|also read\s*:|related\s*:)/i;
const ADDRESS_OF_PAGE =
  /^\s*(?:رابط (?:الخبر|المقال|الموضوع|مختصر|قصير|المصدر)|الرابط (?:المختصر|القصير|الدائم)|short ?link)(?:\s|:|$)/i;
const FOLLOW =
  /^\s*(?:(?:و?تابع(?:وا|ونا|نا|ي)?|متابعة|اشترك(?:وا|ي)?|انضم(?:وا|ي)?|لمتابعة|للاشتراك|للانضمام|يمكنكم (?:الاشتراك|متابعة))(?:\s|$)(?=.*(?:واتس|تيل[يغجق]|تل[غجق]رام|فيس|تويتر|إنست|انست|يوتيوب|قناتنا|قناة|صفحتنا|صفحة|نشرتنا|النشرة|تطبيق|جوجل|غوغل|google|whatsapp|telegram|t\.me|كلمة|رقم|sms))|حم[ّ]?ل(?:وا)? (?:تطبيق|التطبيق)|(?:أرسل|ارسل|أرسلوا) (?:كلمة|رقم|sms)|خدمة (?:sms|الرسائل))/i;
const BUTTONS =
  /^\s*(?:حجم الخط|تكبير|تصغير|طباعة|اطبع|نسخ (?:الرابط|النص)|شارك(?:ها|نا|ه)?(?: (?:هذا|الخبر|المقال|على|عبر|مع))?|مشاركة(?: (?:عبر|على|الخبر|المقال))?|انشر|أرسل (?:إلى|الى|ل)\s*صديق|ارسال لصديق|A[+-]|عدد (?:المشاهدات|القراءات|الزيارات|الزوار)|مشاهدات|التعليقات)(?:\s*[:\d٠-٩+].*|\s*)$/i;
const LABELS =
  /^\s*(?:ال)?(?:وسوم|سمات|كلمات (?:مفتاحية|دلالية|البحث)|كلمات المفتاحية|كلمات الدلالية|تصنيفات|علامات|تاجات|هاشتاغات)\s*[:：]/i;
const LEGAL = /^\s*(?:©|جميع حقوق|جميع الحقوق|كافة الحقوق|كل الحقوق|حقوق (?:النشر|الطبع) )/i;

/** Names of networks alone, or hashtags alone. */
const NETWORKS =
  /^(?:(?:واتس ?[آا]ب|فيس ?بوك|تويتر|تيلي?[جغق]رام|تلغرام|إنستغرام|انستغرام|ماسنجر|لينكد ?إن|إكس|facebook|twitter|whatsapp|telegram|instagram|linkedin|email|x)[\s|·•،,/-]*)+$|^(?:#[\p{L}\p{N}_]+[\s،,]*)+$/iu;
const SHARING =
  /^\s*(?:شارك(?:ها|نا|ه|وا)?|انشر(?:ها|ه)?|استمع(?:وا)?)\s+(?:هذا|هذه|الخبر|المقال|الموضوع|إلى|الى|لل|على|عبر|مع)/;
/** When and by whom, as old forum and blog systems write it under or over an entry. */
const POSTED =
  /^\s*(?:(?:أرسلت?|ارسلت|نشرت?|أضيفت?|كتبت?)\s+(?:في|بتاريخ|يوم|بواسطة)\s(?=.*[\d٠-٩])|(?:تاريخ النشر|بتاريخ|التاريخ)\s*:?\s(?=.*[\d٠-٩])|هذه التدوينة كتبت|this entry was posted|يوجد حاليا,? [\d٠-٩]+|المتواجدون الآن)/i;
const ADVERTISEMENT = /^[\s\-–—*]*(?:ال)?[إا]علان(?:ات)?(?: مدفوع(?:ة)?)?[\s\-–—*]*$/;
/** With a link behind it: what it points at. */
const POINTS =
  /^[\s•·\-–—*»«|>+:]*(?:اقرأ|إقرأ|اقرا|أقرأ|إقرا|طالع|شاهد|تابع|انظر|المزيد|read|watch|see|related)/i;
const OTHER_ARTICLES =
  /^[\s•·|»«:]*(?:المزيد (?:من|في|عن)|(?:ال)?(?:مواضيع|موضوعات|أخبار|اخبار|مقالات|تقارير|مواد|تحقيقات|قصص)\s+(?:ذات صلة|مرتبطة|متعلقة|مشابهة|قد تهمك|أخرى|اخرى|حديثة)|ذات صلة|اقرأ أيض|إقرأ ايضا|اقرأ المزيد|قد يهمك|قد يعجبك|مقالات (?:أخرى )?للكاتب|(?:ال)?[أا]كثر (?:قراءة|مشاهدة|تداولا|شيوعا|زيارة|تعليقا)|المقال الأكثر قراءة|آخر الأخبار|أحدث الأخبار|أحدث المقالات|أحدث مواضيع|related (?:articles|posts|stories|news)|recommended|you may also like|most read)/i;
const COMMENTS =
  /^[\s•·|»«:]*(?:\(?[\d٠-٩]+\)? )?(?:(?:ال)?تعليقات(?: القراء| الزوار)?(?:\s*[:(]?\s*[\d٠-٩]*\s*\)?)?$|أضف تعليق|اضف تعليق|أضف تعليقا|اترك (?:تعليق|رد)|أترك تعليق|ترك الرد|اكتب تعليق|هناك تعليق|لا توجد تعليقات|comments? ?\(?\d*\)?$|leave a (?:comment|reply))/i;
/** Forums draw it under a member's message. */
const SIGNATURE = /^_{6,}/;
/** Surroundings that are not the article's own, however far out. */
const FOREIGN =
  HINT.nav | HINT.footer | HINT.form | HINT.button | HINT.hidden | HINT.comments | HINT.legal | HINT.overlay;
/** The same where they are near: a whole article may stand in a page of such a name. */
const NEAR_FOREIGN =
  FOREIGN |
  HINT.related |
  HINT.share |
  HINT.promotion |
  HINT.menu |
  HINT.tags |
  HINT.contents |
  HINT.caption |
  HINT.byline |
  HINT.author;

function isForeign({ hints, near }: Block): boolean {
  return (hints & FOREIGN) !== 0 || (near & NEAR_FOREIGN) !== 0;
}

/** Words of a line that may be furniture; a longer one is a sentence that begins alike. */
const MOST_WORDS = 30;

export function isFurniture(text: string, words: number): boolean {
  if (words > MOST_WORDS) return false;
  return (
    READ_ALSO.test(text) ||
    ADDRESS_OF_PAGE.test(text) ||
    FOLLOW.test(text) ||
    BUTTONS.test(text) ||
    LABELS.test(text) ||
    LEGAL.test(text) ||
    ADVERTISEMENT.test(text) ||
    NETWORKS.test(text) ||
    (words <= 6 && SHARING.test(text)) ||
    (words <= 14 && POSTED.test(text))
  );
}

export interface Choice {
  readonly blocks: readonly Block[];
  /** Which are the article's; changed in place. */
  readonly keep: boolean[];
  /** Which a rule has left out for good. */
  readonly barred: boolean[];
  /** As of `phrasesOf`. */
  readonly phrases: Uint16Array;
  /** As of `readFields`; 0 where the page does not show its title. */
  readonly titleAt: number;
  readonly title: string | undefined;
}

export function mendChoice(chosen: Omit<Choice, "barred">): void {
  const choice = { ...chosen, barred: chosen.keep.map(() => false) };
  dropFurniture(choice);
  dropSections(choice);
  fillGaps(choice);
  dropStray(choice);
  dropRepeated(choice);
  keepEnds(choice);
}

/** A furniture line goes, and with one that points elsewhere the list of links under it. */
function dropFurniture({ blocks, keep, barred, phrases }: Choice): void {
  const bar = (from: number, to: number) => {
    keep.fill(false, from, to);
    barred.fill(true, from, to);
  };
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]!;
    if (isLabel(block, phrases[at]!) || isPointer(block)) bar(at, at + 1);
    const points = READ_ALSO.test(block.text) || (linkShare(block) > 0.5 && POINTS.test(block.text));
    if (!(points && block.words <= MOST_WORDS) && !isFurniture(block.text, block.words)) continue;
    let end = at + 1;
    if (points) while (end < blocks.length && end < at + 8 && isLink(blocks[end]!)) end++;
    bar(at, end);
  }
}

/** A paragraph that is a link and nothing else leads to another article; names and sources are shorter. */
function isPointer(block: Block): boolean {
  return (
    block.kind !== "item" &&
    block.kind !== "row" &&
    block.kind !== "heading" &&
    block.words >= 4 &&
    block.links.length === 1 &&
    linkShare(block) >= 0.95
  );
}

/** A line by its class and its words: `بقلم: …`, a date, tags. */
function isLabel(block: Block, phrases: number): boolean {
  if (block.words <= 70 && /^\s*(?:هذه التدوينة كتبت|this entry was posted)/i.test(block.text)) return true;
  return phrases !== 0 && block.words <= 10 && (block.near & (HINT.author | HINT.byline | HINT.tags)) !== 0;
}

function isLink(block: Block): boolean {
  return block.words <= 30 && linkShare(block) >= 0.7;
}

/** What stands under a heading of other articles, and all that follows one of comments. */
function dropSections({ blocks, keep, barred }: Choice): void {
  const words = (from: number, to: number) => {
    let sum = 0;
    for (let at = from; at < to; at++) if (keep[at]) sum += blocks[at]!.words;
    return sum;
  };
  for (let at = 1; at < blocks.length; at++) {
    const block = blocks[at]!;
    if (block.words > 6) continue;
    if (COMMENTS.test(block.text) || SIGNATURE.test(block.text)) {
      if (words(0, at) > 40 && words(0, at) > words(at, blocks.length)) {
        keep.fill(false, at);
        barred.fill(true, at);
        return;
      }
      continue;
    }
    if (!OTHER_ARTICLES.test(block.text)) continue;
    const section = sectionOf(block.element);
    let end = at;
    while (end < blocks.length && isIn(blocks[end]!.element, section)) end++;
    let start = at;
    while (start > 0 && isIn(blocks[start - 1]!.element, section)) start--;
    // A heading among the article's own paragraphs has no section of its own.
    if (words(start, at) >= 15 || 2 * words(at, end) >= words(0, blocks.length)) continue;
    keep.fill(false, at, end);
    barred.fill(true, at, end);
  }
}

/** The element that a heading opens: the nearest with more in it than the heading. */
function sectionOf(heading: Element): Element {
  let section = heading;
  for (let steps = 0; section.parent !== null && steps < 4; steps++) {
    section = section.parent;
    if (plainText(section, 200).length > plainText(heading, 200).length + 40) break;
  }
  return section;
}

function isIn(element: Element, container: Element): boolean {
  for (let up: Element | null = element; up !== null; up = up.parent) if (up === container) return true;
  return false;
}

/** What the model left out in the article's own element, though nothing speaks against it. */
function fillGaps({ blocks, keep, barred, phrases, titleAt }: Choice): void {
  const body = bodyOf(blocks, keep);
  if (body === null) return;
  const fits = (at: number) => {
    const block = blocks[at]!;
    if (keep[at] || barred[at] || phrases[at] !== 0 || isForeign(block) || linkShare(block) > 0.4)
      return false;
    return isIn(block.element, body);
  };
  const first = blocks.findIndex((block, at) => at > titleAt && isIn(block.element, body));
  let last = lastProse(blocks, keep);
  const makes = new Set(blocks.filter((block, at) => keep[at] && block.words >= 8).map(makeOf));
  for (let at = last + 1; at < blocks.length && isIn(blocks[at]!.element, body); at++) {
    if (blocks[at]!.words < 8 || !makes.has(makeOf(blocks[at]!)) || !fits(at)) continue;
    keep[at] = true;
    last = at;
  }
  for (let at = Math.max(first, 0); at < last; at++) if (fits(at)) keep[at] = true;
  // What a colon announces: a list, a table.
  const end = keep.lastIndexOf(true);
  if (!/[:：]\s*$/.test(blocks[end]?.text ?? "")) return;
  for (let at = end + 1; at < blocks.length && isListed(blocks[at]!) && fits(at); at++) keep[at] = true;
}

/** Short lines far from the article's own element: of a menu, a box beside it. */
function dropStray({ blocks, keep, titleAt }: Choice): void {
  const body = bodyOf(blocks, keep);
  if (body === null) return;
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]!;
    if (!keep[at] || block.words >= 12 || at === titleAt + 1) continue;
    if (linkShare(block) >= 0.8 && !isIn(block.element, body)) keep[at] = false;
  }
}

function isListed({ kind }: Block): boolean {
  return kind === "row" || kind === "item";
}

/** Tag and class of an element and of the two around it. */
function makeOf({ element }: Block): string {
  const name = (one: Element | null | undefined) => `${one?.tag}.${one?.attributes.get("class") ?? ""}`;
  return `${name(element)}>${name(element.parent)}>${name(element.parent?.parent)}`;
}

/** The deepest element that holds most of what is kept. */
function bodyOf(blocks: readonly Block[], keep: readonly boolean[]): Element | null {
  const held = new Map<Element, number>();
  let total = 0;
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]!;
    if (!keep[at] || block.words < 10) continue;
    total += block.words;
    for (let up = block.element.parent; up !== null; up = up.parent)
      held.set(up, (held.get(up) ?? 0) + block.words);
  }
  // Inner elements are met before those around them, so the first with as much as that is the deepest.
  let body: Element | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [element, words] of held) {
    if (words < 0.75 * total || words > least) continue;
    if (words < least) body = element;
    least = words;
  }
  return body;
}

/** The title, and a sentence of the article that is shown once more beside it. */
function dropRepeated({ blocks, keep, title }: Choice): void {
  const wanted = title === undefined ? "" : comparable(title);
  let whole: string | undefined;
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]!;
    if (!keep[at]) continue;
    if (wanted !== "" && block.words <= 60 && comparable(withoutFurniture(block).text) === wanted)
      keep[at] = false;
    else if ((block.hints & (HINT.aside | HINT.quote)) !== 0 && block.words >= 5 && block.words < 60) {
      whole ??= comparable(blocks.map(({ text }, other) => (keep[other] ? text : "")).join(" "));
      const text = comparable(block.text);
      if (whole.indexOf(text) !== whole.lastIndexOf(text)) keep[at] = false;
    }
  }
}

/** The lead between title and text; the dateline, the initials. */
function keepEnds({ blocks, keep, barred, phrases, titleAt }: Choice): void {
  const first = firstProse(blocks, keep);
  if (first < 0) return;
  const last = lastProse(blocks, keep);
  const joins = (at: number, next: number) =>
    !barred[at] && isShortOwnLine(blocks[at]!, blocks[next]!) && phrases[at] === 0;
  for (let at = first - 1; at > titleAt && at >= first - 2 && joins(at, at + 1); at--) keep[at] = true;
  for (let at = last + 1; at < Math.min(blocks.length, last + 4) && joins(at, at - 1); at++) keep[at] = true;
  if (titleAt === 0) return;
  let leads = 0;
  for (let at = first - 1; at > titleAt && at > first - 12 && leads < 4; at--) {
    if (keep[at] || barred[at] || !isLead(blocks[at]!) || phrases[at] !== 0) continue;
    keep[at] = true;
    leads++;
  }
}

function isLead(block: Block): boolean {
  return (
    block.words >= 5 &&
    block.words <= 90 &&
    block.linkWords === 0 &&
    !isForeign(block) &&
    (block.hints & (HINT.figure | HINT.caption)) === 0 &&
    block.kind !== "row" &&
    ((block.near & HINT.lead) !== 0 || block.kind === "paragraph")
  );
}

function firstProse(blocks: readonly Block[], keep: readonly boolean[]): number {
  return blocks.findIndex((block, at) => keep[at] && block.words >= 10);
}

function lastProse(blocks: readonly Block[], keep: readonly boolean[]): number {
  return blocks.findLastIndex((block, at) => keep[at] === true && block.words >= 10);
}

/** `دمشق-سانا` in a paragraph of its own; `م.ح/ ر.ن` after the last. */
function isShortOwnLine(block: Block, next: Block): boolean {
  return (
    block.words <= 8 &&
    block.linkWords === 0 &&
    block.kind === next.kind &&
    block.kind === "paragraph" &&
    block.element.tag === next.element.tag &&
    block.element.parent === next.element.parent &&
    (block.hints & (HINT.button | HINT.hidden)) === 0
  );
}

/** The text of a block without lines of it that are furniture, as in pages that break lines by `<br>` alone. */
export function withoutFurniture(block: Block): Block {
  if (!block.text.includes("\n") || block.kind === "preformatted") return block;
  const lines = block.text.split("\n");
  const kept = lines.filter((line) => !isFurniture(line, line.split(/\s+/).length));
  return kept.length === lines.length ? block : { ...block, text: kept.join("\n") };
}
