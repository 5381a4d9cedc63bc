/** Reports, studies and findings, and what tells whose they are. */
import {
  DEFINITE,
  DISCUSSED,
  FINDINGS,
  HAD,
  INDEFINITE,
  MADE,
  OPINION,
  QUALIFIES,
  RESEARCH,
  SHOWED,
  STUDIED,
  STUDY,
} from "./issuer-words.js";
import { CUE } from "./lexicon-cues.js";
import type { CuedReading } from "./reading.js";

/** Between a report and the verb that tells who made it. */
const MADE_AFTER = 9;
/** Between a study and where it was made. */
const STUDIED_IN = 4;

/** "The council discusses the report", with its subject between or not. */
export function isDiscussed(reading: CuedReading, report: number): boolean {
  for (let at = report - 1; at >= report - 3 && at >= 0 && !reading.startsSentence(at + 1); at--)
    if (DISCUSSED.test(reading.word(at))) return true;
  return false;
}

/** "According to the yearly report of …", "the report of … said". */
export function reportOf(reading: CuedReading, from: number): boolean {
  const report = reading.left(from, CUE.REPORT | CUE.STATEMENT, 4);
  for (let at = report + 1; at < from; at++) if (!QUALIFIES.test(reading.word(at))) return false;
  return report > 0 && (reading.cue(report - 1) & (CUE.SOURCE | CUE.SAY)) !== 0;
}

/** "A (new) study", "research that": what stands before a verb that tells who made it. */
export function isReported(reading: CuedReading, verb: number): boolean {
  for (let at = verb - 1; at >= verb - MADE_AFTER && at >= 0 && !reading.startsSentence(at + 1); at--)
    if ((reading.cue(at) & CUE.REPORT) !== 0 || RESEARCH.test(reading.word(at))) return true;
  return false;
}

/** "A (statistical) report of", not "the report of". */
export function isReportFrom(reading: CuedReading, at: number): boolean {
  let report = at - 1;
  while (report > at - 2 && (reading.cue(report) & CUE.REPORT) === 0 && INDEFINITE.test(reading.word(report)))
    report--;
  return (reading.cue(report) & CUE.REPORT) !== 0 && !DEFINITE.test(reading.word(report));
}

/** "A study (that was made)" ends with token `at`: what follows "in" or "at" made it. */
export function isStudied(reading: CuedReading, at: number): boolean {
  for (let k = at; k > at - STUDIED_IN && k >= 0; k--) {
    if (STUDY.test(reading.word(k))) return !DEFINITE.test(reading.word(k)) || MADE.test(reading.word(at));
    if (!STUDIED.test(reading.word(k)) || reading.startsSentence(k)) return false;
  }
  return false;
}

/** "Investigations of the prosecution" that "showed", "the opinion of the board" that something is according to. */
export function isFinding(reading: CuedReading, at: number): boolean {
  const word = reading.word(at);
  const before = reading.word(at - 1);
  if (FINDINGS.test(word)) return SHOWED.test(before) || HAD.test(before);
  return (reading.cue(at - 1) & CUE.SOURCE) !== 0 && OPINION.test(word);
}
