/** What a command may touch of the process it runs in; tests give their own. */
export interface Terminal extends NodeJS.WritableStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

export interface Io {
  readonly stdout: Terminal;
  readonly stderr: Terminal;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted by SIGINT and SIGTERM, with the name of the signal. */
  readonly signal: AbortSignal;
}

/** One line to the person, never to the results. */
export function say(io: Io, text: string): void {
  io.stderr.write(`${text}\n`);
}
