import { findingOf, isBelievable } from './compare';
import type { Expected } from './compare';

function expected(rest: Partial<Expected> = {}): Expected {
  return {
    desired_version: 10,
    acknowledged_version: 10,
    refused_version: 0,
    status: 'scheduled',
    settled: true,
    ...rest,
  };
}

const held = (version: number, status: 'scheduled' | 'cancelled' | 'withdrawn' = 'scheduled') => ({
  version,
  status,
});

describe('what is the matter with a session at Onefit', () => {
  it.each([
    ['nothing, when it holds what it was told', expected(), held(10), null],
    ['lost', expected(), undefined, 'lost'],
    ['an older version', expected(), held(9), 'behind'],
    ['a newer version', expected(), held(11), 'ahead'],
    ['another state', expected(), held(10, 'withdrawn'), 'differing'],
    ['shown although withdrawn', expected({ status: 'withdrawn' }), held(10), 'unwanted'],
    ['shown although never told', expected({ status: null }), held(3), 'unwanted'],
    ['a lost withdrawal, which shows nothing', expected({ status: 'withdrawn' }), undefined, null],
  ])('%s', (_what, record, atOnefit, finding) => {
    expect(findingOf(record, atOnefit)).toBe(finding);
  });

  it('is not asked of what is on its way, unless it would arrive below a newer version', () => {
    const onItsWay = expected({ acknowledged_version: 8, settled: false });
    expect(findingOf(onItsWay, undefined)).toBeNull();
    expect(findingOf(onItsWay, held(9))).toBeNull();
    expect(findingOf(onItsWay, held(10))).toBeNull();
    expect(findingOf(onItsWay, held(11))).toBe('ahead');
  });

  it('is not asked of what Onefit refused: that waits for a person', () => {
    const refused = expected({ refused_version: 10, acknowledged_version: 8, settled: false });
    expect(findingOf(refused, undefined)).toBeNull();
    expect(findingOf(refused, held(11))).toBeNull();
  });
});

describe('a version that Onefit names', () => {
  it('is believed up to a month ahead of the clock, and no further', () => {
    const least = 60_000_000;
    expect(isBelievable(least + 30 * 86_400, least)).toBe(true);
    expect(isBelievable(least + 30 * 86_400 + 1, least)).toBe(false);
    expect(isBelievable(2 ** 31 - 1, least)).toBe(false);
  });
});
