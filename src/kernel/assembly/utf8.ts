/** Writes a code point in UTF-8, and returns how many bytes it took. */
export function encode(at: usize, codePoint: u32): u32 {
  if (codePoint < 0x80) {
    store<u8>(at, codePoint);
    return 1;
  }
  if (codePoint < 0x800) {
    store<u16>(at, 0x80c0 | (codePoint >> 6) | ((codePoint & 63) << 8));
    return 2;
  }
  if (codePoint < 0x10000) {
    store<u8>(at, 0xe0 | (codePoint >> 12));
    store<u16>(at, 0x8080 | ((codePoint >> 6) & 63) | ((codePoint & 63) << 8), 1);
    return 3;
  }
  store<u16>(at, 0x80f0 | (codePoint >> 18) | (((codePoint >> 12) & 63) << 8));
  store<u16>(at, 0x8080 | ((codePoint >> 6) & 63) | ((codePoint & 63) << 8), 2);
  return 4;
}
