/**
 * Light stemming of Arabic for the second channel only: which words two texts have in common whatever hangs
 * before them (و ف ب ل ك ال). It errs (a word may begin with those letters by itself), so it proposes
 * candidates and `related` pairs and is never evidence of copying.
 */

/** Words that begin with a proclitic's letter by nature, in folded letters. */
const PROTECTED = new Set(
  (
    "وزاره وزير وزراء وزيره وكاله وكالات وكيل وحدات وحده وطن وطني وطنيه وفد وفود وفاه وفات وقت وقف واشنطن ولايه ولايات ولي " +
    "وضع وسط وسائل وسيله وصول وجود وجه واقع وثيقه وثائق ورشه ورقه وسام ولد والد والده واجب واحد واحده واسع واسعه وعد وعي " +
    "بيان بيانات بيروت بغداد بلد بلاد بلديه بلدان برلمان برنامج برامج بحر بحث بحوث بحرين بنك بنوك بناء بيت بيوت بطل بطوله " +
    "بترول برشلونه بريطانيا برلين باريس باكستان باحه باحث بدايه بديل بشار بعد بعض بين بدون بلغ برميل بورصه " +
    "لبنان لبناني لندن لجنه لجان لقاء لقاءات لواء ليبيا ليبي لاعب لاعبين لاجئ لاجئين لقب لغه ليل " +
    "فلسطين فلسطيني فرنسا فرنسي فريق فرق فرع فروع فتره فتح فاز فوز فيصل فهد فيديو فندق فيلم فصل " +
    "كتائب كتاب كتب كاتب كهرباء كويت كرسي كره كردي كلمه كليه كليات كبير كندا كوريا كشف كمال"
  ).split(" "),
);

const AFTER_FA = /^(?:ال|لل|[بيتا])/u;

/** The folded word (letters as `foldLetters` gives them) without its proclitics; itself where none is sure. */
export function stripProclitics(folded: string): string {
  let word = folded;
  if (word.length < 4 || PROTECTED.has(word)) return word;
  if (word.length >= 5 && word.startsWith("و")) word = word.slice(1);
  else if (word.startsWith("ف") && AFTER_FA.test(word.slice(1))) word = word.slice(1);
  if (PROTECTED.has(word)) return word;
  if (word.length >= 6 && (word.startsWith("بال") || word.startsWith("كال"))) return word.slice(3);
  if (word.length >= 5 && (word.startsWith("لل") || word.startsWith("ال"))) return word.slice(2);
  if (word.length >= 6 && (word.startsWith("ب") || word.startsWith("ل"))) return word.slice(1);
  return word;
}
