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
