import { weeksOf } from './weeks';
import type { FilledAppointment } from './weeks';

/** A Tuesday. */
const NOW = new Date('2026-11-24T12:00:00Z');

function appointment(startsAt: string, rest: Partial<FilledAppointment> = {}): FilledAppointment {
  return {
    startsAt: new Date(startsAt),
    timeZone: 'Europe/Amsterdam',
    capacity: 16,
    booked: 12,
    bookedByOnefit: 3,
    ...rest,
  };
}

const filled = (appointments: FilledAppointment[]) =>
  weeksOf(appointments, NOW).filter((week) => week.appointments > 0);

describe('the last eight weeks', () => {
  it('are there without appointments too, this one last', () => {
    expect(weeksOf([], NOW).map(({ monday }) => monday)).toEqual([
      '2026-10-05',
      '2026-10-12',
      '2026-10-19',
      '2026-10-26',
      '2026-11-02',
      '2026-11-09',
      '2026-11-16',
      '2026-11-23',
    ]);
  });

  it('add up what each week had', () => {
    expect(
      filled([
        appointment('2026-11-23T08:00:00Z'),
        appointment('2026-11-24T08:00:00Z', { booked: 16, bookedByOnefit: 4 }),
        appointment('2026-11-11T08:00:00Z'),
      ]),
    ).toEqual([
      { monday: '2026-11-09', appointments: 1, spots: 16, booked: 12, bookedByOnefit: 3 },
      { monday: '2026-11-23', appointments: 2, spots: 32, booked: 28, bookedByOnefit: 7 },
    ]);
  });

  it('begin on Monday of the venue, on both sides of a change of clocks', () => {
    // Sunday 23:30 and Monday 00:30 in Amsterdam, in summer and in winter.
    const mondays = (startsAt: string) => filled([appointment(startsAt)])[0]?.monday;
    expect(mondays('2026-10-11T21:30:00Z')).toBe('2026-10-05');
    expect(mondays('2026-10-11T22:30:00Z')).toBe('2026-10-12');
    expect(mondays('2026-11-15T22:30:00Z')).toBe('2026-11-09');
    expect(mondays('2026-11-15T23:30:00Z')).toBe('2026-11-16');
  });

  it('leave out what was before them', () => {
    expect(filled([appointment('2026-10-04T20:00:00Z')])).toEqual([]);
  });
});
