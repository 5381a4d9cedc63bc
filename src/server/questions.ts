/** The query of a request → what an index is asked. Throws UsageError with what came and what was expected. */
import { HELD_BACK_CHOICES, type HeldBack } from "../dedup/options.js";
import { UsageError } from "../errors.js";
import type { CheckOptions, TakeOptions } from "../index.js";
import { PERIOD_EXPECTED, periodMs } from "../options.js";

export interface QuestionValues {
  readonly within?: string;
  readonly sameSource?: "skip" | "only";
}

export function checkOptions({ within, sameSource }: QuestionValues): CheckOptions {
  return {
    ...(within === undefined ? {} : { withinMs: withinMs(within) }),
    ...(sameSource === undefined ? {} : { sameSource }),
  };
}

export function takeOptions(values: QuestionValues & { readonly holdBack?: string }): TakeOptions {
  const { holdBack } = values;
  return { ...checkOptions(values), ...(holdBack === undefined ? {} : { holdBack: heldBack(holdBack) }) };
}

function withinMs(within: string): number {
  const ms = periodMs(within);
  if (ms === null) throw new UsageError(`within ${JSON.stringify(within)}: ${PERIOD_EXPECTED}`);
  return ms;
}

function heldBack(value: string): HeldBack[] {
  const chosen = value.split(",").map((one) => one.trim());
  for (const one of chosen)
    if (!(HELD_BACK_CHOICES as readonly string[]).includes(one))
      throw new UsageError(
        `holdBack ${JSON.stringify(one)}: some of ${HELD_BACK_CHOICES.join(",")} were expected`,
      );
  return chosen as HeldBack[];
}
