/**
 * Quotations and reported speech of one document, with their speakers. One pass from the first word to the last:
 * cues and quoted stretches in the order in which they stand. O(text).
 */
import type { Kernel } from "../../kernel/kernel.js";
import type { Document } from "../../model/index.js";
import type { Quotation } from "../../model/provenance.js";
import { Carry } from "./carry.js";
import {
  afterQuote,
  isClose,
  isFragment,
  isGeneric,
  isSentence,
  isSourced,
  isWhole,
  MOST_DISTANCE,
  mayFollow,
} from "./governing.js";
import { PART } from "./lexicon.js";
import type { Span } from "./quoted-spans.js";
import { GAP, SpokenReading } from "./reading.js";
import { isAside, reportOf } from "./reports.js";
import { attribution, ordered, type Said, trimmed, unattributed } from "./said.js";
import { endsClause, insertionsIn, isNamed, SCARE_MOST_TOKENS } from "./spans.js";
import { LEAST_SAID, type Phrase } from "./speakers.js";
import type { Statement } from "./statement.js";
import { isSubjectOfThat, isVague, statementAt } from "./statements.js";

/** Cues inside a quoted stretch of so many words are the speaker's own. */
const SHIELD_LEAST_TOKENS = 5;
const ENDS_SENTENCE = GAP.sentence | GAP.paragraph;

/** Sorted by start, outer before inner. They do not overlap but where one holds another. */
export function quotationsOf(kernel: Kernel, document: Pick<Document, "text">): Quotation[] {
  const reading = new SpokenReading(kernel, document.text);
  if (reading.cues.length === 0 && reading.spans.length === 0) return [];
  return new Reader(reading).read();
}

/** A participle, and "فقال", go on with whoever acts in their own sentence. */
function ownSubject(reading: SpokenReading, { cue, saying }: Statement): boolean {
  return saying?.form === "participle" || (saying?.joined === true && reading.begins(cue, "ف"));
}

class Reader {
  readonly #reading: SpokenReading;
  readonly #carry: Carry;
  readonly #found: Quotation[] = [];
  readonly #said: Said[] = [];
  readonly #taken = new Map<number, Said>();
  /** Token behind the last quoted words. */
  #floor = 0;
  #lastQuote: { span: Span; said: Said } | null = null;

  constructor(reading: SpokenReading) {
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
      const speaks =
        statement.saidFrom >= 0 ||
        statement.saying === null ||
        /^[وف]?(?:قالت?|[يت]قول)$/u.test(reading.word(cue));
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
    const speaker = nobody ? null : this.#carry.find(cue, gender, plurality, ownSubject(reading, statement));
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
    const named = (isNamed(reading, span) && !this.#isSaidBy(span)) || this.#namesSpeaker(span);
    if (named) {
      this.#scare(span);
      return;
    }
    const short = size <= SCARE_MOST_TOKENS;
    const left = this.#leftOf(span);
    const right =
      left && left.quotes.length === 0 && !isSourced(this.#reading, span) ? null : this.#rightOf(span, short);
    if (short) {
      const whole =
        left && (isWhole(this.#reading, span, left) || isFragment(this.#reading, span, left)) ? left : null;
      const said = right ?? whole ?? (isSentence(this.#reading, span) ? this.#goesOn(span) : null);
      if (said) this.#direct(span, said);
      else this.#scare(span);
      return;
    }
    const said = right ?? left ?? this.#goesOn(span);
    if (said) this.#direct(span, said);
    else this.#unsaid(span);
  }

  /** "The movement said «…»": a noun that else names what is in the marks is here who speaks. */
  #isSaidBy(span: Span): boolean {
    const { statement, quotes } = this.#said.at(-1) ?? {};
    if (statement?.phrase == null || statement.postfix || quotes!.length > 0) return false;
    return (
      statement.phrase.last === span.first &&
      span.last - span.first >= LEAST_SAID &&
      endsClause(this.#reading, span)
    );
  }

  /** Whether the marks stand inside the words that name a speaker. */
  #namesSpeaker(span: Span): boolean {
    const phrase = this.#said.at(-1)?.statement.phrase;
    return phrase != null && span.first >= phrase.first && span.last <= phrase.last;
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
      return afterQuote(this.#reading, span, said);
    if (
      statement.saying === null &&
      statement.saidFrom < 0 &&
      statement.phrase &&
      statement.cue > this.#floor
    ) {
      // "according to X" at the end of what it belongs to.
      if (this.#reading.gap(statement.phrase.last) & ENDS_SENTENCE) return null;
    }
    if (statement.saying?.close && said.quotes.length === 0 && !isClose(span, statement)) return null;
    return said;
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
      if (!mayFollow(this.#reading, span, k) || (short && entry.saying?.language === "ar")) return null;
      this.#floor = span.last;
      const said = this.#statement(k);
      if (said && said.statement.saying?.language === "ar" && said.via !== "named")
        return said.speaker ? said : null;
      return said;
    }
    return null;
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
