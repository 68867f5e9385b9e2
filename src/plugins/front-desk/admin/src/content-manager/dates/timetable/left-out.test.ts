import { leaveOut, leftOutOf, takeBack, takesPlaceOn } from './left-out';
import type { Period } from './timetable';

const slot = (weekdays: number[], start: string) => ({
  weekdays,
  start,
  end: '21:00',
  leftOut: [],
});

/** Mondays and Tuesdays at 18:30, Mondays at 20:00, every second week, for four weeks. */
const PERIOD: Period = {
  slots: [slot([1, 2], '18:30'), slot([1], '20:00')],
  firstDay: '2026-11-30',
  everyWeeks: 2,
  end: { kind: 'until', day: '2026-12-28' },
  values: [],
};

describe('a day that is left out', () => {
  it('is one on which something takes place', () => {
    expect(takesPlaceOn(PERIOD, '2026-12-14')).toBe(true);
    expect(takesPlaceOn(PERIOD, '2026-12-29')).toBe(false);
    expect(takesPlaceOn(PERIOD, '2026-12-07')).toBe(false);
    expect(takesPlaceOn(PERIOD, '2026-12-16')).toBe(false);
    expect(takesPlaceOn(PERIOD, '2026-11-16')).toBe(false);
  });

  it('is left out at every time of that day, and of no other', () => {
    const left = leaveOut(leaveOut(PERIOD, '2026-12-14'), '2026-12-01');
    expect(leftOutOf(left)).toEqual([
      { day: '2026-12-01', start: '18:30' },
      { day: '2026-12-14', start: '18:30' },
      { day: '2026-12-14', start: '20:00' },
    ]);
    expect(takesPlaceOn(left, '2026-12-14')).toBe(false);
    expect(takesPlaceOn(left, '2026-12-15')).toBe(true);
  });

  it('takes place again, at one time alone', () => {
    const left = takeBack(leaveOut(PERIOD, '2026-12-14'), '2026-12-14', '20:00');
    expect(leftOutOf(left)).toEqual([{ day: '2026-12-14', start: '18:30' }]);
  });
});
