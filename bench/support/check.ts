/** A benchmark whose answer is wrong has no figure. */
export function check(holds: boolean, what: string): void {
  if (!holds) throw new Error(`wrong answer: ${what}`);
}
