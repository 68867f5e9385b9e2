import { TimeZoneError, assertTimeZone } from './index';

describe('assertTimeZone', () => {
  it.each([
    ['Europe/Amsterdam', 'Europe/Amsterdam'],
    ['europe/amsterdam', 'Europe/Amsterdam'],
    ['AMERICA/NEW_YORK', 'America/New_York'],
    ['UTC', 'UTC'],
  ])('accepts %s as %s', (zone, name) => {
    expect(assertTimeZone(zone)).toBe(name);
  });

  it.each([
    '',
    ' Europe/Amsterdam',
    'Europe/Rotterdam',
    '+01:00',
    'Z',
    'Amsterdam',
    '../etc/passwd',
  ])('refuses "%s"', (zone) => {
    expect(() => assertTimeZone(zone)).toThrow(TimeZoneError);
    expect(() => assertTimeZone(zone)).toThrow(/such as Europe\/Amsterdam/);
    expect(() => assertTimeZone(zone)).toThrow(
      expect.objectContaining({ code: 'time_zone_invalid', name: 'TimeZoneError' }),
    );
  });

  it('quotes of a long name only the beginning', () => {
    expect(() => assertTimeZone('x'.repeat(65))).toThrow(`"${'x'.repeat(64)}" is not`);
  });
});
