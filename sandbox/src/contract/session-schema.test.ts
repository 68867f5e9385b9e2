import { sessionFixture } from '../testing/session-fixture';
import { brokenSessionRules } from './session-rules';
import { validateSessionBatch } from './session-schema';
import { fieldErrors } from './validator';

function refusals(session: object): string[] {
  if (validateSessionBatch({ sessions: [session] })) return [];
  return fieldErrors(validateSessionBatch.errors).map((error) => error.path);
}

describe('the session schema', () => {
  it('takes a session of the contract', () => {
    expect(refusals(sessionFixture())).toEqual([]);
    expect(refusals(sessionFixture({ totalAggregatorSpots: null, room: null }))).toEqual([]);
  });

  it.each([
    ['an unknown field', { ...sessionFixture(), price: 5 }, '/sessions/0'],
    ['a missing field', { ...sessionFixture(), room: undefined }, '/sessions/0'],
    ['an id with a slash', sessionFixture({ id: 'a/b' }), '/sessions/0/id'],
    ['an id of 65 characters', sessionFixture({ id: 'a'.repeat(65) }), '/sessions/0/id'],
    ['a version of 0', sessionFixture({ version: 0 }), '/sessions/0/version'],
    ['a version as text', { ...sessionFixture(), version: '1' }, '/sessions/0/version'],
    ['an unknown status', { ...sessionFixture(), status: 'full' }, '/sessions/0/status'],
    ['no offset', sessionFixture({ startsAt: '2026-11-30T18:30:00' }), '/sessions/0/startsAt'],
    ['no such day', sessionFixture({ endsAt: '2026-11-31T19:30:00+01:00' }), '/sessions/0/endsAt'],
    ['no such zone', sessionFixture({ timeZone: 'Europe/Noord' }), '/sessions/0/timeZone'],
    ['a zone that is an offset', sessionFixture({ timeZone: '+01:00' }), '/sessions/0/timeZone'],
    ['spots below 0', sessionFixture({ availableSpots: -1 }), '/sessions/0/availableSpots'],
    ['half a spot', sessionFixture({ totalSpots: 1.5 }), '/sessions/0/totalSpots'],
    ['a poisoned prototype', JSON.parse('{"__proto__": {"id": "s"}}') as object, '/sessions/0'],
  ])('refuses %s and says where', (_name, session, path) => {
    expect(refusals(session)).toContain(path);
  });

  it('takes 1 to 100 sessions', () => {
    const batch = (length: number): object => ({
      sessions: Array.from({ length }, (_, i) => sessionFixture({ id: `s-${i}` })),
    });
    expect(validateSessionBatch(batch(0))).toBe(false);
    expect(validateSessionBatch(batch(100))).toBe(true);
    expect(validateSessionBatch(batch(101))).toBe(false);
  });
});

describe('the rules between the fields of a session', () => {
  const broken = (change: Parameters<typeof sessionFixture>[0]): string[] =>
    brokenSessionRules(sessionFixture(change), '').map((error) => error.path);

  it.each([
    ['an end before the start', { endsAt: '2026-11-30T18:00:00+01:00' }, '/endsAt'],
    ['more free than there are', { totalSpots: 2 }, '/availableSpots'],
    ['more free than the limit', { totalAggregatorSpots: 2 }, '/availableSpots'],
    [
      'free spots once withdrawn',
      { status: 'withdrawn' as const, availableSpots: 1 },
      '/availableSpots',
    ],
    ['cancelled at no time', { status: 'cancelled' as const, availableSpots: 0 }, '/cancelledAt'],
    ['a reason while scheduled', { cancellationReason: 'ill' }, '/cancellationReason'],
  ])('notices %s', (_name, change, path) => {
    expect(broken(change)).toContain(path);
  });

  it("wants the venue's own offset, on both sides of a change of clocks", () => {
    const times = {
      bookingClosesAt: '2027-03-28T01:00:00+01:00',
      lateCancelAt: '2027-03-27T20:00:00+01:00',
    };
    const summer = {
      ...times,
      startsAt: '2027-03-28T09:30:00+02:00',
      endsAt: '2027-03-28T10:30:00+02:00',
    };
    expect(broken(summer)).toEqual([]);
    expect(broken({ ...summer, startsAt: '2027-03-28T08:30:00+01:00' })).toEqual(['/startsAt']);
    expect(broken({ ...summer, startsAt: '2027-03-28T07:30:00Z' })).toEqual(['/startsAt']);
  });
});
