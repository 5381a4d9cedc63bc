/**
 * Whose words go on where nobody is named: the nearest speaker before that agrees with the verb in gender and
 * number, as long as the reporter has not gone on to something else.
 */
import { type Gender, PART, type Plurality } from "./lexicon.js";
import { openingName } from "./opening-name.js";
import { GAP, type SpokenReading } from "./reading.js";
import { agrees, type Phrase, phraseFrom } from "./speakers.js";

/** Sentences without a word of anyone's, after which nobody's words go on. */
const MOST_SILENCE = 3;
const MOST_KEPT = 6;
/** Letters that a title shares with its form for "his". */
const TITLE_STEM = 3;
/** From the start of a sentence to who acts in it. Tokens. */
const ACTOR_REACH = 5;

export class Carry {
  readonly #reading: SpokenReading;
  #speakers: Phrase[] = [];
  #heard = -1;
  #token = 0;

  constructor(reading: SpokenReading) {
    this.#reading = reading;
  }

  /** Somebody is named. */
  name(phrase: Phrase, at: number): void {
    this.hear(at);
    this.#speakers = [phrase, ...this.#speakers.filter((other) => !this.#same(other, phrase))].slice(
      0,
      MOST_KEPT,
    );
  }

  /** Words of somebody stand here. */
  hear(at: number): void {
    this.#heard = this.#reading.sentences[Math.min(at, this.#reading.size - 1)] ?? 0;
    this.#token = at;
  }

  /**
   * The speaker whose words go on at token `at`; null where nobody fits. A participle belongs to whoever acts in
   * its own sentence.
   */
  find(at: number, gender: Gender, plurality: Plurality, participle = false): Phrase | null {
    this.#forget(at);
    const { sentences } = this.#reading;
    const fits = (speaker: Phrase) => agrees(speaker, gender, plurality);
    const here = (speaker: Phrase) => sentences[speaker.first] === sentences[at] && speaker.first < at;
    const start = this.#reading.sentenceStart(at);
    const near = this.#speakers.find((speaker) => fits(speaker) && here(speaker));
    if (near) return near;
    const introduced = this.#introduced(start, fits);
    if (introduced) return introduced;
    const actor = participle ? this.#actorFrom(start, at, fits) : null;
    return actor ?? this.#speakers.find(fits) ?? this.#actor(start, at, fits);
  }

  /** A named speaker before who is what "the official", "the source" now takes up. */
  takenUp(at: number, phrase: Phrase): Phrase | null {
    this.#forget(at);
    const head = this.#reading.word(phrase.first).replace(/^ال/u, "");
    return this.#speakers.find((speaker) => this.#words(speaker).includes(head)) ?? null;
  }

  /** A named speaker before whom "His Highness" means: one with that title, or else any person. */
  titled(at: number, phrase: Phrase): Phrase | null {
    this.#forget(at);
    const title = this.#reading.word(phrase.first).slice(0, TITLE_STEM);
    const fits = this.#speakers.filter((speaker) => agrees(speaker, phrase.gender, phrase.plurality));
    return (
      fits.find((speaker) => this.#words(speaker).some((word) => word.startsWith(title))) ??
      fits.find((speaker) => this.#reading.plays(speaker.first, PART.person)) ??
      null
    );
  }

  /** Somebody whom this sentence or the one before introduces, since anybody's words were heard. */
  #introduced(start: number, fits: (phrase: Phrase) => boolean): Phrase | null {
    const before = start === 0 ? 0 : this.#reading.sentenceStart(start - 1);
    for (const opens of new Set([start, before])) {
      const name = opens > this.#token || this.#token === 0 ? openingName(this.#reading, opens) : null;
      if (name && fits(name)) return name;
    }
    return null;
  }

  #words(phrase: Phrase): string[] {
    const words: string[] = [];
    for (let k = phrase.first; k < phrase.last; k++) words.push(this.#reading.word(k).replace(/^ال/u, ""));
    return words;
  }

  #same(a: Phrase, b: Phrase): boolean {
    return a.first === b.first && a.last === b.last;
  }

  #forget(at: number): void {
    const { sentences, size } = this.#reading;
    if (this.#speakers.length === 0 || at >= size) return;
    if (sentences[at]! - this.#heard > MOST_SILENCE || this.#turns(at)) this.#speakers = [];
  }

  /** Whether a sentence since the last words begins with "on the other hand" and its like. */
  #turns(at: number): boolean {
    const { gaps } = this.#reading;
    for (let k = this.#token + 1; k <= at; k++)
      if (gaps[k]! & (GAP.sentence | GAP.paragraph) && this.#resetsAt(k)) return true;
    return false;
  }

  #resetsAt(at: number): boolean {
    const ids = this.#reading.tokens.ids;
    const resets = this.#reading.entry(at)?.resets;
    return resets?.some((rest) => rest.every((id, k) => ids[at + 1 + k] === id)) ?? false;
  }

  /** Who acts in the sentence that starts at `start`, or in the one before: "the minister opened it, and added". */
  #actor(start: number, at: number, fits: (phrase: Phrase) => boolean): Phrase | null {
    const here = this.#actorFrom(start, at, fits);
    if (here || start === 0 || this.#reading.gap(start) & GAP.paragraph || this.#resetsAt(start)) return here;
    return this.#actorFrom(this.#reading.sentenceStart(start - 1), at, fits);
  }

  #actorFrom(start: number, at: number, fits: (phrase: Phrase) => boolean): Phrase | null {
    const reading = this.#reading;
    for (let k = start; k < start + ACTOR_REACH && k < at && reading.spanAt(k) === null; k++) {
      if (!reading.plays(k, PART.person | PART.body | PART.givenName) || reading.plays(k, PART.stop))
        continue;
      const phrase = phraseFrom(reading, k, null);
      return phrase && phrase.last <= at && fits(phrase) ? phrase : null;
    }
    return null;
  }
}
