import type { SessionView } from '../wire/session';
import { SOUND } from './connection';
import type { LinkRow } from './connection';
import { standingOf } from './session-state';
import type { StandingFacts } from './session-state';
import type { SyncRecord } from './sync-record';

const now = new Date('2026-11-30T12:00:00Z');
const delivered = new Date('2026-11-30T11:00:00Z');
const changed = new Date('2026-11-30T11:59:00Z');
const failing = new Date('2026-11-30T11:30:00Z');
const next = new Date('2026-11-30T12:05:00Z');

const view: SessionView = {
  id: 's-1',
  state: 'scheduled',
  offered: true,
  class: { id: 'c-1', name: 'Zumba', kind: 'class', description: null },
  startsAt: new Date('2026-11-30T17:30:00Z'),
  endsAt: new Date('2026-11-30T18:30:00Z'),
  timeZone: 'Europe/Amsterdam',
  room: null,
  teacher: null,
  capacity: 16,
  booked: 0,
  bookedByAggregator: 0,
  spotLimit: null,
  bookingOpensAt: null,
  bookingClosesAt: new Date('2026-11-30T17:15:00Z'),
  lateCancelAt: new Date('2026-11-30T09:30:00Z'),
  cancelledAt: null,
  cancellationReason: null,
};

const link: LinkRow = {
  ...SOUND,
  id: 1,
  venue_key: 'v-1',
  onefit_venue_id: 'of-1',
  linked_at: delivered,
  working_since: null,
  last_success_at: delivered,
  reconcile_at: null,
  reconciled_at: null,
  reconcile_error: null,
};

const told: SyncRecord = {
  id: 1,
  kind: 'session',
  subject: 's-1',
  venue_key: 'v-1',
  urgent: false,
  desired_version: 5,
  acknowledged_version: 5,
  refused_version: 0,
  refusal_code: null,
  refusal_detail: null,
  attempts: 0,
  lease_token: null,
  lease_until: null,
  fingerprint: null,
  sent_payload: null,
  acknowledged_at: delivered,
  desired_at: changed,
};

const waiting: SyncRecord = { ...told, desired_version: 6 };
const refused: SyncRecord = {
  ...waiting,
  refused_version: 6,
  refusal_code: 'class_unknown',
  refusal_detail: 'No such class.',
};
const down: LinkRow = {
  ...link,
  failing_since: failing,
  next_attempt_at: next,
  error_code: 'http_500',
  error_detail: 'Out of order',
};

const settled: StandingFacts = {
  view,
  orderActive: true,
  ruleAllows: true,
  link,
  record: told,
  now,
};

function short(changes: Partial<StandingFacts>): string {
  const { state, reason } = standingOf({ ...settled, ...changes });
  return `${state}: ${reason}`;
}

describe('where an appointment stands', () => {
  it('is on Onefit since its last version was acknowledged', () => {
    expect(standingOf(settled)).toEqual({
      state: 'on_onefit',
      reason: 'delivered',
      since: delivered.toISOString(),
      nextTryAt: null,
      word: null,
    });
    expect(short({ view: { ...view, spotLimit: 0 } })).toBe('on_onefit: no_spots');
  });

  it('waits, each time for its reason', () => {
    expect(short({ record: waiting })).toBe('waiting: sending');
    expect(short({ record: waiting, link: null })).toBe('waiting: not_linked');
    expect(short({ record: null })).toBe('waiting: sending');
    expect(standingOf({ ...settled, record: waiting, link: down })).toEqual({
      state: 'waiting',
      reason: 'connection_down',
      since: failing.toISOString(),
      nextTryAt: next.toISOString(),
      word: { code: 'http_500', detail: 'Out of order' },
    });
  });

  it('needs attention where Onefit refused it or the credentials', () => {
    expect(standingOf({ ...settled, record: refused })).toMatchObject({
      state: 'needs_attention',
      reason: 'refused',
      since: changed.toISOString(),
      word: { code: 'class_unknown', detail: 'No such class.' },
    });
    for (const error_code of ['http_401', 'http_403']) {
      expect(short({ record: waiting, link: { ...down, error_code } })).toBe(
        'needs_attention: connection_down',
      );
    }
  });

  it('is not moved by a connection that failed after it was delivered', () => {
    expect(short({ link: down })).toBe('on_onefit: delivered');
  });

  it('is not offered, and says why', () => {
    expect(short({ ruleAllows: false })).toBe('not_offered: rule_off');
    expect(short({ orderActive: false })).toBe('not_offered: not_ordered');
    expect(short({ ruleAllows: false, orderActive: false })).toBe('not_offered: rule_off');
    expect(short({ view: { ...view, state: 'cancelled' } })).toBe('not_offered: cancelled');
    expect(short({ now: view.endsAt })).toBe('not_offered: over');
    expect(short({ ruleAllows: false, record: null, link: null })).toBe('not_offered: rule_off');
  });

  it('waits while a withdrawal or cancellation is on its way', () => {
    expect(short({ ruleAllows: false, record: waiting })).toBe('waiting: sending');
    expect(short({ view: { ...view, state: 'cancelled' }, record: waiting })).toBe(
      'waiting: sending',
    );
    // Without a link nobody at Onefit can see it.
    expect(short({ ruleAllows: false, record: waiting, link: null })).toBe('not_offered: rule_off');
  });

  it('is over once it has ended, whatever was left to say', () => {
    expect(short({ now: view.endsAt, record: refused })).toBe('not_offered: over');
  });
});
