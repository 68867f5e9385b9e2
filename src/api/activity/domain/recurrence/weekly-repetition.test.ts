import { RecurrenceError, occurrences, weeklyRepetition } from './index';

describe('weeklyRepetition', () => {
  it('writes a slot of a timetable', () => {
    expect(
      weeklyRepetition({ weekday: 1, start: '18:30', end: '19:20', firstDate: '2026-11-23' }),
    ).toBe('DTSTART:20261123T183000\nDURATION:PT50M\nRRULE:FREQ=WEEKLY;BYDAY=MO');
  });

  it.each([1, 2, 3, 4, 5, 6, 7])(
    'begins on the first weekday %i on or after the date',
    (weekday) => {
      const rule = weeklyRepetition({
        weekday,
        start: '06:30',
        end: '07:15',
        firstDate: '2026-12-30',
      });
      const [first] = occurrences({
        rule,
        timeZone: 'UTC',
        from: new Date('2026-12-30T00:00Z'),
        until: new Date('2027-01-06T00:00Z'),
      });
      expect(first?.startsAt.getUTCDay()).toBe(weekday % 7);
      expect(rule).toContain(`DTSTART:${first?.localStart.replace(/[-:]/g, '')}00`);
    },
  );

  it.each([
    [{ weekday: 0 }, /Monday/],
    [{ weekday: 8 }, /Sunday/],
    [{ start: '7:15' }, /wall time/],
    [{ end: '24:00' }, /does not exist/],
    [{ end: '18:30' }, /^The end "18:30" is not after the start "18:30"/],
    [{ start: '23:00', end: '01:00' }, /same day/],
    [{ firstDate: '2026-02-30' }, /does not exist/],
  ])('refuses %j', (wrong, message) => {
    const slot = { weekday: 1, start: '18:30', end: '19:20', firstDate: '2026-11-23', ...wrong };
    expect(() => weeklyRepetition(slot)).toThrow(message);
    expect(() => weeklyRepetition(slot)).toThrow(RecurrenceError);
  });
});
