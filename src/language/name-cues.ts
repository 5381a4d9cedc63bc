import { isCommonWord } from "../text/common-words.js";

/** Words that a name of a person, place or body follows; folded as `foldLetters` does. */
const CUES = new Set(
  (
    "مدينه محافظه منطقه بلده قريه حي شارع مطار ميناء دوله جمهوريه مملكه ولايه بلديه اماره جزيره وادي عين تل دير سهل جبل نهر بحيره سد " +
    "الامير الاميره الملك الشيخ الدكتور المهندس الاستاذ اللواء العميد العقيد الفريق الرائد النقيب السيد السيده " +
    "بن بنت ابن نادي شركه جامعه مستشفي مصرف بنك " +
    "mr mrs ms dr president minister king prince city province captain coach"
  ).split(" "),
);

export function isNameCue(folded: string): boolean {
  return CUES.has(folded) || (folded.length > 3 && /^[وبلف]/u.test(folded) && CUES.has(folded.slice(1)));
}

const LEAST_NAME_LETTERS = 3;

/** Words that the name of a place follows, without proclitics. */
const PLACE_CUES = new Set(
  (
    "مدينه مدن بلده منطقه محافظه قريه ريف حي ولايه اقليم مركز مطار ميناء جزيره نهر جسر شارع سهل وادي بحيره سد جبل تل مخيم باديه " +
    "محطه خربه مضيق خليج قاعده مستشفي جامعه مسجد شاطئ متجر بلديه ضاحيه دائره قضاء مديريه لواء"
  ).split(" "),
);
/** What follows them without being a name. */
const NO_PLACE = new Set(
  (
    "جديده قديمه كبير كبري صغير صغيره شرقيه غربيه شماليه جنوبيه حدوديه شرق غرب شمال جنوب وسط عام عامه تي " +
    "في علي من الي عن مع بعد قبل ما ان او هذه هذا ذات عده"
  ).split(" "),
);

/** Whether `word` after `cue`, both without proclitics, names a place. */
export function namesPlace(cue: string, word: string): boolean {
  return (
    PLACE_CUES.has(cue) &&
    word.length >= LEAST_NAME_LETTERS &&
    !PLACE_CUES.has(word) &&
    !NO_PLACE.has(word) &&
    !isCommonWord(word) &&
    !/^\d/u.test(word)
  );
}
