import fc from 'fast-check';
import { formatInZone, formatUtc, parseInstant } from './instant';

const zones = [
  'Europe/Amsterdam',
  'Europe/London',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Apia',
  'UTC',
];
const sinceThen = fc.date({
  min: new Date('1990-01-01'),
  max: new Date('2060-01-01'),
  noInvalidDate: true,
});

/** The wall time from Intl's separate fields: another way to it than by the offset. */
function wallTime(instant: Date, timeZone: string): string {
  const fields = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(instant);
  const of = (type: string) => fields.find((field) => field.type === type)?.value;
  const date = `${of('year')}-${of('month')}-${of('day')}`;
  return `${date}T${of('hour')}:${of('minute')}:${of('second')}`;
}

describe('formatInZone', () => {
  it.each([
    ['2027-03-28T00:59:59Z', 'Europe/Amsterdam', '2027-03-28T01:59:59+01:00'],
    ['2027-03-28T01:00:00Z', 'Europe/Amsterdam', '2027-03-28T03:00:00+02:00'],
    ['2026-10-25T00:30:00Z', 'Europe/Amsterdam', '2026-10-25T02:30:00+02:00'],
    ['2026-10-25T01:30:00Z', 'Europe/Amsterdam', '2026-10-25T02:30:00+01:00'],
    ['2026-07-01T00:00:00Z', 'Australia/Lord_Howe', '2026-07-01T10:30:00+10:30'],
    ['2026-12-01T00:00:00Z', 'Australia/Lord_Howe', '2026-12-01T11:00:00+11:00'],
    ['2026-07-01T00:00:00.999Z', 'America/St_Johns', '2026-06-30T21:30:00-02:30'],
    ['2026-07-01T00:00:00Z', 'UTC', '2026-07-01T00:00:00+00:00'],
  ])('%s in %s is %s', (instant, zone, text) => {
    expect(formatInZone(new Date(instant), zone)).toBe(text);
  });

  it('names the wall time that Intl names, and the same instant', () => {
    fc.assert(
      fc.property(sinceThen, fc.constantFrom(...zones), (instant, zone) => {
        const text = formatInZone(instant, zone);
        expect(text.slice(0, 19)).toBe(wallTime(instant, zone));
        expect(new Date(text).getTime()).toBe(Math.floor(instant.getTime() / 1000) * 1000);
      }),
    );
  });

  it('names the same instant, also where history has offsets with seconds', () => {
    const instant = new Date('1960-06-01T12:00:00Z');
    const text = formatInZone(instant, 'Africa/Monrovia');
    expect(text).toMatch(/-00:45$/);
    expect(new Date(text)).toEqual(instant);
  });

  it('refuses an unknown zone, and what is no date', () => {
    expect(() => formatInZone(new Date(), 'Europe/Nowhere')).toThrow(RangeError);
    expect(() => formatInZone(new Date(NaN), 'UTC')).toThrow(RangeError);
  });
});

describe('parseInstant', () => {
  it('reads back what was written, to the second', () => {
    fc.assert(
      fc.property(sinceThen, fc.constantFrom(...zones), (instant, zone) => {
        const second = new Date(Math.floor(instant.getTime() / 1000) * 1000);
        expect(parseInstant(formatInZone(instant, zone))).toEqual(second);
        expect(parseInstant(formatUtc(instant))).toEqual(second);
      }),
    );
  });

  it.each([
    ['1970-01-01T00:00:00Z', 0],
    ['2026-11-30T23:59:59+23:59', Date.UTC(2026, 10, 30, 0, 0, 59)],
    ['2026-11-30T00:00:00-00:00', Date.UTC(2026, 10, 30)],
    ['2028-02-29T12:00:00.123456789Z', Date.UTC(2028, 1, 29, 12, 0, 0, 123)],
    ['2999-12-31T23:59:59Z', Date.UTC(2999, 11, 31, 23, 59, 59)],
  ])('accepts %s', (text, time) => {
    expect(parseInstant(text)?.getTime()).toBe(time);
  });

  it.each([
    '2026-11-30',
    '2026-11-30T18:30+01:00',
    '2026-11-30T18:30:00',
    '2026-11-30T18:30:00 01:00',
    '2026-11-30 18:30:00+01:00',
    '2026-11-30T18:30:00+0100',
    '2026-11-30T18:30:00+24:00',
    '2026-11-30T18:30:00+01:60',
    '2026-11-30t18:30:00z',
    '2026-02-29T18:30:00Z',
    '2026-13-01T18:30:00Z',
    '2026-11-31T18:30:00Z',
    '2026-00-10T18:30:00Z',
    '2026-11-30T24:00:00Z',
    '2026-11-30T23:59:60Z',
    '1969-12-31T23:59:59Z',
    '1970-01-01T00:00:00+00:01',
    '3000-01-01T00:00:00Z',
    '0000-01-01T00:00:00Z',
    '+02026-11-30T18:30:00Z',
    ' 2026-11-30T18:30:00Z',
    '2026-11-30T18:30:00Z ',
    '2026-11-30T18:30:00+01:00 ',
    '2026-11-30T18:30:00.Z',
    '2026-11-30T18:30:60Z',
    '2026-11-30T18:60:00Z',
    '2026-11-30T18:30:00.1234567890Z',
    '',
  ])('refuses %j', (text) => {
    expect(parseInstant(text)).toBeNull();
  });
});
