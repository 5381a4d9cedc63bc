/** First lines of agency copy that say place and agency, and are no title: `دمشق-سانا`, `لندن (رويترز) -`. */
import { AGENCIES_DATA } from "./agencies.js";

const PLACE = "\\p{L}[\\p{L}\\p{M}.’' ]{1,30}";
/** After a mark any name of an agency counts; after a space none that is a word of headlines too ("زيارة معا"). */
const ANY = AGENCIES_DATA.flatMap(({ aliases, ambiguous }) => [...aliases, ...ambiguous]);
const DISTINCT = AGENCIES_DATA.flatMap(({ aliases }) => aliases);
const UNNAMED = ["وكالات", "الوكالات"];
const ALL = either([...ANY, ...UNNAMED]);
const CLEAR = either([...DISTINCT, ...UNNAMED]);
const DATELINE = new RegExp(
  `^(?:${PLACE}\\s*[-–—/،,_:]\\s*${ALL}|${PLACE}\\s+${CLEAR}|${PLACE}\\s*[(\\[«"]\\s*[\\p{L}. ]{2,24}\\s*[)\\]»"]|[(\\[]\\s*${ALL}\\s*[)\\]]|${ALL})\\s*[-–—:/.]*$`,
  "u",
);
const MOST_WORDS = 8;

export function isDateline(line: string): boolean {
  return line.split(/\s+/, MOST_WORDS + 1).length <= MOST_WORDS && DATELINE.test(line.trim());
}

/** Longest first, in every spelling of hamza, ta marbuta and ya, with or without stops between single letters. */
function either(names: readonly string[]): string {
  const patterns = [...new Set(names)].sort((x, y) => y.length - x.length).map(spellings);
  return `(?:${patterns.join("|")})`;
}

function spellings(name: string): string {
  return name
    .replace(/[.*+?^${}()|[\]\\]/gu, "\\$&")
    .replace(/[اأإآ]/gu, "[اأإآ]")
    .replace(/[ةه]/gu, "[ةه]")
    .replace(/[ىي]/gu, "[ىي]")
    .replace(/ /gu, " ?\\.? ?");
}
