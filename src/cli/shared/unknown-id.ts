import { existsSync } from "node:fs";
import type { Engine } from "../../index.js";
import { EXIT, Failure } from "./exit.js";

/** Ids that are offered where one was mistyped. */
const OFFERED = 3;

/** What to throw where no article has this id; `before` is what else it is not. */
export function unknownId(engine: Pick<Engine, "ids">, id: string, before = ""): Failure {
  const near = nearIds(engine.ids(), id).slice(0, OFFERED);
  const hint =
    near.length > 0
      ? ` (did you mean ${near.join(" or ")}?)`
      : existsSync(id)
        ? "; there is a file of this name, which has to be among the inputs"
        : "";
  return new Failure(`${id}: ${before}no article of this id was read${hint}`, EXIT.notFound);
}

/** Ids that one slip of the keyboard makes of it, in the order given: a letter too many, too few, wrong, or two swapped. */
export function nearIds(ids: readonly string[], id: string): string[] {
  return id.length < 3 ? [] : ids.filter((other) => isOneSlip(id.toLowerCase(), other.toLowerCase()));
}

function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let before = 0;
  while (before < a.length && a[before] === b[before]) before++;
  let after = 0;
  const least = Math.min(a.length, b.length) - before;
  while (after < least && a.at(-1 - after) === b.at(-1 - after)) after++;
  const [x, y] = [a.slice(before, a.length - after), b.slice(before, b.length - after)];
  return (x.length <= 1 && y.length <= 1) || (x.length === 2 && x === `${y[1]}${y[0]}`);
}
