import fc from 'fast-check';
import { dayNumber, dayOf, fallsOn, firstDay } from './calendar';
import { textOf } from './draft';
import { problemsOf } from './problems';
import { readRule } from './read-rule';
import type { Period, Slot, Timetable } from './timetable';
import { writeRule } from './write-rule';

const two = (number: number) => String(number).padStart(2, '0');

const time = fc
  .integer({ min: 0, max: 24 * 60 - 1 })
  .map((minutes) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`);

const day = fc
  .integer({ min: dayNumber('2026-01-01'), max: dayNumber('2029-12-31') })
  .map((number) => dayOf(number));

const weekdays = fc
  .uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 })
  .map((chosen) => chosen.sort());

const slot: fc.Arbitrary<Slot> = fc.record({
  weekdays,
  start: time,
  end: time,
  leftOut: fc.uniqueArray(day, { maxLength: 4 }).map((days) => days.sort()),
});

const values = fc.constantFrom<string[]>(
  [],
  ['LOCATION:Attic'],
  ['LOCATION:', 'X-TEACHER:Zoë\\, or Lou', 'X-CAPACITY:4'],
);

const period: fc.Arbitrary<Period> = fc.record({
  slots: fc.array(slot, { minLength: 1, maxLength: 4 }),
  firstDay: day,
  everyWeeks: fc.integer({ min: 1, max: 5 }),
  end: fc.oneof(
    fc.constant({ kind: 'never' as const }),
    day.map((last) => ({ kind: 'until' as const, day: last })),
    fc.integer({ min: 1, max: 1000 }).map((count) => ({ kind: 'count' as const, count })),
  ),
  values,
});

/** A timetable that can be saved, as staff would enter it. */
const timetable = fc
  .array(period, { maxLength: 3 })
  .filter((periods) => problemsOf(periods).size === 0);

/** The first day of a period as the rule can say it: the first on which a slot takes place. */
function asTheRuleSays(entered: Period): Period {
  const firsts = entered.slots.map((one) =>
    firstDay(entered.firstDay, one.weekdays, entered.everyWeeks ?? 1),
  );
  return { ...entered, firstDay: firsts.sort()[0] ?? entered.firstDay };
}

/** Every date that a timetable names in a year, with what belongs to it. */
function datesIn(entered: Timetable, year: number): string[] {
  const from = dayNumber(`${year}-01-01`);
  const days = Array.from({ length: 365 }, (_, index) => dayOf(from + index));
  const takesPlace = ({ firstDay: first, everyWeeks, end }: Period, one: Slot, on: string) =>
    fallsOn(on, first, one.weekdays, everyWeeks ?? 1) &&
    (end.kind !== 'until' || dayNumber(on) <= dayNumber(end.day)) &&
    !one.leftOut.includes(on);
  return entered
    .flatMap((onePeriod) =>
      onePeriod.slots.flatMap((one) =>
        days
          .filter((on) => takesPlace(onePeriod, one, on))
          .map((on) => [
            on,
            one.start,
            one.end,
            JSON.stringify(onePeriod.end),
            ...onePeriod.values,
          ]),
      ),
    )
    .map((parts) => parts.join(' '))
    .sort();
}

describe('a timetable and its rule', () => {
  it('say the same: a period comes back as it was entered', () => {
    fc.assert(
      fc.property(period, (entered) => {
        fc.pre(problemsOf([entered]).size === 0);
        expect(readRule(writeRule([entered]))).toEqual([asTheRuleSays(entered)]);
      }),
      { numRuns: 1000 },
    );
  });

  it('say the same where periods join or part: every date with all that belongs to it', () => {
    fc.assert(
      fc.property(timetable, fc.integer({ min: 2026, max: 2030 }), (entered, year) => {
        const read = readRule(writeRule(entered)) ?? [];
        expect(datesIn(read, year)).toEqual(datesIn(entered, year));
        expect(read.flatMap(({ slots }) => slots)).toHaveLength(
          entered.flatMap(({ slots }) => slots).length,
        );
      }),
      { numRuns: 300 },
    );
  });

  it('come to rest: what was read is written, and read again, as the same', () => {
    fc.assert(
      fc.property(timetable, (entered) => {
        const read = readRule(writeRule(entered)) ?? [];
        expect(readRule(writeRule(read))).toEqual(read);
      }),
      { numRuns: 500 },
    );
  });

  it('leave a stored text as it was written while they mean the same', () => {
    const spelled = timetable.map((entered) =>
      writeRule(entered)
        .toLowerCase()
        .replace(/location:|x-[a-z]+:/g, (name) => name.toUpperCase())
        .replaceAll('\n\n', '\r\n')
        .replace(/(until=\d{8}t2359)00/g, (_all, minute: string) => `${minute}59`),
    );
    fc.assert(
      fc.property(spelled, (saved) => {
        const read = readRule(saved);
        expect(read).not.toBeNull();
        expect(textOf(read ?? [], saved)).toBe(saved);
      }),
    );
  });
});
