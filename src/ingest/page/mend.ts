/**
 * What rules know better than numbers, above all of the Arabic press: lines that templates and editors write
 * into the article itself (`اقرأ أيضا`, `رابط الخبر`, `تابعونا على`), and the short lines that belong to it: the
 * dateline before and the initials after an agency's text.
 */
import type { Block } from "./blocks.js";
import { linkShare } from "./features.js";
import { HINT } from "./hints.js";

/** A line that points at other articles, alone or before its link. */
const READ_ALSO =
  /^[\s•·\-–—*»«|>+:؛]*(?:(?:و?لل?مزيد|(?:اقرأ|إقرأ|اقرا|أقرأ|إقرا|اقرأي|طالع|شاهد|انظر|اطلع|تصفح)(?:وا|ي)?)\s*(?:أيضا|ايضا|أيضًا|أيضاً|ايضاً|ايضًا|المزيد|كذلك|كمان|في|على|حول|عن|:|…|\.\.)|(?:مواضيع|موضوعات|أخبار|اخبار|مقالات|تقارير|روابط)\s+(?:ذات صلة|مرتبطة|متعلقة|مشابهة|قد تهمك|أخرى للكاتب|اخرى للكاتب)|مقالات (?:أخرى )?للكاتب|(?:قد|ربما) (?:يهمك|تهمك|يعجبك)(?: أيضا| أيضاً| أيضًا| ايضا)?|ذات صلة|نرشح لك|(?:المقال|الخبر|الموضوع) (?:السابق|التالي)|read (?:also|more|next)\s*:|also read\s*:|related\s*:)/i;
const ADDRESS_OF_PAGE =
  /^\s*(?:رابط (?:الخبر|المقال|الموضوع|مختصر|قصير|المصدر)|الرابط (?:المختصر|القصير|الدائم)|short ?link)(?:\s|:|$)/i;
const FOLLOW =
  /^\s*(?:(?:و?تابع(?:وا|ونا|نا|ي)?|متابعة|اشترك(?:وا|ي)?|انضم(?:وا|ي)?|لمتابعة|للاشتراك|للانضمام|يمكنكم (?:الاشتراك|متابعة))(?:\s|$)(?=.*(?:واتس|تيل[يغجق]|تل[غجق]رام|فيس|تويتر|إنست|انست|يوتيوب|قناتنا|قناة|صفحتنا|صفحة|نشرتنا|النشرة|تطبيق|جوجل|غوغل|google|whatsapp|telegram|t\.me))|حم[ّ]?ل(?:وا)? (?:تطبيق|التطبيق)|(?:أرسل|ارسل|أرسلوا) (?:كلمة|رقم|sms)|خدمة (?:sms|الرسائل))/i;
const BUTTONS =
  /^\s*(?:حجم الخط|تكبير|تصغير|طباعة|اطبع|نسخ (?:الرابط|النص)|شارك(?:ها|نا|ه)?(?: (?:هذا|الخبر|المقال|على|عبر|مع))?|مشاركة(?: (?:عبر|على|الخبر|المقال))?|انشر|أرسل (?:إلى|الى|ل)\s*صديق|ارسال لصديق|A[+-]|عدد (?:المشاهدات|القراءات|الزيارات|الزوار)|مشاهدات|التعليقات)(?:\s*[:\d٠-٩+].*|\s*)$/i;
const LABELS =
  /^\s*(?:ال)?(?:وسوم|سمات|كلمات (?:مفتاحية|دلالية|البحث)|كلمات المفتاحية|كلمات الدلالية|تصنيفات|علامات|تاجات|هاشتاغات)\s*[:：]/i;
const LEGAL = /^\s*(?:©|جميع حقوق|جميع الحقوق|كافة الحقوق|كل الحقوق|حقوق (?:النشر|الطبع) )/i;

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
    LEGAL.test(text)
  );
}

/** Changes `keep` in place. `phrases` as of `phrasesOf`. */
export function mendChoice(blocks: readonly Block[], keep: boolean[], phrases: Uint16Array): void {
  dropFurniture(blocks, keep);
  const first = firstProse(blocks, keep);
  if (first < 0) return;
  const last = lastProse(blocks, keep);
  const joins = (at: number, next: number) =>
    isShortOwnLine(blocks[at]!, blocks[next]!) && phrases[at] === 0 && !isFurniture(blocks[at]!.text, 1);
  for (let at = first - 1; at >= Math.max(0, first - 2) && joins(at, at + 1); at--) keep[at] = true;
  for (let at = last + 1; at < Math.min(blocks.length, last + 4) && joins(at, at - 1); at++) keep[at] = true;
}

/** A furniture line goes, and with a heading of one the list of links under it. */
function dropFurniture(blocks: readonly Block[], keep: boolean[]): void {
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]!;
    if (!isFurniture(block.text, block.words)) continue;
    keep[at] = false;
    if (!READ_ALSO.test(block.text)) continue;
    for (let next = at + 1; next < blocks.length && next < at + 8 && isLink(blocks[next]!); next++)
      keep[next] = false;
  }
}

function isLink(block: Block): boolean {
  return block.words <= 30 && linkShare(block) >= 0.7;
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
