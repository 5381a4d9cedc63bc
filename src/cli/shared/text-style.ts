import type { TextStyle } from "../../report/text/style.js";
import type { Io } from "./io.js";
import type { ResultFlags } from "./options.js";

/** Width for output that goes where nobody can be asked for one. */
const PLAIN_COLUMNS = 100;
const LEAST_COLUMNS = 30;

/** How text for people looks where it goes: colours only on a terminal, and none with NO_COLOR. */
export function textStyle(io: Io, flags: ResultFlags): TextStyle {
  const terminal = flags.output === undefined && io.stdout.isTTY === true;
  const noColour = (io.env.NO_COLOR ?? "") !== "" || io.env.TERM === "dumb";
  return {
    columns: flags.output === undefined ? Math.max(columnsOf(io), LEAST_COLUMNS) : PLAIN_COLUMNS,
    colour: terminal && !noColour,
    isolates: flags.isolates,
  };
}

/** A pipe often ends in a pager or `head` on the terminal that stderr still is. */
function columnsOf(io: Io): number {
  return io.stdout.columns ?? io.stderr.columns ?? PLAIN_COLUMNS;
}
