/** The charset of Arabic on the Macintosh before 2001 (Apple's ARABIC.TXT), which the Encoding Standard leaves out. */

const HIGH =
  "Ä\u00a0ÇÉÑÖÜáàâäں«çéèêëí…îïñó»ôö÷úùûü !\"#$٪&'()*+،-./٠١٢٣٤٥٦٧٨٩:؛<=>؟❊" +
  "ءآأؤإئابةتثجحخدذرزسشصضطظعغ[\\]^_ـفقكلمنهوىيًٌٍَُِّْپٹچەڤگڈڑ{|}ژے";

export function decodeMacArabic(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += byte < 128 ? String.fromCharCode(byte) : HIGH[byte - 128]!;
  return text;
}
