import { expect, test } from "vitest";
import { profileOf } from "../../src/match/features/profile.js";
import { retold } from "../../src/match/features/retold.js";
import type { Passage, PassageKind } from "../../src/model/index.js";
import { tokens } from "./align-support.js";

const TOLD =
  "أعادت بلدية المرسى افتتاح سوق السمك القديم بعد ترميم سقفه الخشبي وتجديد قنوات المياه تحت أرضه الحجرية";
const RETOLD =
  "وأعادت بلدية المرسى أمس افتتاح السوق القديم للسمك بعدما رممت سقفه الخشبي وجددت قنوات المياه تحت الأرض الحجرية";
const OTHER_REPORT =
  "عاد باعة السمك في المرسى إلى دكاكينهم وقالوا إن البلدية تأخرت سنتين وإن رائحة الخشب الجديد تملأ المكان كله";

const passage = (a: string, b: string, kind: PassageKind): Passage => ({
  a: { start: 0, end: a.length },
  b: { start: 0, end: b.length },
  kind,
  similarity: 0.5,
  edits: [],
});

function worth(a: string, b: string, kind: PassageKind = "rewritten"): number {
  const [x, y] = [tokens(a), tokens(b)];
  return retold(x, y, profileOf(x, null), profileOf(y, null), [passage(a, b, kind)]);
}

const shuffled = (text: string): string => text.split(" ").reverse().join(" ");

test("a sentence told again is worth something, a report of the same event and another order nothing", () => {
  expect(worth(TOLD, RETOLD)).toBeGreaterThan(1);
  expect(worth(RETOLD, TOLD)).toBeCloseTo(worth(TOLD, RETOLD), 10);
  expect(worth(TOLD, OTHER_REPORT)).toBe(0);
  expect(worth(TOLD, shuffled(TOLD))).toBe(0);
});

test("passages of other kinds have evidence of their own", () => {
  expect(worth(TOLD, TOLD, "verbatim")).toBe(0);
  expect(worth(TOLD, RETOLD, "boilerplate")).toBe(0);
});

test("two sentences told again count together", () => {
  const ends = TOLD.length;
  const a = `${TOLD}. ${RETOLD}`;
  const b = `${RETOLD}. ${TOLD}`;
  const [x, y] = [tokens(a), tokens(b)];
  const second = {
    ...passage("", "", "rewritten"),
    a: { start: ends + 2, end: a.length },
    b: { start: RETOLD.length + 2, end: b.length },
  };
  const first = passage(TOLD, RETOLD, "rewritten");
  const of = (passages: Passage[]) => retold(x, y, profileOf(x, null), profileOf(y, null), passages);
  expect(of([first, second])).toBeCloseTo(of([first]) + of([second]), 10);
  expect(of([second])).toBeGreaterThan(1);
});
