import type { ExitCode } from "./exit.js";
import type { Io } from "./io.js";

/** Hands a command's work to the program, which knows the terminal and what to do with errors. */
export type Run = (work: (io: Io) => Promise<ExitCode>) => Promise<void>;
