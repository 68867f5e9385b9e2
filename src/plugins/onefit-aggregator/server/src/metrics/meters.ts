import { Counter, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Answered } from '../inbound/context';
import { RECORD_OUTCOMES } from '../outbound/sent-records';
import type { SentRecords } from '../outbound/sent-records';
import { operationList } from '../wire/operations';
import { problemCodes } from '../wire/problems';
import type { CallMade } from './observed-client';
import { RECORD_KINDS } from './standing';

/** Seconds; a booking takes a few milliseconds, and Onefit waits ten seconds at most. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What a request is counted under that has no operation, or nobody's signature. */
const NO_OPERATION = 'none';

const BOOKING = 'putBooking';

/** What a booking may end in: made, asked for again, or refused with a code. */
const BOOKING_OUTCOMES = ['accepted', 'repeated', ...problemCodes];

function bookingOutcome({ status, code }: Answered): string {
  return code ?? (status === 201 ? 'accepted' : 'repeated');
}

/**
 * What this process counts while it works. Every label has few values, all of them ours: no venue,
 * no person, no word of Onefit's. What fails by venue stands on the page "Onefit".
 */
export interface Meters {
  registry: Registry;
  answered: (answered: Answered) => void;
  called: (call: CallMade) => void;
  sent: (sent: SentRecords) => void;
}

/** Meters that count into a registry of their own, with those of the process and its event loop. */
export function createMeters(): Meters {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];

  const requests = new Histogram({
    name: 'onefit_request_duration_seconds',
    help: 'How long requests of Onefit took, by operation and class of status.',
    labelNames: ['operation', 'status'],
    buckets: BUCKETS,
    registers,
  });
  const bookings = new Counter({
    name: 'onefit_bookings_total',
    help: 'Bookings that Onefit asked for, by outcome: accepted, repeated, or the code of the refusal.',
    labelNames: ['outcome'],
    registers,
  });
  const calls = new Histogram({
    name: 'onefit_call_duration_seconds',
    help: 'How long calls to Onefit took, by call and outcome: answered, or how they failed.',
    labelNames: ['call', 'outcome'],
    buckets: BUCKETS,
    registers,
  });
  const records = new Counter({
    name: 'onefit_records_sent_total',
    help: 'Changes sent to Onefit, by kind, outcome, and whether it was the first attempt or a retry.',
    labelNames: ['kind', 'outcome', 'attempt'],
    registers,
  });

  // A counter that appears with its first event hides that event from every rate.
  for (const outcome of BOOKING_OUTCOMES) bookings.inc({ outcome }, 0);
  for (const kind of RECORD_KINDS) {
    for (const outcome of RECORD_OUTCOMES) {
      for (const attempt of ['first', 'retry']) records.inc({ kind, outcome, attempt }, 0);
    }
  }
  for (const { operationId } of operationList) {
    requests.zero({ operation: operationId, status: '2xx' });
  }

  return {
    registry,
    answered(answered) {
      const { operation, status, seconds } = answered;
      const labels = {
        operation: operation ?? NO_OPERATION,
        status: `${Math.floor(status / 100)}xx`,
      };
      requests.observe(labels, seconds);
      if (operation === BOOKING) bookings.inc({ outcome: bookingOutcome(answered) });
    },
    called({ call, outcome, seconds }) {
      calls.observe({ call, outcome }, seconds);
    },
    sent({ kind, outcome, first, again }) {
      if (first > 0) records.inc({ kind, outcome, attempt: 'first' }, first);
      if (again > 0) records.inc({ kind, outcome, attempt: 'retry' }, again);
    },
  };
}
