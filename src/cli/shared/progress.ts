/**
 * A bar on stderr for work that takes longer than a second; nothing where stderr is no terminal.
 */
import type { Progress } from "../../index.js";
import { count, duration } from "../../report/text/numbers.js";
import type { Io } from "./io.js";

const QUIET_MS = 1000;
const STEPS = 1000;

const NAMES: Record<Progress["phase"], string> = {
  read: "reading",
  candidates: "finding candidates",
  verify: "verifying",
  align: "aligning",
};

export interface ProgressBar {
  readonly update: (progress: Progress) => void;
  /** Names work that cannot tell how far it is. */
  begin(phase: Progress["phase"]): void;
  /** Takes the bar off the screen until there is something new to show. */
  pause(): void;
  /** Takes the bar off the screen for good. */
  stop(): void;
}

interface Bar {
  start(total: number, done: number, payload: object): void;
  update(done: number, payload: object): void;
  stop(): void;
}

export function progressBar(io: Io, quiet: boolean): ProgressBar {
  if (quiet || io.stderr.isTTY !== true) return { update() {}, begin() {}, pause() {}, stop() {} };
  let bar: Bar | undefined;
  let stopped = false;
  let shown: Progress["phase"] | undefined;
  let last: Progress | undefined;
  let phaseBegan = performance.now();

  const draw = (): void => {
    if (stopped || bar === undefined || last === undefined) return;
    const name = NAMES[last.phase];
    if (shown !== last.phase) {
      bar.stop();
      bar.start(STEPS, 0, { name, detail: "" });
      shown = last.phase;
    }
    const share = shareDone(last);
    const words = detail(last, share, performance.now() - phaseBegan);
    bar.update(Math.floor(share * STEPS), { name, detail: words });
  };
  // By the clock, not by the next news: the first piece of work may be long.
  const timer = setTimeout(() => {
    void import("cli-progress").then(({ default: { SingleBar } }) => {
      bar = new SingleBar({
        format: "{name} [{bar}] {percentage}%{detail}",
        stream: io.stderr,
        clearOnComplete: true,
        hideCursor: true,
        barsize: 20,
      });
      draw();
    });
  }, QUIET_MS);
  timer.unref();

  const update = (progress: Progress): void => {
    if (progress.phase !== last?.phase) phaseBegan = performance.now();
    last = progress;
    draw();
  };

  return {
    update,
    begin(phase) {
      update({ phase, documents: 0, bytes: 0, totalBytes: null, share: 0 });
    },
    pause() {
      bar?.stop();
      shown = undefined;
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      bar?.stop();
    },
  };
}

/** 0 for a stream, whose end nobody knows. */
function shareDone({ share, bytes, totalBytes }: Progress): number {
  return share ?? (totalBytes === null || totalBytes === 0 ? 0 : Math.min(1, bytes / totalBytes));
}

function detail(progress: Progress, share: number, elapsedMs: number): string {
  const parts: string[] = [];
  if (progress.phase === "read") {
    parts.push(`${count(progress.documents)} documents`);
    if (elapsedMs > 0) parts.push(`${(progress.bytes / 1e3 / elapsedMs).toFixed(1)} MB/s`);
  }
  if (share > 0.01) parts.push(`${duration((elapsedMs * (1 - share)) / share)} left`);
  return parts.map((part) => ` · ${part}`).join("");
}
