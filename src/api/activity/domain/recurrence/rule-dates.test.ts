import { parseRecurrence } from './index';
import { firstRuleDate, growingSpans } from './rule-dates';
import { seriesFrom } from './split-series';

const DAY = 24 * 60 * 60 * 1000;

/** The 29th of February is a Sunday in 2088, and then, as 2100 is no leap year, in 2128. */
const RARE = 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=SU';

function block(start: string, ...lines: string[]) {
  const [repetition] = parseRecurrence([`DTSTART:${start}`, 'DURATION:PT1H', ...lines].join('\n'));
  if (!repetition) throw new Error('no block');
  return repetition;
}

describe('the first date of a rule', () => {
  it('is found 40 years on', () => {
    expect(firstRuleDate(block('20880301T183000', RARE))).toBe('2128-02-29T18:30');
    const [rest, ...others] = seriesFrom(block('20880101T183000', RARE), '2088-03-01T00:00');
    expect(rest?.start).toBe('2128-02-29T18:30');
    expect(others).toEqual([]);
  });

  it('leaves extra and excepted dates aside', () => {
    const rule = ['RRULE:FREQ=WEEKLY;BYDAY=TU', 'RDATE:20261123T190000', 'EXDATE:20261124T183000'];
    expect(firstRuleDate(block('20261123T183000', ...rule))).toBe('2026-11-24T18:30');
  });

  it('is none where the rule ends before it', () => {
    const { rule, ...rest } = block('20261123T183000', 'RRULE:FREQ=WEEKLY;BYDAY=TU');
    if (!rule) throw new Error('no rule');
    const ended = { ...rest, rule: { ...rule, until: '2026-11-24T18:29' } };
    expect(firstRuleDate(ended)).toBeNull();
    expect(firstRuleDate({ ...rest, rule: { ...rule, until: '2026-11-24T18:30' } })).toBe(
      '2026-11-24T18:30',
    );
  });
});

describe('growing spans', () => {
  const spans = (from: number, until: number) =>
    [...growingSpans(from * DAY, until * DAY)].map((span) => [span.from / DAY, span.until / DAY]);

  it('double, and end where the stretch ends', () => {
    expect(spans(1, 1 + 64)).toEqual([[1, 65]]);
    expect(spans(1, 200)).toEqual([
      [1, 65],
      [65, 193],
      [193, 200],
    ]);
    expect(spans(1, 2)).toEqual([[1, 2]]);
  });

  it('are none of an empty stretch', () => {
    expect(spans(1, 1)).toEqual([]);
    expect(spans(2, 1)).toEqual([]);
  });
});
