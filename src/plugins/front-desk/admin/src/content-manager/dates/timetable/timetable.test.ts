import { endsNextDay, firstPeriod, nextPeriod, slotAfter, startingAt } from './timetable';
import type { Slot } from './timetable';

const SLOT: Slot = { weekdays: [1], start: '18:30', end: '19:45', leftOut: ['2026-12-07'] };

describe('what the editor proposes', () => {
  it('is one time on the weekday of the first day, still to be entered', () => {
    expect(firstPeriod('2026-12-02').slots).toEqual([
      { weekdays: [3], start: '', end: '', leftOut: [] },
    ]);
  });

  it('is the same time on the next free day, and no time where no day is free', () => {
    expect(slotAfter([SLOT, { ...SLOT, weekdays: [2] }])).toEqual({
      weekdays: [3],
      start: '18:30',
      end: '19:45',
      leftOut: [],
    });
    const all = slotAfter([{ ...SLOT, weekdays: [1, 2, 3, 4, 5, 6, 7] }]);
    expect(all).toMatchObject({ start: '', end: '' });
  });

  it('is the next period from the day after the last one ends', () => {
    const last = { ...firstPeriod('2026-11-30'), slots: [SLOT], values: ['LOCATION:Attic'] };
    expect(nextPeriod({ ...last, end: { kind: 'until', day: '2026-12-31' } })).toEqual({
      ...firstPeriod('2027-01-01'),
      slots: [{ ...SLOT, leftOut: [] }],
    });
    expect(nextPeriod(last).firstDay).toBe('');
  });

  it('is an end that moves with the start, an hour later at first', () => {
    expect(startingAt(SLOT, '19:00').end).toBe('20:15');
    expect(startingAt({ ...SLOT, start: '', end: '' }, '23:30').end).toBe('00:30');
    expect(startingAt({ ...SLOT, start: '' }, '19:00').end).toBe('19:45');
    expect(startingAt(SLOT, '')).toMatchObject({ start: '', end: '19:45' });
    expect(startingAt({ ...SLOT, end: '00:15' }, '18:00').end).toBe('23:45');
  });

  it('ends on the next day where the end is before the start', () => {
    expect(endsNextDay({ ...SLOT, end: '00:15' })).toBe(true);
    expect(endsNextDay(SLOT)).toBe(false);
    expect(endsNextDay({ ...SLOT, end: '' })).toBe(false);
  });
});
