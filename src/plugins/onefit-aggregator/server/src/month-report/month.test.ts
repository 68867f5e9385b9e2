import { dayIn, daysOf, isMonth, minuteIn, monthIn, monthOf } from './month';

const instants = (name: string, zone: string) => {
  const { from, to, finalAt } = monthOf(name, zone);
  return [from, to, finalAt].map((instant) => instant.toISOString());
};

describe('a month of a venue', () => {
  it('starts and ends at midnight of its zone, on both sides of a change of clocks', () => {
    expect(instants('2026-10', 'Europe/Amsterdam')).toEqual([
      '2026-09-30T22:00:00.000Z',
      '2026-10-31T23:00:00.000Z',
      '2026-11-03T23:00:00.000Z',
    ]);
    expect(instants('2027-03', 'Europe/Amsterdam').slice(0, 2)).toEqual([
      '2027-02-28T23:00:00.000Z',
      '2027-03-31T22:00:00.000Z',
    ]);
  });

  it('is right at the edges of the world, of the year, and where midnight does not exist', () => {
    expect(instants('2026-12', 'Pacific/Kiritimati').slice(0, 2)).toEqual([
      '2026-11-30T10:00:00.000Z',
      '2026-12-31T10:00:00.000Z',
    ]);
    expect(instants('2026-12', 'Pacific/Niue')[0]).toBe('2026-12-01T11:00:00.000Z');
    expect(instants('2026-05', 'Asia/Kathmandu')[0]).toBe('2026-04-30T18:15:00.000Z');
    // Cuba moves its clocks at midnight: 1 November 2026 has that hour twice.
    expect(instants('2026-11', 'America/Havana')[0]).toBe('2026-11-01T04:00:00.000Z');
    // In Paraguay 1 October 2017 began at one o'clock.
    expect(instants('2017-10', 'America/Asuncion')[0]).toBe('2017-10-01T04:00:00.000Z');
  });

  it('follows the one before without a gap', () => {
    for (const zone of ['Europe/Amsterdam', 'America/New_York', 'Australia/Lord_Howe']) {
      for (let month = 1; month < 12; month += 1) {
        const name = (number: number) => `2026-${String(number).padStart(2, '0')}`;
        expect(monthOf(name(month), zone).to).toEqual(monthOf(name(month + 1), zone).from);
      }
    }
  });

  it('has its days', () => {
    expect(daysOf('2028-02')).toHaveLength(29);
    expect(daysOf('2026-11').at(-1)).toBe('2026-11-30');
    expect(dayIn(new Date('2026-11-30T23:00:00Z'), 'Europe/Amsterdam')).toBe('2026-12-01');
    expect(monthIn(new Date('2026-11-30T22:59:59Z'), 'Europe/Amsterdam')).toBe('2026-11');
  });

  it('is written with its year', () => {
    expect(['2026-11', '2026-01'].every(isMonth)).toBe(true);
    expect(['2026-13', '2026-1', '2026-00', '11-2026', '', '2026-11-01'].some(isMonth)).toBe(false);
  });
});

it('a moment is read on the clock of the zone, before and after the clocks change', () => {
  const read = (instant: string) => minuteIn(new Date(instant), 'Europe/Amsterdam');
  expect(read('2026-10-24T16:30:00Z')).toBe('2026-10-24 18:30');
  expect(read('2026-11-10T23:30:00Z')).toBe('2026-11-11 00:30');
});
