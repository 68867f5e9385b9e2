import fc from 'fast-check';
import { occurrences } from './index';
import type { Frequency, Repetition } from './index';

/**
 * The same dates found a second, slow way: walking day by day on the calendar and asking `Intl` what
 * the clocks show. It shares neither code nor library with what it checks.
 */
const DAY = 86_400_000;
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const ZONES = [
  'Europe/Amsterdam',
  'Europe/London',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'UTC',
];

interface CalendarDay {
  number: number;
  year: number;
  month: number;
  day: number;
  weekday: number;
}

function calendarDay(number: number): CalendarDay {
  const date = new Date(number * DAY);
  return {
    number,
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: (date.getUTCDay() + 6) % 7,
  };
}

const dayNumber = (local: string) => Date.parse(`${local.slice(0, 10)}T00:00Z`) / DAY;
const localOn = (number: number, time: string) =>
  `${new Date(number * DAY).toISOString().slice(0, 10)}T${time}`;
const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

type Rule = NonNullable<Repetition['rule']>;

/** Which day, week, month or year a day falls in, counted from any fixed point. */
function periodOf(rule: Rule, day: CalendarDay): number {
  if (rule.frequency === 'DAILY') return day.number;
  if (rule.frequency === 'MONTHLY') return day.year * 12 + day.month;
  if (rule.frequency === 'YEARLY') return day.year;
  const firstOfWeek =
    day.number - ((day.weekday - WEEKDAYS.indexOf(rule.weekStart ?? 'MO') + 7) % 7);
  return Math.floor((firstOfWeek + 70_000) / 7);
}

function onWeekday(rule: Rule, code: string, day: CalendarDay): boolean {
  if (WEEKDAYS[day.weekday] !== code.slice(-2)) return false;
  const ordinal = Number(code.slice(0, -2));
  if (ordinal === 0) return true;
  const inYear = rule.frequency === 'YEARLY' && !rule.byMonth;
  const first = inYear ? Date.UTC(day.year, 0, 1) / DAY : day.number - day.day + 1;
  const last = inYear
    ? Date.UTC(day.year, 11, 31) / DAY
    : day.number - day.day + daysIn(day.year, day.month);
  return ordinal > 0
    ? Math.floor((day.number - first) / 7) + 1 === ordinal
    : Math.floor((last - day.number) / 7) + 1 === -ordinal;
}

function matches(rule: Rule, start: CalendarDay, day: CalendarDay): boolean {
  const { frequency, byMonth, byMonthDay, byDay } = rule;
  if (byMonth && !byMonth.includes(day.month)) return false;
  const fromEnd = day.day - daysIn(day.year, day.month) - 1;
  if (byMonthDay && !byMonthDay.includes(day.day) && !byMonthDay.includes(fromEnd)) return false;
  if (byDay && !byDay.some((code) => onWeekday(rule, code, day))) return false;
  if (byDay || byMonthDay || frequency === 'DAILY') return true;
  if (frequency === 'WEEKLY') return day.weekday === start.weekday;
  if (frequency === 'YEARLY' && !byMonth && day.month !== start.month) return false;
  return day.day === start.day;
}

/** All wall times of a repetition up to a day, by walking from the start of its first period. */
function walk(repetition: Repetition, lastDay: number): string[] {
  const { rule, start: dtstart } = repetition;
  const time = dtstart.slice(11);
  const start = calendarDay(dayNumber(dtstart));
  const dates: string[] = rule ? [] : [dtstart];
  if (rule) {
    const periods = new Map<number, CalendarDay[]>();
    for (let number = start.number - 366; number <= lastDay + 366; number += 1) {
      const day = calendarDay(number);
      const distance = periodOf(rule, day) - periodOf(rule, start);
      if (distance < 0 || distance % rule.interval !== 0 || !matches(rule, start, day)) continue;
      periods.set(distance, [...(periods.get(distance) ?? []), day]);
    }
    let count = 0;
    for (const days of periods.values()) {
      for (const [index, day] of days.entries()) {
        const chosen =
          rule.bySetPos?.some((place) => place === index + 1 || place === index - days.length) ??
          true;
        const local = localOn(day.number, time);
        if (!chosen || local < dtstart || (rule.until && local > rule.until)) continue;
        count += 1;
        if (rule.count === undefined || count <= rule.count) dates.push(local);
      }
    }
  }
  const all = new Set([...dates, ...repetition.extraDates]);
  return [...all].filter((local) => !repetition.exceptDates.includes(local));
}

const clocks = new Map(
  ZONES.map((timeZone) => [
    timeZone,
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }),
  ]),
);

/** What the clock shows at an instant: `2026-11-30T18:30`. */
function clock(instant: number, timeZone: string): string {
  return (clocks.get(timeZone)?.format(instant) ?? '').replace(' ', 'T');
}

/** The first instant at which the clock shows a time; of a skipped one, that much later. */
function instantOf(local: string, timeZone: string): number {
  const wall = Date.parse(`${local}Z`);
  const offset = (at: number) => Date.parse(`${clock(at, timeZone)}Z`) - at;
  const before = offset(wall - DAY);
  const candidates = [wall - before, wall - offset(wall + DAY)].sort((a, b) => a - b);
  return candidates.find((at) => clock(at, timeZone) === local) ?? wall - before;
}

function byWalking(rule: Repetition[], timeZone: string, from: number, until: number): string[] {
  const durations = new Map<string, number>();
  for (const repetition of rule) {
    for (const local of walk(repetition, Math.ceil(until / DAY) + 2)) {
      // Asking the clock is slow: not for what is days away from the span in any zone.
      const wall = Date.parse(`${local}Z`);
      const near = wall > from - 3 * DAY && wall < until + 3 * DAY;
      if (near && !durations.has(local)) durations.set(local, repetition.durationMinutes * 60_000);
    }
  }
  return [...durations]
    .map(([local, duration]) => ({ local, duration, at: instantOf(local, timeZone) }))
    .filter(({ at }) => at >= from && at < until)
    .sort((a, b) => a.at - b.at || (a.local < b.local ? -1 : 1))
    .map(({ local, duration, at }) => described(local, at, at + duration));
}

const described = (local: string, start: number, end: number) =>
  `${local} ${new Date(start).toISOString()} ${new Date(end).toISOString()}`;

// --- what is tried -------------------------------------------------------------------------------

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const someOf = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.uniqueArray(arbitrary, { minLength: 1, maxLength: 3 });
/** Many of the times lie where some zone's clocks jump. */
const timeOfDay = fc
  .oneof(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 0, max: 95 }))
  .map((quarter) => new Date(quarter * 900_000).toISOString().slice(11, 16));
const firstDay = Date.UTC(2024, 0, 1) / DAY;
const localTime = fc
  .tuple(fc.integer({ min: firstDay, max: firstDay + 1_400 }), timeOfDay)
  .map(([number, time]) => localOn(number, time));
const plainDay = fc.constantFrom(...WEEKDAYS);
const numberedDay = fc
  .tuple(fc.constantFrom('1', '2', '4', '-1', '-2'), plainDay)
  .map(([ordinal, day]) => `${ordinal}${day}`);

const mixed = (plain?: string[], numbered?: string[]) =>
  plain && numbered ? [...plain, ...numbered] : (plain ?? numbered);

const rules: fc.Arbitrary<Rule> = fc
  .record({
    frequency: fc.constantFrom<Frequency>('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
    interval: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 6 })),
    end: fc.oneof(
      fc.constant({}),
      fc.record({ count: fc.integer({ min: 1, max: 60 }) }),
      fc.record({ until: localTime }),
    ),
    byMonth: optional(someOf(fc.integer({ min: 1, max: 12 }))),
    byMonthDay: optional(
      someOf(fc.oneof(fc.integer({ min: 1, max: 31 }), fc.integer({ min: -5, max: -1 }))),
    ),
    plainDays: optional(someOf(plainDay)),
    numberedDays: optional(someOf(numberedDay)),
    bySetPos: optional(someOf(fc.constantFrom(1, 2, -1, -2))),
    weekStart: optional(plainDay),
  })
  .map(({ end, plainDays, numberedDays, bySetPos, byMonthDay, ...rule }) => {
    const { frequency, byMonth } = rule;
    const byDay = {
      DAILY: plainDays,
      WEEKLY: plainDays,
      MONTHLY: mixed(plainDays, numberedDays),
      YEARLY: byMonthDay
        ? plainDays
        : byMonth
          ? mixed(plainDays, numberedDays)
          : (numberedDays ?? plainDays),
    }[frequency];
    const monthDays = frequency === 'WEEKLY' ? undefined : byMonthDay;
    const chooses = byDay || monthDays || byMonth;
    return { ...rule, ...end, byDay, byMonthDay: monthDays, bySetPos: chooses && bySetPos };
  });

const repetitions: fc.Arbitrary<Repetition> = fc
  .record({
    start: localTime,
    durationMinutes: fc.integer({ min: 1, max: 1_440 }),
    rule: fc.option(rules, { freq: 5 }),
    extraDates: fc.array(localTime, { maxLength: 3 }),
    excepted: fc.array(fc.nat({ max: 30 }), { maxLength: 3 }),
  })
  .map(({ excepted, extraDates, ...rest }) => {
    const later = extraDates.filter((date) => date >= rest.start);
    const repetition = { ...rest, extraDates: later, exceptDates: [] };
    const dates = excepted.length > 0 ? walk(repetition, dayNumber(rest.start) + 200) : [];
    return { ...repetition, exceptDates: excepted.flatMap((place) => dates[place] ?? []) };
  });

function expectTheSame(rule: Repetition[], timeZone: string, from: number, until: number): void {
  const found = occurrences({ rule, timeZone, from: new Date(from), until: new Date(until) });
  expect(
    found.map((one) => described(one.localStart, one.startsAt.getTime(), one.endsAt.getTime())),
  ).toEqual(byWalking(rule, timeZone, from, until));
}

const HOUR = 3_600_000;
const numRuns = Number(process.env.PROPERTY_RUNS ?? 40);

describe.each(ZONES)('occurrences, against a day-by-day walk, in %s', (timeZone) => {
  it('gives the same dates for rules of every shape', () => {
    fc.assert(
      fc.property(
        fc.array(repetitions, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: firstDay * 24, max: (firstDay + 1_400) * 24 }),
        fc.integer({ min: 0, max: 400 }),
        (rule, hour, days) => expectTheSame(rule, timeZone, hour * HOUR, hour * HOUR + days * DAY),
      ),
      { numRuns },
    );
  });

  // Every night at times that this zone's clocks skip or show twice, through a whole year and in
  // spans so short that they begin or end within the change itself.
  const nightly = fc
    .array(fc.integer({ min: 0, max: 16 }), { minLength: 1, maxLength: 4 })
    .map((quarters): Repetition[] =>
      quarters.map((quarter) => ({
        start: `2024-01-01T${new Date(quarter * 900_000).toISOString().slice(11, 16)}`,
        durationMinutes: 90,
        rule: { frequency: 'DAILY', interval: 1 },
        extraDates: [],
        exceptDates: [],
      })),
    );

  it('gives the same dates through a year of nights', () => {
    fc.assert(
      fc.property(nightly, fc.integer({ min: 0, max: 800 }), (rule, days) => {
        const from = (firstDay + days) * DAY;
        expectTheSame(rule, timeZone, from, from + 367 * DAY);
      }),
      { numRuns: Math.ceil(numRuns / 10) },
    );
  });

  it('gives the same dates in short spans around every change of clocks', () => {
    const shown = (at: number) => Date.parse(`${clock(at, timeZone)}Z`) - at;
    const changesBetween = (from: number, until: number, step: number) =>
      Array.from({ length: (until - from) / step }, (_, index) => from + index * step).filter(
        (at) => shown(at) !== shown(at + step),
      );
    const from = firstDay * DAY;
    const changes = changesBetween(from, from + 700 * DAY, DAY).flatMap((day) =>
      changesBetween(day, day + DAY, HOUR),
    );
    expect(changes.length > 0).toBe(timeZone !== 'UTC');
    const minutes = fc.integer({ min: -180, max: 180 });
    const around = fc.constantFrom(...(changes.length > 0 ? changes : [from]));
    fc.assert(
      fc.property(nightly, around, minutes, minutes, (rule, change, before, after) => {
        expectTheSame(rule, timeZone, change + before * 60_000, change + after * 60_000);
      }),
      { numRuns },
    );
  });
});
