import { execFileSync } from 'node:child_process';
import { occurrences } from './index';

const MONDAYS = 'DTSTART:20261123T183000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;BYDAY=MO';

function expand(rule: string, from: string, until: string) {
  return occurrences({
    rule,
    timeZone: 'Europe/Amsterdam',
    from: new Date(from),
    until: new Date(until),
  });
}

/** What may hang on the machine: its speed, and the zone that its server is in. */
describe('occurrences, on any machine', () => {
  it.each([
    ['weekly since 2017', 'DTSTART:20170403T183000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;BYDAY=MO', 8],
    ['daily since 1970', 'DTSTART:19700101T183000\nDURATION:PT1H\nRRULE:FREQ=DAILY', 56],
    ['weekly, counted', 'DTSTART:20170403T183000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=1000', 8],
  ])('does not walk from an old start: %s', (_name, rule, expected) => {
    // The best of several runs leaves out warming up and a busy machine; walking takes over 40 ms.
    let best = Infinity;
    for (let run = 0; run < 12; run += 1) {
      const began = performance.now();
      expect(expand(rule, '2026-11-22T00:00Z', '2027-01-17T00:00Z')).toHaveLength(expected);
      best = Math.min(best, performance.now() - began);
    }
    expect(best).toBeLessThan(15);
  });

  it("does not depend on the server's own zone", () => {
    const text = `${MONDAYS}\nDTSTART:20260101T023000\nDURATION:PT45M\nRRULE:FREQ=DAILY`;
    const here = expand(text, '2026-12-31T00:00Z', '2028-01-01T00:00Z');
    const program = `
      const { occurrences } = require('./index.ts');
      const found = occurrences({
        rule: ${JSON.stringify(text)},
        timeZone: 'Europe/Amsterdam',
        from: new Date('2026-12-31T00:00Z'),
        until: new Date('2028-01-01T00:00Z'),
      });
      console.log(JSON.stringify({ zone: new Date(0).getTimezoneOffset(), found }));`;
    const there = (TZ: string) =>
      JSON.parse(
        execFileSync(process.execPath, ['--require', 'tsx/cjs', '--eval', program], {
          cwd: __dirname,
          env: { ...process.env, TZ },
          encoding: 'utf8',
        }),
      ) as { zone: number; found: unknown };

    const expected: unknown = JSON.parse(JSON.stringify(here));
    expect(here.length).toBeGreaterThan(400);
    expect(there('America/Los_Angeles')).toEqual({ zone: 480, found: expected });
    expect(there('UTC')).toEqual({ zone: 0, found: expected });
  }, 60_000);
});
