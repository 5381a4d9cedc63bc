/** Exit codes, as scripts rely on them. */
export const EXIT = {
  done: 0,
  /** Something asked for was not found, or a check failed. */
  notFound: 1,
  usage: 2,
  unreadableStore: 3,
  /** 128 + SIGINT, as shells have it. */
  interrupted: 130,
  /** 128 + SIGTERM. */
  terminated: 143,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends a command with one line on stderr and a code. */
export class Failure extends Error {
  readonly code: ExitCode;

  constructor(message: string, code: ExitCode) {
    super(message);
    this.code = code;
  }
}

/** The reader of the results has gone (`| head`). */
export class BrokenPipe extends Error {}
