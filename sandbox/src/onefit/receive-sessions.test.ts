import { sessionFixture } from '../testing/session-fixture';
import type { Session } from '../contract/types';
import { forget } from './forget';
import { receiveSessions } from './receive-sessions';
import type { SessionVeto } from './receive-sessions';
import { OnefitStore } from './store';

const VENUE = '3f0c1a52-6a3e-4a53-9d0c-0d5f8f1f7a11';
const welcome: SessionVeto = () => null;

function setUp() {
  const store = new OnefitStore();
  const venue = store.venue(VENUE);
  const receive = (change: Partial<Session>, veto = welcome, number = store.nextArrival()) =>
    receiveSessions(
      store,
      venue,
      [sessionFixture(change)],
      { number, at: new Date('2026-11-22T06:00:00Z') },
      veto,
    )[0];
  const held = () => venue.sessions.get('s-1')?.held;
  return { store, venue, receive, held };
}

const cancelled = {
  status: 'cancelled' as const,
  availableSpots: 0,
  cancelledAt: '2026-11-22T06:00:00Z',
};

describe('receiveSessions', () => {
  it('accepts a newer version and calls the same or an older one stale', () => {
    const { receive, held } = setUp();
    expect(receive({ version: 5, room: 'A' })).toEqual({ id: 's-1', outcome: 'accepted' });
    expect(receive({ version: 5, room: 'A' })?.outcome).toBe('stale');
    expect(receive({ version: 4, room: 'B' })?.outcome).toBe('stale');
    expect(held()?.room).toBe('A');
    expect(receive({ version: 9, room: 'C' })?.outcome).toBe('accepted');
    expect(held()?.room).toBe('C');
  });

  it('keeps the whole history, stale and rejected ones too', () => {
    const { receive, venue } = setUp();
    receive({ version: 2 });
    receive({ version: 2 });
    receive({ version: 3 }, () => ({ code: 'room_unknown', detail: 'Unknown room.' }));
    const history = venue.sessions.get('s-1')?.received ?? [];
    expect(history.map(({ version, outcome, code }) => [version, outcome, code])).toEqual([
      [2, 'accepted', undefined],
      [2, 'stale', undefined],
      [3, 'rejected', 'room_unknown'],
    ]);
  });

  it('holds nothing of a rejected session, and takes the same version once it is welcome', () => {
    const { receive, held } = setUp();
    const refusal = { code: 'room_unknown', detail: 'Unknown room.' };
    expect(receive({}, () => refusal)).toEqual({ id: 's-1', outcome: 'rejected', ...refusal });
    expect(held()).toBeNull();
    expect(receive({})?.outcome).toBe('accepted');
  });

  it('treats a cancellation as final', () => {
    const { receive, held, store } = setUp();
    receive({ version: 1 });
    receive({ version: 2, ...cancelled });
    expect(receive({ version: 3 })).toMatchObject({
      outcome: 'rejected',
      code: 'session_cancelled',
    });
    expect(held()?.status).toBe('cancelled');
    expect(store.violations.map(({ rule }) => rule)).toEqual(['cancellation_revoked']);
  });

  it('notes a version that fell and one that was used twice, but no honest repeat', () => {
    const { receive, store } = setUp();
    receive({ version: 5 });
    receive({ version: 5 });
    expect(store.violations).toEqual([]);
    receive({ version: 5, room: 'Elsewhere' });
    receive({ version: 4 });
    expect(store.violations.map(({ rule }) => rule)).toEqual(['version_reused', 'version_fell']);
  });

  it('judges the order by arrival, not by when a delayed request is carried out', () => {
    const { receive, store } = setUp();
    const delayed = store.nextArrival();
    receive({ version: 6 });
    expect(receive({ version: 5 }, welcome, delayed)?.outcome).toBe('stale');
    expect(store.violations).toEqual([]);
    receive({ version: 7 }, welcome, delayed);
    expect(store.violations.map(({ rule }) => rule)).toEqual(['version_fell']);
  });

  it('takes a forgotten session again, at the version it had', () => {
    const { receive, held, store, venue } = setUp();
    receive({ version: 5 });
    expect(forget(store, { venueId: VENUE, what: 'sessions' })).toBe(1);
    expect(held()).toBeNull();
    expect(receive({ version: 5 })?.outcome).toBe('accepted');
    expect(venue.sessions.get('s-1')?.received).toHaveLength(2);
  });

  it('falls back to the version before, once', () => {
    const { receive, held, store } = setUp();
    receive({ version: 5 });
    receive({ version: 7 });
    const latest = () => forget(store, { venueId: VENUE, what: 'latest', sessionIds: ['s-1'] });
    expect(latest()).toBe(1);
    expect(held()).toMatchObject({ version: 5 });
    expect(latest()).toBe(1);
    expect(held()).toBeNull();
    expect(latest()).toBe(0);
    expect(receive({ version: 7 })?.outcome).toBe('accepted');
    expect(store.violations).toEqual([]);
  });
});
