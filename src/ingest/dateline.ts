/** First lines of agency copy that say place and agency, and are no title: `دمشق-سانا`, `لندن (رويترز) -`. */

/** Names by which agencies stand in datelines. Credits know many more; here a name must not be a word of headlines. */
const AGENCIES =
  "سانا|رويترز|واس|وام|بترا|كونا|قنا|وفا|أ ?\\.? ?ف ?\\.? ?ب|ا ?\\.? ?ف ?\\.? ?ب|فرانس برس|أ ?\\.? ?ب|اسوشيتد برس|أسوشيتد برس|د ?\\.? ?ب ?\\.? ?[أا]|الأناضول|الاناضول|شينخوا|تاس|سبوتنيك|وكالات|الوكالات|" +
  "Reuters|AFP|AP|SANA|SPA|WAM|Petra|KUNA|QNA|WAFA|dpa|Xinhua|Anadolu|AA|TASS|ANSA|EFE|UPI|PTI";
const PLACE = "\\p{L}[\\p{L}\\p{M}.’' ]{1,30}";
const DATELINE = new RegExp(
  `^(?:${PLACE}\\s*(?:[-–—/،,_:]|\\s)\\s*(?:${AGENCIES})|${PLACE}\\s*[(\\[«"]\\s*[\\p{L}. ]{2,24}\\s*[)\\]»"]|[(\\[]\\s*(?:${AGENCIES})\\s*[)\\]]|(?:${AGENCIES}))\\s*[-–—:/.]*$`,
  "u",
);
const MOST_WORDS = 8;

export function isDateline(line: string): boolean {
  return line.split(/\s+/, MOST_WORDS + 1).length <= MOST_WORDS && DATELINE.test(line.trim());
}
