/** Wall-clock and processor time since it was made. */
export class Clock {
  readonly #start = performance.now();
  readonly #used = process.cpuUsage();

  /** Seconds. */
  wall(): number {
    return (performance.now() - this.#start) / 1000;
  }

  /** Seconds of processor time, all threads of this process. */
  cpu(): string {
    const { user, system } = process.cpuUsage(this.#used);
    return `${((user + system) / 1e6).toFixed(2)} s`;
  }
}
