import fc from "fast-check";
import { expect, test } from "vitest";
import { compareCodePoints, compareElements } from "../../src/document/order.js";

const encoder = new TextEncoder();
const text = fc.string({ unit: "binary", maxLength: 12 });

test("the order of code points is the order of UTF-8 bytes", () => {
  fc.assert(
    fc.property(text, text, (x, y) => {
      const order = Math.sign(compareElements(encoder.encode(x), encoder.encode(y)));
      expect(Math.sign(compareCodePoints(x, y))).toBe(order);
      expect(Math.sign(compareCodePoints(y, x))).toBe(-order + 0);
    }),
  );
  expect(compareCodePoints("\u{1f600}", "\uffee")).toBeGreaterThan(0);
});
