import { chances } from './weather';

describe('the chances of faults that are asked one after the other', () => {
  it('make every fault strike its share of all calls', () => {
    const shares = [0.3, 0.1, 0.05];
    let letBy = 1;
    const struck = chances(shares).map((chance) => {
      const share = letBy * chance;
      letBy -= share;
      return share;
    });
    struck.forEach((share, index) => expect(share).toBeCloseTo(shares[index] ?? 0, 10));
  });
});
