import type { ItemResult, Session } from '../contract/types';
import type { SessionReceipt, SessionRecord, VenueRecord } from './records';
import type { OnefitStore } from './store';

const MAX_RECEIPTS = 5_000;

/** Says whether a session is to be refused, and with what word; null when it is welcome. */
export type SessionVeto = (session: Session) => { code: string; detail: string } | null;

export interface Arrival {
  /** The number of the request, given when it arrived. */
  number: number;
  at: Date;
}

/**
 * Takes sessions as Onefit does: one outcome for each, in order. A version that is held already,
 * or an older one, is `stale`; a vetoed one is `rejected`; neither changes what is held.
 */
export function receiveSessions(
  store: OnefitStore,
  venue: VenueRecord,
  sessions: readonly Session[],
  arrival: Arrival,
  veto: SessionVeto,
): ItemResult[] {
  const results = sessions.map((session) => receiveOne(store, venue, session, arrival, veto));
  store.changed();
  return results;
}

function receiveOne(
  store: OnefitStore,
  venue: VenueRecord,
  session: Session,
  arrival: Arrival,
  veto: SessionVeto,
): ItemResult {
  const record = store.session(venue, session.id);
  noteViolations(store, venue, record, session, arrival);
  const result = judge(record, session, veto);
  if (result.outcome === 'accepted') {
    record.heldBefore = record.held;
    record.held = session;
    record.heldSince = arrival.at.toISOString();
    venue.timeZone = session.timeZone;
  }
  record.received.push(receipt(session, arrival, result));
  if (record.received.length > MAX_RECEIPTS) record.received.shift();
  return result;
}

function judge(record: SessionRecord, session: Session, veto: SessionVeto): ItemResult {
  const { id } = session;
  const { held } = record;
  if (held && held.version >= session.version) return { id, outcome: 'stale' };
  if (held?.status === 'cancelled' && session.status === 'scheduled') {
    return {
      id,
      outcome: 'rejected',
      code: 'session_cancelled',
      detail: 'The session was cancelled, and a cancellation is final.',
    };
  }
  const refusal = veto(session);
  return refusal ? { id, outcome: 'rejected', ...refusal } : { id, outcome: 'accepted' };
}

/**
 * Compares with what came before. The order that counts is that of arrival: a request that the
 * sandbox itself delayed does not make the venue guilty.
 */
function noteViolations(
  store: OnefitStore,
  venue: VenueRecord,
  record: SessionRecord,
  session: Session,
  arrival: Arrival,
): void {
  const note = (rule: 'version_fell' | 'version_reused' | 'cancellation_revoked', detail: string) =>
    store.addViolation({
      at: arrival.at.toISOString(),
      rule,
      venueId: venue.venueId,
      subject: session.id,
      detail,
    });
  const { version } = session;
  const overtaken = record.received.find((earlier) =>
    earlier.arrival <= arrival.number ? earlier.version > version : earlier.version < version,
  );
  if (overtaken) {
    note(
      'version_fell',
      `Version ${version} and version ${overtaken.version} arrived out of order.`,
    );
  }
  const { held } = record;
  if (held?.version === version && JSON.stringify(held) !== JSON.stringify(session)) {
    note('version_reused', `Version ${version} came twice with different contents.`);
  }
  if (held?.status === 'cancelled' && session.status === 'scheduled' && version > held.version) {
    note('cancellation_revoked', `Version ${version} schedules a session that was cancelled.`);
  }
}

function receipt(session: Session, arrival: Arrival, result: ItemResult): SessionReceipt {
  return {
    at: arrival.at.toISOString(),
    arrival: arrival.number,
    version: session.version,
    status: session.status,
    startsAt: session.startsAt,
    availableSpots: session.availableSpots,
    outcome: result.outcome,
    ...(result.code ? { code: result.code } : {}),
  };
}
