import { instantOf, wallTimeOf } from './wall-time';

const ZONE = 'Europe/Amsterdam';

describe('the clock of a venue', () => {
  it('shows an instant, and gives it back, in summer and in winter', () => {
    const moments: Array<[string, string, string]> = [
      ['2027-03-23T17:30:00.000Z', '2027-03-23', '18:30'],
      ['2027-03-30T16:30:00.000Z', '2027-03-30', '18:30'],
      ['2027-06-30T22:30:00.000Z', '2027-07-01', '00:30'],
    ];
    for (const [instant, day, time] of moments) {
      expect(wallTimeOf(instant, ZONE)).toEqual({ day, time });
      expect(instantOf({ day, time }, ZONE)).toBe(instant);
    }
  });

  it('moves a skipped time on, and takes the first of a time that comes twice', () => {
    expect(instantOf({ day: '2027-03-28', time: '02:30' }, ZONE)).toBe('2027-03-28T01:30:00.000Z');
    expect(instantOf({ day: '2027-10-31', time: '02:30' }, ZONE)).toBe('2027-10-31T00:30:00.000Z');
    const noon = instantOf({ day: '2027-03-28', time: '12:00' }, 'America/New_York');
    expect(noon).toBe('2027-03-28T16:00:00.000Z');
  });

  it('is nothing while a field is empty', () => {
    expect(instantOf({ day: '', time: '18:30' }, ZONE)).toBeNull();
    expect(instantOf({ day: '2027-03-28', time: '' }, ZONE)).toBeNull();
  });
});
