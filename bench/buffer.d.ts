/** Methods that Node's Buffer has and its types leave out; the floors are defined by them. */
declare global {
  interface Buffer {
    latin1Slice(start: number, end: number): string;
    utf8Slice(start: number, end: number): string;
  }
}

export {};
