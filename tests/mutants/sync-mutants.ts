import type { Judge, Mutant } from './mutant';

const OUTBOUND = 'src/plugins/onefit-aggregator/server/src/outbound';
const by = (files: string, tests?: string): Judge => ({ suite: 'integration', files, tests });

const MARK: Mutant[] = [
  {
    name: 'a change is marked outside its transaction',
    breaks: 'mark and edit are one',
    file: 'src/plugins/onefit-aggregator/server/src/connection-service.ts',
    from: 'await markSessions(trx, documentIds, clock.now());',
    to: `void trx;
        setTimeout(() => void markSessions(strapi.db.connection, documentIds, clock.now()), 50);`,
    judge: by('direct-edits'),
  },
  {
    name: 'a second change within the second gets no version of its own',
    breaks: 'every change has a version of its own',
    file: `${OUTBOUND}/mark.ts`,
    from: "= 'CASE WHEN desired_version >= ? THEN desired_version + 1 ELSE ? END'",
    to: "= 'CASE WHEN desired_version >= ? THEN desired_version ELSE ? END'",
    judge: by('outbound-sessions'),
  },
  {
    name: 'a cancellation is not urgent',
    breaks: 'cancellations go before all else',
    file: `${OUTBOUND}/mark.ts`,
    from: "WHERE document_id = subject AND state = 'cancelled'))",
    to: "WHERE document_id = subject AND state = 'nothing'))",
    judge: by('outbound-coordination'),
  },
  {
    name: 'what is not allowed is offered',
    breaks: 'only sessions of allowed activities are sent',
    file: `${OUTBOUND}/mark.ts`,
    from: "{ 'offered.aggregator_allowed': true, 'offered.state': 'scheduled' }",
    to: "{ 'offered.state': 'scheduled' }",
    judge: by('outbound-sessions'),
  },
  {
    name: 'what is over is offered',
    breaks: 'only coming sessions are sent',
    file: `${OUTBOUND}/mark.ts`,
    from: "\n    .where('offered.ends_at', '>', now)",
    to: '',
    judge: by('outbound-sessions'),
  },
];

const CLAIM: Mutant[] = [
  {
    name: 'a lease is not respected',
    breaks: 'each record is sent by one instance',
    file: `${OUTBOUND}/sync-record.ts`,
    from: "record.whereNull('lease_until').orWhere('lease_until', '<=', now)",
    to: "record.whereNull('lease_until').orWhereNotNull('lease_until')",
    judge: by('outbound-coordination'),
  },
  {
    name: 'a lease never ends',
    breaks: 'a killed instance’s work is taken over',
    file: `${OUTBOUND}/sync-record.ts`,
    from: "record.whereNull('lease_until').orWhere('lease_until', '<=', now)",
    to: "record.whereNull('lease_until')",
    judge: by('outbound-coordination'),
  },
  {
    name: 'a second attempt goes out under the version of the first',
    breaks: 'nothing is called stale that is news',
    file: `${OUTBOUND}/claim.ts`,
    from: 'WHEN attempts > 0 THEN desired_version + 1 ELSE',
    to: 'WHEN attempts > 0 THEN desired_version ELSE',
    judge: by('outbound-outage', 'no answer to what was carried out'),
  },
  {
    name: 'a claim takes all there is',
    breaks: 'batches of at most 100',
    file: `${OUTBOUND}/claim.ts`,
    from: '\n      .limit(limit)',
    to: '\n      .limit(limit * 1000)',
    judge: by('outbound-sessions'),
  },
  {
    name: 'a claim does not ask for the link',
    breaks: 'nothing is sent without a link',
    file: `${OUTBOUND}/claim.ts`,
    from: "\n      .whereExists(trx(VENUE_LINKS).where({ venue_key: venueKey }).select('id'))",
    to: '',
    judge: by('outbound-sessions'),
  },
  {
    name: 'first come, first served',
    breaks: 'cancellations go before all else',
    file: `${OUTBOUND}/claim.ts`,
    from: "\n  { column: 'urgent', order: 'desc' as const },",
    to: '',

    judge: by('outbound-coordination'),
  },
];

const HOLD: Mutant[] = [
  {
    name: 'who lost a part of its claim goes on',
    breaks: 'each record is sent by one instance',
    file: `${OUTBOUND}/claim.ts`,
    from: 'if (renewed !== claim.records.length) return false;',
    to: 'if (renewed === 0) return false;',
    judge: by('outbound-stop\\.'),
  },
  {
    name: 'a refused withdrawal goes out with every sweep',
    breaks: 'what Onefit refuses is not sent again by itself',
    file: `${OUTBOUND}/orphans.ts`,
    from: ' && !isWithdrawalRefused(record)',
    to: '',
    judge: by('outbound-deleted'),
  },
  {
    name: 'a connection that fails with nothing due is left alone',
    breaks: 'a failing connection is always probed',
    file: `${OUTBOUND}/comparison-due.ts`,
    from: 'due.where(timely(now)).orWhere(probed(trx, now))',
    to: 'due.where(timely(now))',
    judge: by('outbound-probe'),
  },
];

const ACKNOWLEDGE: Mutant[] = [
  {
    name: 'an acknowledgement without its version',
    breaks: 'a change made meanwhile stays due',
    file: `${OUTBOUND}/acknowledge.ts`,
    from: 'acknowledged_version: item.record.desired_version',
    to: 'acknowledged_version: item.record.desired_version + 1',
    judge: by('outbound-sessions', 'is also what it became|quick edits'),
  },
  {
    name: 'an acknowledgement without its lease',
    breaks: 'who lost the lease writes nothing',
    file: `${OUTBOUND}/update-held.ts`,
    from: '.where({ lease_token: token })',
    to: ".whereRaw('1 = 1')",
    judge: by('outbound-(coordination|stop)'),
  },
  {
    name: 'stale counts as known',
    breaks: 'what Onefit called stale is looked at again',
    file: `${OUTBOUND}/acknowledge.ts`,
    from: 'stale.has(item) ? null : (item.fingerprint ?? item.record.fingerprint)',
    to: 'item.fingerprint ?? item.record.fingerprint',
    judge: by('outbound-reconcile'),
  },
  {
    name: 'a refusal does not rest',
    breaks: 'what Onefit refuses is not sent again by itself',
    file: `${OUTBOUND}/acknowledge.ts`,
    from: 'refused_version: item.record.desired_version',
    to: 'refused_version: 0',
    judge: by('outbound-refusals'),
  },
  {
    name: 'what was sent and not answered is forgotten',
    breaks: 'what Onefit may hold is taken back as it was',
    file: `${OUTBOUND}/acknowledge.ts`,
    from: 'sent_payload: JSON.stringify(payload) })',
    to: 'sent_payload: payload && null })',
    judge: by('outbound-outage', 'no answer to'),
  },
];

const LEASES: Mutant[] = [
  {
    name: 'who lost the lease of a job goes on',
    breaks: 'one sweeper at a time',
    file: `${OUTBOUND}/lease.ts`,
    from: 'if (renewed !== 1) throw new LeaseLost(name);',
    to: 'void renewed;',
    judge: by('leases'),
  },
  {
    name: 'two sweep at once',
    breaks: 'one sweeper at a time',
    file: `${OUTBOUND}/lease.ts`,
    from: "\n    .where((free) => void free.whereNull('lease_until').orWhere('lease_until', '<=', now))",
    to: '',
    judge: by('outbound-(coordination|synchronise)'),
  },
  {
    name: 'the sweep is blind',
    breaks: 'what no hook saw is found',
    file: `${OUTBOUND}/sweep.ts`,
    from: 'return fingerprint(toSession(view, record.desired_version)) !== record.fingerprint;',
    to: 'return record.fingerprint === undefined;',
    judge: by('outbound-coordination'),
  },
];

/** Faults in marking, claiming, holding on, acknowledging and the leases. */
export const SYNC_MUTANTS: Mutant[] = [...MARK, ...CLAIM, ...HOLD, ...ACKNOWLEDGE, ...LEASES];
