import { leastVersion } from './version';

const LARGEST_INTEGER_COLUMN = 2 ** 31 - 1;

describe('the least version of a moment', () => {
  it('counts seconds since 2025', () => {
    expect(leastVersion(new Date('2025-01-01T00:01:40Z'))).toBe(100);
    expect(leastVersion(new Date('2025-01-01T00:01:40.999Z'))).toBe(100);
  });

  it('is at least 1, on a clock that is wrong too', () => {
    expect(leastVersion(new Date('2025-01-01T00:00:00Z'))).toBe(1);
    expect(leastVersion(new Date('1970-01-01T00:00:00Z'))).toBe(1);
  });

  it('fits a 32-bit column for decades', () => {
    expect(leastVersion(new Date('2092-12-31T23:59:59Z'))).toBeLessThan(LARGEST_INTEGER_COLUMN);
  });
});
