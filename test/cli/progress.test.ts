import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import type { Io } from "../../src/cli/shared/io.js";
import { progressBar } from "../../src/cli/shared/progress.js";

function terminal(isTTY: boolean): { io: Io; text: () => string } {
  const written: string[] = [];
  const stderr = new Writable({
    write(chunk, _encoding, done) {
      written.push(String(chunk));
      done();
    },
  });
  const io = { stderr: Object.assign(stderr, { isTTY, columns: 80 }) } as unknown as Io;
  return { io, text: () => written.join("") };
}

describe("the bar", () => {
  it("shows what was begun once that takes long, without waiting for news of it", async () => {
    const { io, text } = terminal(true);
    const bar = progressBar(io, false);
    bar.begin("candidates");
    expect(text()).toBe("");
    await expect.poll(text).toContain("finding candidates");
    bar.update({ phase: "align", documents: 0, bytes: 0, totalBytes: null, share: 0.5 });
    await expect.poll(text).toMatch(/aligning \[.*50%/s);
    bar.stop();
    const until = text();
    bar.update({ phase: "align", documents: 0, bytes: 0, totalBytes: null, share: 0.9 });
    expect(text()).toBe(until);
  });

  it("is nowhere but on a terminal", () => {
    for (const [tty, quiet] of [
      [false, false],
      [true, true],
    ] as const) {
      const { io, text } = terminal(tty);
      const bar = progressBar(io, quiet);
      bar.begin("align");
      bar.stop();
      expect(text()).toBe("");
    }
  });
});
