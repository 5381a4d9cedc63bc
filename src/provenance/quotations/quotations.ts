/**
 * Quotations and reported speech of one document, with their speakers. One pass from the first word to the last:
 * cues and quoted stretches in the order in which they stand. O(text).
 */
import type { Kernel } from "../../kernel/kernel.js";
import type { Document } from "../../model.js";
import type { Quotation } from "../../model-provenance.js";
import { Carry } from "./carry.js";
import { PART } from "./lexicon.js";
import { GAP, Reading } from "./reading.js";
import { isAside, reportOf } from "./reports.js";
import { attribution, ordered, type Said, trimmed, unattributed } from "./said.js";
import { endsClause, insertionsIn, isNamed, SCARE_MOST_TOKENS, type Span } from "./spans.js";
import { isLatin, type Phrase } from "./speakers.js";
import { isSubjectOfThat, isVague, type Statement, sourceLength, statementAt } from "./statements.js";

/** Between a cue and the words quoted. Tokens. */
const MOST_DISTANCE = 40;
/** Cues inside a quoted stretch of so many words are the speaker's own. */
const SHIELD_LEAST_TOKENS = 5;
const ENDS_SENTENCE = GAP.sentence | GAP.paragraph;

/** Sorted by start, outer before inner. They do not overlap but where one holds another. */
export function quotationsOf(kernel: Kernel, document: Pick<Document, "text">): Quotation[] {
  const reading = new Reading(kernel, document.text);
  if (reading.cues.length === 0 && reading.spans.length === 0) return [];
  return new Reader(reading).read();
}

class Reader {
  readonly #reading: Reading;
  readonly #carry: Carry;
  readonly #found: Quotation[] = [];
  readonly #said: Said[] = [];
  readonly #taken = new Map<number, Said>();
  /** Token behind the last quoted words. */
  #floor = 0;
  #lastQuote: { span: Span; said: Said } | null = null;

  constructor(reading: Reading) {
    this.#reading = reading;
    this.#carry = new Carry(reading);
  }

  read(): Quotation[] {
    const { cues, spans, outerSpans } = this.#reading;
    let span = 0;
    for (const cue of cues) {
      while (span < outerSpans.length && outerSpans[span]!.first <= cue) this.#quote(outerSpans[span++]!);
      const inside = outerSpans[span - 1];
      if (inside && cue < inside.last && inside.last - inside.first >= SHIELD_LEAST_TOKENS) continue;
      if (!this.#taken.has(cue) && !this.#isInSpeaker(cue)) this.#statement(cue);
    }
    while (span < outerSpans.length) this.#quote(outerSpans[span++]!);
    for (const inner of spans) if (inner.depth > 0) this.#inner(inner);
    const reporting = this.#said.filter((said, at) => !isAside(said, this.#said[at - 1]));
    for (const [at, said] of reporting.entries()) {
      const report = reportOf(this.#reading, said, reporting[at + 1]);
      if (report) this.#found.push(report);
    }
    return ordered(this.#found);
  }

  /** Whether a word written like a verb stands in the name of who speaks. */
  #isInSpeaker(cue: number): boolean {
    const phrase = this.#said.at(-1)?.statement.phrase;
    return phrase != null && cue >= phrase.first && cue < phrase.last;
  }

  #statement(cue: number): Said | null {
    const statement = statementAt(this.#reading, cue, this.#floor);
    if (statement === null) return null;
    const said = this.#resolve(statement);
    if (said.speaker === null && isVague(this.#reading, statement)) return null;
    this.#taken.set(cue, said);
    this.#said.push(said);
    return said;
  }

  #resolve(statement: Statement): Said {
    const { cue, phrase, gender, plurality } = statement;
    const reading = this.#reading;
    if (phrase) {
      if (isGeneric(reading, phrase)) {
        const known = this.#carry.takenUp(cue, phrase);
        this.#carry.hear(cue);
        return {
          statement,
          speaker: known && phrase,
          via: known ? "named" : "unresolved",
          verb: statement,
          quotes: [],
        };
      }
      if (phrase.last - phrase.first === 1 && reading.plays(phrase.first, PART.pronounTitle)) {
        const meant = this.#carry.titled(cue, phrase);
        if (meant) {
          this.#carry.name(meant, cue);
          return { statement, speaker: meant, via: "carried", verb: statement, quotes: [] };
        }
      }
      // Who has announced nothing yet may not have spoken.
      const speaks = statement.saidFrom >= 0 || statement.saying === null;
      if (speaks && !this.#isTold(statement, phrase)) this.#carry.name(phrase, cue);
      return { statement, speaker: phrase, via: "named", verb: statement, quotes: [] };
    }
    const last = this.#said.at(-1);
    if (last && this.#isWaiting(last, cue)) {
      if (this.#takesUp(statement, last)) {
        this.#said.pop();
        this.#hear(last, cue);
        return { ...last, statement, quotes: [] };
      }
      if (last.speaker && statement.saying?.form === "participle" && !last.statement.saying?.close) {
        this.#hear(last, cue);
        return { statement, speaker: last.speaker, via: "carried", verb: statement, quotes: [] };
      }
    }
    const { sentences } = reading;
    const nobody =
      statement.nobody ||
      (last &&
        last.speaker === null &&
        !last.statement.saying?.close &&
        sentences[last.statement.cue] === sentences[cue]);
    const speaker = nobody
      ? null
      : this.#carry.find(cue, gender, plurality, statement.saying?.form === "participle");
    if (speaker) this.#carry.name(speaker, cue);
    else this.#carry.hear(cue);
    return { statement, speaker, via: speaker ? "carried" : "unresolved", verb: statement, quotes: [] };
  }

  /** Whether somebody else tells what this one says: "and added" then goes on with the teller. */
  #isTold({ cue }: Statement, phrase: Phrase): boolean {
    const last = this.#said.at(-1);
    const from = last?.statement.saidFrom ?? -1;
    const { sentences } = this.#reading;
    return (
      last?.speaker != null &&
      from >= 0 &&
      from <= phrase.first &&
      sentences[from] === sentences[cue] &&
      isSubjectOfThat(this.#reading, phrase, cue)
    );
  }

  #hear(said: Said, at: number): void {
    if (said.speaker) this.#carry.name(said.speaker, at);
    else this.#carry.hear(at);
  }

  /** Whether a statement before, in the same sentence, has announced nothing yet. */
  #isWaiting(said: Said, cue: number): boolean {
    const { sentences } = this.#reading;
    return (
      sentences[said.statement.cue] === sentences[cue] &&
      said.statement.saidFrom < 0 &&
      said.quotes.length === 0
    );
  }

  /** "X said, saying", "X goes on and says": one statement. */
  #takesUp({ cue, saying }: Statement, last: Said): boolean {
    if (saying?.form === "participle") return saying.says;
    const { phrase, cueEnd } = last.statement;
    return saying?.joined === true && cue === (phrase?.last ?? cueEnd);
  }

  #quote(span: Span): void {
    const reading = this.#reading;
    const size = span.last - span.first;
    const named = isNamed(reading, span) || this.#namesSpeaker(span);
    if (named) {
      this.#scare(span);
      return;
    }
    const short = size <= SCARE_MOST_TOKENS;
    const left = this.#leftOf(span);
    const right =
      left && left.quotes.length === 0 && !this.#isSourced(span) ? null : this.#rightOf(span, short);
    if (short) {
      const whole = left && (this.#isWhole(span, left) || this.#isFragment(span, left)) ? left : null;
      const said = right ?? whole ?? (this.#isSentence(span) ? this.#goesOn(span) : null);
      if (said) this.#direct(span, said);
      else this.#scare(span);
      return;
    }
    const said = right ?? left ?? this.#goesOn(span);
    if (said) this.#direct(span, said);
    else this.#unsaid(span);
  }

  /** Whether the marks stand inside the words that name a speaker. */
  #namesSpeaker(span: Span): boolean {
    const phrase = this.#said.at(-1)?.statement.phrase;
    return phrase != null && span.first >= phrase.first && span.last <= phrase.last;
  }

  /** Right behind the marks: "according to". */
  #isSourced(span: Span): boolean {
    const reading = this.#reading;
    if (reading.gap(span.last) & (ENDS_SENTENCE | GAP.colon)) return false;
    return sourceLength(reading, span.last) > 0;
  }

  /** A few words out of what was said, told from a name by their form: no article, no head of a name. */
  #isFragment(span: Span, said: Said): boolean {
    const reading = this.#reading;
    const { saidFrom, saying } = said.statement;
    const size = span.last - span.first;
    if (size < 2 || saying === null || saidFrom < 0 || saidFrom >= span.first) return false;
    if (isLatin(reading, span.first))
      return (
        !/^\p{Lu}/u.test(reading.word(span.first)) &&
        !/^(?:the|this|so|called|le|la|les|l['’]|ce|cette|dit|dite)$/iu.test(reading.word(span.first - 1))
      );
    if (reading.plays(span.first, PART.naming | PART.body | PART.person)) return false;
    let articles = 0;
    for (let k = span.first; k < span.last; k++) if (reading.begins(k, "ال")) articles++;
    return articles === 0 || (size > 2 && !reading.begins(span.first, "ال"));
  }

  /** The statement before the marks that governs them. */
  #leftOf(span: Span): Said | null {
    const { sentences } = this.#reading;
    const said = this.#said.at(-1);
    if (!said) return null;
    const { statement } = said;
    if (span.first - statement.cue > MOST_DISTANCE || statement.cue >= span.first) return null;
    const gap = this.#reading.gap(span.first);
    const apart = sentences[span.first]! - sentences[statement.cue]!;
    if (apart > 0 && !(apart === 1 && gap & GAP.colon && !(gap & GAP.sentence)))
      return this.#afterQuote(span, said);
    if (
      statement.saying === null &&
      statement.saidFrom < 0 &&
      statement.phrase &&
      statement.cue > this.#floor
    ) {
      // "according to X" at the end of what it belongs to.
      if (this.#reading.gap(statement.phrase.last) & ENDS_SENTENCE) return null;
    }
    if (statement.saying?.close && said.quotes.length === 0 && !this.#isClose(span, statement)) return null;
    return said;
  }

  /** Quoted words of several sentences do not end the sentence that they stand in. */
  #afterQuote(span: Span, said: Said): Said | null {
    const last = said.quotes.at(-1);
    if (!last || span.first - last.last > MOST_DISTANCE / 2) return null;
    const { sentences } = this.#reading;
    const behind = Math.min(last.last, span.first);
    if (this.#reading.gap(behind) & ENDS_SENTENCE) return null;
    return sentences[span.first] === sentences[behind] ? said : null;
  }

  #isClose(span: Span, statement: Statement): boolean {
    const end = statement.phrase && !statement.postfix ? statement.phrase.last : statement.cueEnd;
    return end === span.first || statement.saidFrom >= 0;
  }

  /** Few quoted words are somebody's only where they are all that was said. */
  #isWhole(span: Span, said: Said): boolean {
    const reading = this.#reading;
    if (said.quotes.length > 0 || !endsClause(reading, span)) return false;
    const { statement } = said;
    if (reading.gap(span.first) & GAP.colon) return true;
    if (statement.saying && !statement.saying.that) return false;
    if (this.#isSentence(span)) return true;
    const end = statement.phrase && !statement.postfix ? statement.phrase.last : statement.cueEnd;
    return end === span.first && span.last - span.first > 1;
  }

  /** Whether the marks hold the stop of a sentence too. */
  #isSentence(span: Span): boolean {
    return /[.!?؟]\s*$/u.test(this.#reading.text.slice(span.quoted.start, span.quoted.end));
  }

  /** The statement right behind the marks: "…", said X; "…", according to X. */
  #rightOf(span: Span, short: boolean): Said | null {
    const reading = this.#reading;
    const after = /^[\s،,\u200b-\u200f-–—]*/u.exec(
      reading.text.slice(span.quoted.outer.end, span.quoted.outer.end + 12),
    )![0];
    const begin = reading.text[span.quoted.outer.end + after.length];
    if (begin === undefined || ".!?؟…:".includes(begin) || /[\n\r]/u.test(after)) return null;
    // "…." He added: the stop inside the marks ended the sentence.
    if (/\p{Lu}/u.test(begin) && reading.text[span.quoted.end - 1] === ".") return null;
    for (let k = span.last; k < reading.size && k < span.last + 10; k++) {
      if (k > span.last && reading.gap(k) & (ENDS_SENTENCE | GAP.quote | GAP.colon)) return null;
      const entry = reading.entry(k);
      if (!entry?.saying && !entry?.sources) continue;
      if (!this.#mayFollow(span, k) || (short && entry.saying?.language === "ar")) return null;
      this.#floor = span.last;
      const said = this.#statement(k);
      if (said && said.statement.saying?.language === "ar" && said.via !== "named")
        return said.speaker ? said : null;
      return said;
    }
    return null;
  }

  /** Arabic verbs go before what is said; behind it only "as … said" and prepositions of source. */
  #mayFollow(span: Span, cue: number): boolean {
    const saying = this.#reading.entry(cue)?.saying;
    if (!saying) return cue <= span.last + 1;
    if (saying.language !== "ar") return saying.form === "finite";
    return saying.form === "finite" && !saying.joined && cue <= span.last + 1;
  }

  /** Quoted words after quoted words, or after a sentence with somebody's words, are still theirs. */
  #goesOn(span: Span): Said | null {
    const reading = this.#reading;
    const gap = reading.gap(span.first);
    const last = this.#lastQuote;
    if (last && last.span.last === span.first) return this.#goingOn(last.said, span);
    const said = this.#said.at(-1);
    const goesOn = reading.plays(span.first - 1, PART.that) && reading.gap(span.first - 1) & GAP.sentence;
    if (goesOn && said?.speaker) return this.#goingOn(said, span);
    const starts = span.first === 0 || (gap & (GAP.sentence | GAP.paragraph | GAP.colon)) !== 0;
    if (!said || !starts || said.speaker === null) return null;
    const apart = reading.sentences[span.first]! - reading.sentences[span.first - 1]!;
    const heard = Math.max(said.statement.cue, last?.span.last ?? 0);
    if (
      apart > 1 ||
      reading.sentences[span.first - 1]! - reading.sentences[Math.min(heard, span.first - 1)]! > 0
    )
      return null;
    return this.#goingOn(said, span);
  }

  #goingOn(said: Said, span: Span): Said {
    const speaker = said.speaker ?? this.#carry.find(span.first, "any", "any");
    return { ...said, speaker, via: speaker ? "carried" : "unresolved", quotes: [] };
  }

  #direct(span: Span, said: Said): void {
    said.quotes.push(span);
    this.#lastQuote = { span, said };
    this.#floor = span.last;
    this.#hear(said, span.last - 1);
    this.#found.push({
      ...trimmed(this.#reading, span),
      kind: "direct",
      ...attribution(this.#reading, said),
      insertions: insertionsIn(this.#reading, span.quoted),
    });
  }

  #scare(span: Span): void {
    this.#found.push(unattributed(this.#reading, span, "scare"));
  }

  #unsaid(span: Span): void {
    this.#floor = span.last;
    this.#found.push(unattributed(this.#reading, span, "direct"));
  }

  /** Words quoted inside quoted words: whoever the outer ones name right before them, if anybody. */
  #inner(span: Span): void {
    const reading = this.#reading;
    if (span.last - span.first <= SCARE_MOST_TOKENS || isNamed(reading, span)) {
      this.#scare(span);
      return;
    }
    const cue = reading.cueBefore(span.first);
    const around = reading.spanAt(span.first);
    const near = cue >= 0 && around !== null && cue >= around.first && span.first - cue <= MOST_DISTANCE;
    const statement =
      near && reading.sentences[cue] === reading.sentences[span.first]
        ? statementAt(reading, cue, around.first)
        : null;
    if (statement?.phrase && statement.phrase.first >= around!.first) {
      const said = {
        statement,
        speaker: statement.phrase,
        via: "named",
        verb: statement,
        quotes: [],
      } as const;
      this.#found.push({
        ...trimmed(reading, span),
        kind: "direct",
        ...attribution(reading, { ...said, quotes: [] }),
        insertions: insertionsIn(reading, span.quoted),
      });
    } else this.#found.push(unattributed(reading, span, "direct"));
  }
}

/** "the official", "the security official": no name, only what somebody is. */
function isGeneric(reading: Reading, phrase: Phrase): boolean {
  if (!reading.plays(phrase.first, PART.generic)) return false;
  for (let k = phrase.first + 1; k < phrase.last; k++) if (!reading.begins(k, "ال")) return false;
  return true;
}
