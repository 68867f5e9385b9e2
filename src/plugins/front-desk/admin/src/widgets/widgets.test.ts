import type { Appointment } from '../api/appointments';
import { comingToday } from './coming-today';
import { percent } from './percent';

function appointment(startsAt: string, rest: Partial<Appointment> = {}): Appointment {
  return {
    documentId: startsAt,
    name: 'Zumba',
    kind: 'class',
    startsAt,
    endsAt: new Date(Date.parse(startsAt) + 3_600_000).toISOString(),
    timeZone: 'Europe/Amsterdam',
    venue: { documentId: 'v', name: 'Centrum' },
    room: null,
    teacher: null,
    state: 'scheduled',
    cancellationReason: null,
    capacity: 16,
    booked: 0,
    bookedByOnefit: 0,
    aggregatorAllowed: true,
    spotLimit: null,
    inSeries: false,
    ...rest,
  };
}

describe('the appointments of today', () => {
  const NOW = new Date('2026-11-24T12:00:00Z');
  const starts = (appointments: Appointment[]) =>
    comingToday(appointments, NOW).map(({ startsAt }) => startsAt);

  it('are those that are not over, the next first', () => {
    expect(
      starts([
        appointment('2026-11-24T18:00:00Z'),
        appointment('2026-11-24T11:30:00Z'),
        appointment('2026-11-24T10:30:00Z'),
        appointment('2026-11-24T12:30:00Z', { state: 'cancelled' }),
      ]),
    ).toEqual(['2026-11-24T11:30:00Z', '2026-11-24T18:00:00Z']);
  });

  it('end with the day of the venue', () => {
    expect(
      starts([appointment('2026-11-24T22:30:00Z'), appointment('2026-11-24T23:30:00Z')]),
    ).toEqual(['2026-11-24T22:30:00Z']);
  });
});

describe('a share', () => {
  it('is whole percent, of nothing none, and never more than full', () => {
    expect([percent(1, 3), percent(0, 0), percent(20, 16), percent(16, 16)]).toEqual([
      33, 0, 100, 100,
    ]);
  });
});
