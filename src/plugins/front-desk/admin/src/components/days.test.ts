/// <reference types="jest" />
import { addDays, dateOf, dayIn, dayOfDate, daysOf, isDay, spanOf, weekNumber } from './days';

describe('days of the schedule', () => {
  it('finds the day in the zone of the venue, not of the reader', () => {
    expect(dayIn('2026-11-30T23:30:00Z', 'Europe/Amsterdam')).toBe('2026-12-01');
    expect(dayIn('2026-11-30T23:30:00Z', 'America/New_York')).toBe('2026-11-30');
    expect(dayIn('2026-11-30T10:30:00Z', 'Pacific/Kiritimati')).toBe('2026-12-01');
  });

  it('counts days across a change of clocks and a new year', () => {
    expect(addDays('2027-03-27', 2)).toBe('2027-03-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  });

  it('shows Monday to Sunday', () => {
    expect(daysOf('week', '2026-12-06')[0]).toBe('2026-11-30');
    expect(daysOf('week', '2026-11-30')[6]).toBe('2026-12-06');
    expect(daysOf('day', '2026-12-06')).toEqual(['2026-12-06']);
  });

  it.each([
    ['2026-12-01', 49],
    ['2027-01-03', 53],
    ['2027-01-04', 1],
    ['2024-12-30', 1],
  ])('numbers the week of %s as ISO 8601 does', (day, week) => {
    expect(weekNumber(day)).toBe(week);
  });

  it('asks for a span that covers the days in every zone', () => {
    const { from, to } = spanOf(['2026-11-30', '2026-12-01']);
    const first = dayIn(from, 'Pacific/Kiritimati');
    const last = dayIn(new Date(Date.parse(to) - 1), 'Etc/GMT+12');
    expect([first, last]).toEqual(['2026-11-30', '2026-12-01']);
  });

  it('hands a day to the date picker, and takes the one it gives, wherever the reader is', () => {
    expect(dateOf('2026-11-30').toISOString()).toBe('2026-11-30T00:00:00.000Z');
    expect(dayOfDate(new Date(2026, 10, 30))).toBe('2026-11-30');
    expect(dayOfDate(new Date(2027, 2, 28))).toBe('2027-03-28');
  });

  it('tells a day from any other text', () => {
    expect([isDay('2026-11-30'), isDay('2026-13-30'), isDay('tomorrow')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
