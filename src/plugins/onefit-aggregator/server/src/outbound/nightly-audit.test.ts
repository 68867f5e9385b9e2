import { summed } from './nightly-audit';

describe('what the nightly audit says', () => {
  it('is how many of each kind, and which', () => {
    const found = [
      { kind: 'counter_differs', subject: 'a' },
      { kind: 'sync_differs', subject: 'b' },
      { kind: 'counter_differs', subject: 'c' },
    ];
    expect(summed(found)).toBe('counter_differs 2 (a, c); sync_differs 1 (b)');
  });

  it('names twenty of a kind at most', () => {
    const ids = Array.from({ length: 21 }, (_, nth) => `id-${nth}`);
    const found = ids.map((subject) => ({ kind: 'sync_differs', subject }));
    expect(summed(found.slice(0, 20))).toBe(`sync_differs 20 (${ids.slice(0, 20).join(', ')})`);
    expect(summed(found)).toBe(`sync_differs 21 (${ids.slice(0, 20).join(', ')}, …)`);
  });
});
