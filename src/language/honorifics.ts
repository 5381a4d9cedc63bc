/** Titles and wishes that copies trim or put in without saying anything else; folded as `foldLetters` does. */
const HONORIFICS = new Set(
  (
    "معالي سمو سموه صاحب السمو الملكي جلاله فخامه دوله سعاده فضيله سماحه الشيخ السيد السيده الدكتور الدكتوره " +
    "دكتور المهندس المهندسه الاستاذ الاستاذه البروفيسور اللواء العميد العقيد الفريق د م ا حفظه حفظهم رحمه يحفظه " +
    "يرعاه ورعاه الله mr mrs ms dr sir professor prof"
  ).split(" "),
);

export function isHonorific(folded: string): boolean {
  return (
    HONORIFICS.has(folded) || (folded.length > 3 && /^[ولب]/u.test(folded) && HONORIFICS.has(folded.slice(1)))
  );
}
