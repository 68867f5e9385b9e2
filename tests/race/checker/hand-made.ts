import type { ArenaAppointment, ArenaCustomer } from '../arena';
import type { Answer, Asked, BookingBody, Call, EntryBody } from '../calls/call';
import type { BookingRow } from '../rows/venue-rows';
import { check } from './check';
import type { Invariant } from './check';
import type { Evidence } from './evidence';
import { isCancelled } from './outcome';

/** When a call was made and answered; a second null = never answered. */
type Times = [number, number | null];

interface RowOptions {
  state?: string;
  source?: 'own' | 'onefit';
  customer?: string;
  appointment?: string | null;
  /** the states it went through; else what leads to `state` */
  history?: string[];
}

const AT = '2026-11-22T06:00:00Z';

function bookingBody(id: string, member: string, status: string, session: string): BookingBody {
  return {
    id,
    sessionId: session,
    status,
    member: { id: member },
    product: 'Onefit',
    bookedAt: AT,
    modifiedAt: AT,
  };
}

function answer(status: number, more: Partial<Answer> = {}): Answer {
  return { status, code: null, retryAfter: status === 503, booking: null, entries: [], ...more };
}

/** Histories written by hand, to see what the checker makes of them. Everything is about `s-1`. */
export class HandMade {
  readonly evidence: Evidence;
  private made = 0;

  constructor(appointment: Partial<ArenaAppointment> = {}, customers: ArenaCustomer[] = []) {
    const first = { documentId: 's-1', capacity: 1, limit: null, follows: null, ...appointment };
    this.evidence = {
      arena: { appointments: [first], customers },
      calls: [],
      fills: [],
      rows: {
        appointments: [
          {
            documentId: first.documentId,
            state: 'scheduled',
            capacity: first.capacity,
            limit: first.limit,
            booked: 0,
            bookedByAggregator: 0,
          },
        ],
        bookings: [],
        changes: [],
        customers: customers.map(({ documentId }) => documentId),
        aggregatorIds: customers.flatMap(({ documentId, member }) =>
          member === null ? [] : [{ externalId: member, customer: documentId }],
        ),
      },
    };
  }

  /** The row of the only appointment. */
  get appointment() {
    const [row] = this.evidence.rows.appointments;
    if (!row) throw new Error('There is no appointment.');
    return row;
  }

  call(asked: Asked, [invokedAt, answeredAt]: Times, given: Answer | null): Call {
    this.made += 1;
    const call: Call = {
      id: `1-${this.made}`,
      server: 0,
      asked,
      invokedAt,
      answeredAt,
      answer: answeredAt === null ? null : given,
      lost: answeredAt === null ? 'cut' : null,
    };
    this.evidence.calls.push(call);
    return call;
  }

  /** @param outcome 201 or 200 with a state, or the code of a refusal with its status */
  book(
    booking: string,
    member: string,
    times: Times,
    outcome: number | [number, string] = 201,
    session = 's-1',
  ): Call {
    const [status, word] = typeof outcome === 'number' ? [outcome, 'confirmed'] : outcome;
    const given =
      status < 300
        ? answer(status, { booking: bookingBody(booking, member, word, session) })
        : answer(status, { code: word });
    return this.call({ kind: 'book', booking, session, member }, times, given);
  }

  cancel(booking: string, member: string, times: Times, state: string | null = 'cancelled'): Call {
    const given = state
      ? answer(200, { booking: bookingBody(booking, member, state, 's-1') })
      : answer(202);
    const late = state === 'late_cancelled';
    return this.call({ kind: 'cancel', booking, late }, times, given);
  }

  deskBook(customer: string, times: Times, outcome: string | [number, string]): Call {
    const entry: EntryBody[] =
      typeof outcome === 'string'
        ? [{ documentId: outcome, source: 'own', state: 'confirmed' }]
        : [];
    const given =
      typeof outcome === 'string'
        ? answer(201, { entries: entry })
        : answer(outcome[0], { code: outcome[1] });
    return this.call(
      { kind: 'desk-book', appointment: 's-1', customer, through: 'sign-in' },
      times,
      given,
    );
  }

  edit(numbers: { capacity?: number; limit?: number | null }, times: Times): Call {
    return this.call({ kind: 'edit', appointment: 's-1', ...numbers }, times, answer(200));
  }

  callOff(times: Times): Call {
    return this.call({ kind: 'call-off', appointment: 's-1' }, times, answer(200));
  }

  /** What the database holds of a booking, with its customer and the counters in line. */
  row(id: string, member: string | null, options: RowOptions = {}): BookingRow {
    const { state = 'confirmed', source = 'onefit' } = options;
    const { customer = `c-${member}`, appointment = 's-1' } = options;
    const { rows } = this.evidence;
    const row: BookingRow = {
      documentId: `d-${id}-${rows.bookings.length}`,
      source,
      externalId: source === 'own' ? null : id,
      memberId: member,
      appointment,
      customer,
      state,
    };
    if (source === 'own') row.documentId = id;
    rows.bookings.push(row);
    const history = options.history ?? (state === 'confirmed' ? [state] : ['confirmed', state]);
    rows.changes.push(...history.map((each) => ({ booking: row.documentId, state: each })));
    if (!isCancelled(state)) {
      this.appointment.booked += 1;
      if (source === 'onefit') this.appointment.bookedByAggregator += 1;
    }
    if (member !== null && !rows.customers.includes(customer)) {
      rows.customers.push(customer);
      rows.aggregatorIds.push({ externalId: member, customer });
    }
    return row;
  }

  /** The invariants that are violated, by name. */
  broken(): Invariant[] {
    return check(this.evidence)
      .filter(({ violations }) => violations.length > 0)
      .map(({ invariant }) => invariant);
  }
}
