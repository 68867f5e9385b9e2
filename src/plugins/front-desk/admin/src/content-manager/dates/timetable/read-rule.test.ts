import { INCOMPLETE, textOf } from './draft';
import { problemsOf } from './problems';
import { readRule } from './read-rule';
import { firstPeriod } from './timetable';
import type { Period } from './timetable';

const MONDAY = 'DTSTART:20261130T183000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;BYDAY=MO';

const SLOT = { weekdays: [1], start: '18:30', end: '19:30', leftOut: [] };

const BASE: Period = {
  slots: [SLOT],
  firstDay: '2026-11-30',
  everyWeeks: 1,
  end: { kind: 'never' },
  values: [],
};

/** What the form cannot show, so that it must not touch it. */
const NOT_SHOWN: Array<[string, string]> = [
  ['a day of the month', MONDAY.replace('FREQ=WEEKLY;BYDAY=MO', 'FREQ=MONTHLY;BYDAY=-1MO')],
  ['daily dates', MONDAY.replace('FREQ=WEEKLY;BYDAY=MO', 'FREQ=DAILY')],
  ['months', `${MONDAY};BYMONTH=1,2`],
  ['a single date', 'DTSTART:20261130T183000\nDURATION:PT1H'],
  ['extra dates', `${MONDAY}\nRDATE:20261202T183000`],
  ['a date left out at another time', `${MONDAY}\nEXDATE:20261207T200000`],
  ['a start on another day', MONDAY.replace('BYDAY=MO', 'BYDAY=TU')],
  ['a whole day', MONDAY.replace('PT1H', 'P1D')],
  ['weeks that begin on Sunday', `${MONDAY},WE;INTERVAL=2;WKST=SU`],
  ['a folded line', `${MONDAY}\nEXDATE:20261207T183000,\n 20261214T183000`],
  ['a time zone', MONDAY.replace('DTSTART', 'DTSTART;TZID=Europe/Amsterdam')],
  ['a property of another program', `${MONDAY}\nSUMMARY:Zumba`],
  ['a part that stands twice', `${MONDAY};BYDAY=WE`],
  ['a day that does not exist', MONDAY.replace('1130', '1131')],
  ['words', 'every Monday'],
  ['one block among others', `${MONDAY}\n\nDTSTART:20261201T183000\nDURATION:PT1H`],
];

describe('what the editor of dates shows', () => {
  it('is empty where nothing is stored', () => {
    expect(readRule('')).toEqual([]);
    expect(readRule(' \n\n')).toEqual([]);
  });

  it.each(NOT_SHOWN)('is not %s: such a rule is left as it is', (_, rule) => {
    expect(readRule(rule)).toBeNull();
  });

  it('is one period where slots begin, end and repeat alike', () => {
    const rule = `${MONDAY}\nDTSTART:20261202T093000\nDURATION:PT55M\nRRULE:FREQ=WEEKLY;BYDAY=WE`;
    expect(readRule(rule)).toEqual([
      {
        ...BASE,
        slots: [...BASE.slots, { weekdays: [3], start: '09:30', end: '10:25', leftOut: [] }],
      },
    ]);
  });

  it('is two periods where a series went on at another time', () => {
    const rule =
      'DTSTART:20261130T183000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;UNTIL=20261228T182900;BYDAY=MO\n\n' +
      'DTSTART:20261229T190000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;BYDAY=TU;WKST=TU\nLOCATION:Attic';
    expect(readRule(rule)).toEqual([
      { ...BASE, end: { kind: 'until', day: '2026-12-27' } },
      {
        ...BASE,
        slots: [{ weekdays: [2], start: '19:00', end: '20:00', leftOut: [] }],
        firstDay: '2026-12-29',
        values: ['LOCATION:Attic'],
      },
    ]);
  });

  it('leaves the last day in where it ends at the very start of its date', () => {
    const until = (at: string) => readRule(`${MONDAY};UNTIL=${at}`)?.[0]?.end;
    expect(until('20261228T183000')).toEqual({ kind: 'until', day: '2026-12-28' });
    expect(until('20261228')).toEqual({ kind: 'until', day: '2026-12-28' });
    expect(until('20261228T182959')).toBeUndefined();
  });

  it('crosses midnight', () => {
    const rule = MONDAY.replace('183000', '233000').replace('PT1H', 'PT1H30M');
    expect(readRule(rule)?.[0]?.slots[0]).toMatchObject({ start: '23:30', end: '01:00' });
  });
});

describe('what keeps a timetable from being saved', () => {
  const wrong = (change: Partial<Period>) => [...problemsOf([{ ...BASE, ...change }]).keys()];

  it('is nothing when all is there', () => {
    expect(wrong({})).toEqual([]);
    expect(wrong({ end: { kind: 'until', day: '2026-11-30' } })).toEqual([]);
  });

  it('is what is missing, told where it is missing', () => {
    expect([...problemsOf([firstPeriod('2026-11-30')]).keys()]).toEqual(['0.0.start', '0.0.end']);
    expect(wrong({ firstDay: '', everyWeeks: null })).toEqual(['0.firstDay', '0.everyWeeks']);
    expect(wrong({ end: { kind: 'count', count: null } })).toEqual(['0.end']);
    expect(wrong({ end: { kind: 'until', day: '' } })).toEqual(['0.end']);
    expect(wrong({ slots: [{ ...SLOT, weekdays: [] }] })).toEqual(['0.0.weekdays']);
  });

  it('is what gives no date, or the same one twice', () => {
    expect(wrong({ end: { kind: 'until', day: '2026-11-29' } })).toEqual(['0.end']);
    expect(wrong({ slots: [{ ...SLOT, end: '18:30' }] })).toEqual(['0.0.end']);
    expect(wrong({ slots: [SLOT, { ...SLOT, weekdays: [1, 2] }] })).toEqual(['0.1.start']);
    expect(wrong({ everyWeeks: 1000, end: { kind: 'count', count: 1001 } })).toEqual([
      '0.everyWeeks',
      '0.end',
    ]);
  });

  it('puts a word in the place of the rule that no rule begins with', () => {
    expect(textOf([firstPeriod('2026-11-30')], MONDAY)).toBe(INCOMPLETE);
    expect(textOf([BASE], MONDAY.toLowerCase())).toBe(MONDAY.toLowerCase());
    expect(textOf([BASE], '')).toBe(MONDAY);
    expect(textOf([], MONDAY)).toBe('');
  });
});
