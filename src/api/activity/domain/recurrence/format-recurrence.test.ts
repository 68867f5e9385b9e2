import { RecurrenceError, formatRecurrence, parseRecurrence } from './index';
import type { Repetition } from './index';

const BLOCK = `DTSTART:20261123T183000
DURATION:PT1H
RRULE:FREQ=WEEKLY;BYDAY=MO
EXDATE:20261228T183000
`;

describe('formatRecurrence', () => {
  it('writes blocks that read back to the same', () => {
    const text = `DTSTART:20261123T183000
DURATION:PT1H15M
RRULE:FREQ=MONTHLY;INTERVAL=2;UNTIL=20351231T235900;BYMONTH=1,12;BYMONTHDAY=1,-1;BYDAY=1MO,-1FR;BYSETPOS=1,-1;WKST=SU
RDATE:20261124T183000
EXDATE:20261125T183000,20261126T183000

DTSTART:20261225T100000
DURATION:PT24H

DTSTART:20261225T100000
DURATION:PT45M
RRULE:FREQ=DAILY;COUNT=7`;
    expect(formatRecurrence(parseRecurrence(text))).toBe(text);
    expect(formatRecurrence([])).toBe('');
  });

  it('refuses to write more than the field takes', () => {
    const [block] = parseRecurrence(BLOCK) as [Repetition];
    const many = Array.from({ length: 101 }, () => ({ ...block }));
    expect(() => formatRecurrence(many)).toThrow(RecurrenceError);
    expect(parseRecurrence(formatRecurrence(many.slice(1)))).toHaveLength(100);
    const dates = Array.from({ length: 610 }, () => '2026-12-28T18:30');
    const filled = (length: number) => {
      const values = { room: 'x'.repeat(length) };
      return formatRecurrence([{ ...block, rule: null, exceptDates: dates, values }]);
    };
    const room = 10_000 - filled(1).length + 1;
    expect(filled(room)).toHaveLength(10_000);
    expect(() => filled(room + 1)).toThrow(/10001 characters/);
    const exceptDates = Array.from({ length: 700 }, () => '2026-12-28T18:30');
    expect(() => formatRecurrence([{ ...block, exceptDates }])).toThrow(/characters/);
  });
});
