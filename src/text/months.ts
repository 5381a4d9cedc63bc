/**
 * Names of Gregorian months and weekdays in fields of other languages than those of `calendar.ts`: Turkish, Persian,
 * German, Spanish, Italian, Portuguese, Russian, and short forms. Folded as `foldLetters` does.
 */
import { foldLetters } from "./letters.js";

const MONTHS: readonly string[] = [
  "ocak ژانویه januar enero gennaio janeiro января janv oca",
  "şubat فوریه februar febrero febbraio fevereiro февраля févr fév şub",
  "mart مارس märz marzo março марта mar",
  "nisan آوریل april abril aprile апреля avr nis",
  "mayıs مه می mai mayo maggio maio мая",
  "haziran ژوئن juni junio giugno junho июня jun haz",
  "temmuz ژوئیه جولای juli julio luglio julho июля jul juil tem",
  "ağustos اوت آگوست august agosto августа ağu",
  "eylül سپتامبر september septiembre settembre setembro сентября sep eyl",
  "ekim اکتبر oktober octubre ottobre outubro октября okt eki",
  "kasım نوامبر november noviembre novembro ноября kas",
  "aralık دسامبر dezember diciembre dicembre dezembro декабря dez déc ara",
];
const MONTH_OF = new Map(
  MONTHS.flatMap((names, month) => names.split(" ").map((name) => [foldLetters(name), month + 1] as const)),
);
const WEEKDAYS = new Set(
  (
    "pazar pazartesi salı çarşamba perşembe cuma cumartesi یکشنبه دوشنبه سه‌شنبه سهشنبه چهارشنبه پنجشنبه جمعه شنبه سه پنج " +
    "montag dienstag mittwoch donnerstag freitag samstag sonntag lunes martes miércoles jueves viernes sábado domingo " +
    "mon tue tues wed thu thur thurs fri sat sun lun mar mer jeu ven sam dim"
  )
    .split(" ")
    .map(foldLetters),
);

/** 1..12, or 0 for what is no month. */
export function foreignMonthOf(folded: string): number {
  return MONTH_OF.get(folded) ?? 0;
}

export function foreignWeekday(folded: string): boolean {
  return WEEKDAYS.has(folded);
}
