/** Names and usual short forms, Monday first: English, Dutch, German. */
const NAMES = [
  'monday mon mo  maandag maa ma  montag',
  'tuesday tues tue tu  dinsdag din di  dienstag die',
  'wednesday wed we  woensdag woe wo  mittwoch mit mi',
  'thursday thurs thur thu th  donderdag don do  donnerstag',
  'friday fri fr  vrijdag vrij vri vr  freitag fre',
  'saturday sat sa  zaterdag zat za  samstag sam sonnabend',
  'sunday sun su  zondag zon zo  sonntag son so',
];

const WEEKDAYS = new Map(
  NAMES.flatMap((names, index) => names.split(/\s+/).map((name) => [name, index + 1] as const)),
);

/**
 * The weekday of an English, Dutch or German name, in full or short (`Mon`, `ma`, `Mo.`), in any case.
 * @returns 1 for Monday to 7 for Sunday (ISO 8601), or null for another word.
 */
export function weekdayOf(name: string): number | null {
  return WEEKDAYS.get(name.trim().toLowerCase().replace(/\.$/, '')) ?? null;
}
