import { mostWithin } from './most-within';

describe('the most requests within a span', () => {
  it('counts from any of them, the end left out', () => {
    expect(mostWithin([], 10)).toBe(0);
    expect(mostWithin([30, 0, 5, 9, 10], 10)).toBe(3);
    expect(mostWithin([1, 1, 1], 1)).toBe(3);
  });
});
