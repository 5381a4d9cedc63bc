/** What is said of two documents does not depend on which comes first, nor on strangers among the others. */
import { expect, test } from "vitest";
import type { Edit, Match, Passage, Range } from "../../src/model/index.js";
import { articles, engineOf, invented, matchesOf } from "./support.js";

const OTHER_WAY = { insert: "delete", delete: "insert", replace: "replace" } as const;

const inOrder = (x: { a: Range; b: Range }, y: { a: Range; b: Range }) =>
  x.a.start - y.a.start || x.b.start - y.b.start;

function mirrored(match: Match): Match {
  const edit = ({ kind, a, b, ...rest }: Edit): Edit => ({ kind: OTHER_WAY[kind], a: b, b: a, ...rest });
  const passage = ({ a, b, edits, ...rest }: Passage): Passage => ({
    a: b,
    b: a,
    ...rest,
    edits: edits.map(edit).sort(inOrder),
  });
  const { a, b, containment, derived, passages, facts, ...rest } = match;
  return {
    a: b,
    b: a,
    containment: { a: containment.b, b: containment.a },
    derived: derived && { a: derived.b, b: derived.a },
    passages: passages.map(passage).sort(inOrder),
    facts: facts.map((fact) => ({ ...fact, a: fact.b, b: fact.a })).sort(inOrder),
    ...rest,
  };
}

// So few that they are judged as bare pairs: groups of copies, and with them frequencies, may follow the ids of
// documents of one date.
test.each([
  [0, 90],
  [80, 170],
])(
  "under ids that sort the other way the same pairs are found, seen from the other side",
  async (from, to) => {
    const documents = articles().slice(from, to);
    const ids = [...new Set(documents.map(({ id }) => id))].sort();
    const turned = new Map(ids.map((id, at) => [id, `n${String(ids.length - at).padStart(4, "0")}`]));
    const back = new Map([...turned].map(([id, name]) => [name, id]));
    const expected = await matchesOf(await engineOf(documents), { minVerdict: "same-news", expand: true });
    const renamed = await engineOf(
      documents.map((document) => ({ ...document, id: turned.get(document.id)! })),
    );
    const found = (await matchesOf(renamed, { minVerdict: "same-news", expand: true }))
      .map((match) => mirrored({ ...match, a: back.get(match.a)!, b: back.get(match.b)! }))
      .sort((x, y) => (x.a < y.a || (x.a === y.a && x.b < y.b) ? -1 : 1));
    const known = new Map(expected.map((match) => [`${match.a} ${match.b}`, match]));
    for (const match of found) {
      const { explain, ...rest } = match;
      const { explain: _, ...known_ } = known.get(`${match.a} ${match.b}`)!;
      expect(rest).toEqual(known_);
    }
    expect(found.length).toBe(expected.length);
  },
);

test("strangers that come to a small collection change nothing that is said of the others", async () => {
  const documents = articles().slice(0, 60);
  const strangers = Array.from({ length: 20 }, (_, at) => ({ id: `stranger-${at}`, text: invented(80, at) }));
  const expected = await matchesOf(await engineOf(documents));
  expect(expected.length).toBeGreaterThan(5);
  expect(await matchesOf(await engineOf([...strangers, ...documents]))).toEqual(expected);
});
