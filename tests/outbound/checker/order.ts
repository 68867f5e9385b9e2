import type { Evidence, Finding } from './evidence';
import type { Receipt } from './at-onefit';

/** In the order of arrival, whatever the peer did first. */
function byArrival(received: Receipt[]): Receipt[] {
  return [...received].sort((one, other) => one.arrival - other.arrival);
}

/** Every receipt with the one that arrived just before it, of each session. */
function steps({ sessions }: Evidence) {
  return sessions.flatMap(({ id, received }) => {
    const sorted = byArrival(received);
    return sorted.slice(1).map((receipt, index) => ({ id, before: sorted[index], receipt }));
  });
}

/** "For one session versions arrive rising": the same once more is a repeat, a lower one a fall. */
export function versionsRise(evidence: Evidence): Finding[] {
  const seen = evidence.atOnefit.violations.filter(
    ({ venueId, rule }) => venueId === evidence.notes.venue && rule !== 'cancellation_revoked',
  );
  return [
    ...steps(evidence).flatMap(({ id, before, receipt }) =>
      before && before.version > receipt.version
        ? [{ subject: id, what: `version ${receipt.version} came after ${before.version}` }]
        : [],
    ),
    ...seen
      .filter(({ rule }) => rule !== 'version_fell')
      .map(({ subject, rule, detail }) => ({ subject, what: `${rule}: ${detail}` })),
  ];
}

/** A cancellation is final: nothing that arrives after it says otherwise. */
export function cancellationsStand(evidence: Evidence): Finding[] {
  return evidence.sessions.flatMap(({ id, received }) => {
    const sorted = byArrival(received);
    const cancelled = sorted.findIndex(({ status }) => status === 'cancelled');
    const after = cancelled < 0 ? [] : sorted.slice(cancelled + 1);
    return after
      .filter(({ status }) => status !== 'cancelled')
      .map(({ status, version }) => ({
        subject: id,
        what: `${status} (version ${version}) came after the cancellation`,
      }));
  });
}

/** A session that was never offered is never mentioned. */
export function neverOfferedIsUnknown({ sessions, notes }: Evidence): Finding[] {
  return sessions
    .filter(({ id, received }) => notes.neverOffered.has(id) && received.length > 0)
    .map(({ id, received }) => ({
      subject: id,
      what: `never offered, and mentioned ${received.length} times`,
    }));
}

/** Nothing arrives while the venue is not linked. */
export function unlinkedIsSilent({ sessions, notes }: Evidence): Finding[] {
  return sessions.flatMap(({ id, received }) =>
    received
      .filter(({ at }) =>
        notes.unlinked.some(({ from, until }) => Date.parse(at) > from && Date.parse(at) < until),
      )
      .map(({ at, version }) => ({
        subject: id,
        what: `version ${version} arrived at ${at}, while the venue was not linked`,
      })),
  );
}
