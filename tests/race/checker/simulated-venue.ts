import { setTimeout as sleep } from 'node:timers/promises';
import type { Arena } from '../arena';
import type { Answer, Asked, AskedOf, EntryBody } from '../calls/call';
import { CUT } from '../calls/http';
import type { Performer } from '../calls/perform';
import type { Prng } from '../../support/prng';
import type { AppointmentRow, BookingRow, VenueRows } from '../rows/venue-rows';
import { isCancelled } from './outcome';

const LONGEST_MS = 4;
const NO_ANSWER = { code: null, retryAfter: false, booking: null, entries: [] };

interface Kept extends BookingRow {
  modified: number;
  bookedAt: number;
}

/** What a venue can get wrong: spots without a guard, spots never given back, one spot never sold. */
export type Fault = 'unguarded' | 'keeps-spots' | 'undersells';

/**
 * A venue in memory whose every call takes effect at one moment between its question and its
 * answer. What the checker says of it is known beforehand: nothing, unless it has a fault.
 */
export class SimulatedVenue implements Performer {
  readonly rows: VenueRows;
  private readonly bookings: Kept[] = [];
  private made = 0;
  private ticks = 0;

  constructor(
    private readonly arena: Arena,
    private readonly random: Prng,
    private readonly fault: Fault | null = null,
  ) {
    const { appointments, customers } = arena;
    this.rows = {
      appointments: appointments.map(({ documentId, capacity, limit }) => ({
        ...{ documentId, capacity, limit },
        ...{ state: 'scheduled', booked: 0, bookedByAggregator: 0 },
      })),
      bookings: this.bookings,
      changes: [],
      customers: customers.map(({ documentId }) => documentId),
      aggregatorIds: customers.flatMap(({ documentId, member }) =>
        member === null ? [] : [{ externalId: member, customer: documentId }],
      ),
    };
  }

  close() {}

  readonly perform: Performer['perform'] = async (asked, { server, cutAfterMs = null }) => {
    const id = `1-${(this.made += 1)}`;
    const invokedAt = performance.now();
    const cut = cutAfterMs !== null;
    await sleep(this.random.next() * LONGEST_MS);
    const answer = cut && this.random.chance(0.5) ? null : this.answer(asked);
    await sleep(this.random.next() * LONGEST_MS);
    const call = { id, server, asked, invokedAt };
    return cut || answer === null
      ? { ...call, answer: null, answeredAt: null, lost: CUT }
      : { ...call, answer, answeredAt: performance.now(), lost: null };
  };

  private answer(asked: Asked): Answer {
    this.ticks += 1;
    switch (asked.kind) {
      case 'book':
        return this.book(asked);
      case 'cancel':
        return this.cancel(asked);
      case 'check-in':
        return this.onOnefit(asked.booking, (row) => this.letIn(row, 409));
      case 'read':
        return this.onOnefit(asked.booking, () => null);
      case 'desk-book':
        return this.deskBook(asked);
      case 'desk-cancel':
        return this.onEntry(asked.entry, (row) => {
          if (row.source === 'onefit') return refusal(400, 'onefit_booking_locked');
          return this.end(row, asked.late, 400);
        });
      case 'desk-check-in':
        return this.onEntry(asked.entry, (row) => this.letIn(row, 400));
      case 'desk-no-show':
        return this.onEntry(asked.entry, ({ state }) =>
          refusal(400, isCancelled(state) ? 'booking_cancelled' : 'appointment_not_started'),
        );
      case 'desk-look': {
        const here = this.bookings.filter((row) => row.appointment === asked.appointment);
        return { ...NO_ANSWER, status: 200, entries: here.map(entryOf) };
      }
      case 'edit':
        return this.edit(asked);
      case 'edit-activity':
        for (const { documentId, follows } of this.arena.appointments) {
          if (follows === asked.activity) this.place(documentId).limit = asked.limit;
        }
        return { ...NO_ANSWER, status: 200 };
      case 'call-off':
        return this.callOff(this.place(asked.appointment));
    }
  }

  private place(documentId: string): AppointmentRow {
    const row = this.rows.appointments.find((one) => one.documentId === documentId);
    if (!row) throw new Error(`There is no appointment ${documentId}.`);
    return row;
  }

  private refused(place: AppointmentRow, source: 'own' | 'onefit', customer: string | null) {
    if (place.state === 'cancelled') return 'cancelled';
    const inside = this.bookings.some(
      (row) =>
        row.appointment === place.documentId &&
        row.customer === customer &&
        !isCancelled(row.state),
    );
    if (inside && customer !== null) return 'already_booked';
    if (this.fault === 'unguarded') return null;
    const capacity = place.capacity - (this.fault === 'undersells' ? 1 : 0);
    const shared = source === 'onefit' && place.bookedByAggregator >= (place.limit ?? Infinity);
    return place.booked >= capacity || shared ? 'full' : null;
  }

  private keep(row: Omit<Kept, 'documentId' | 'modified' | 'bookedAt'>): Kept {
    const documentId = `d-${this.bookings.length + 1}`;
    const kept = { ...row, documentId, modified: this.ticks, bookedAt: this.ticks };
    this.bookings.push(kept);
    this.rows.changes.push({ booking: documentId, state: row.state });
    if (row.state === 'confirmed' && row.appointment !== null) {
      const place = this.place(row.appointment);
      place.booked += 1;
      if (row.source === 'onefit') place.bookedByAggregator += 1;
    }
    return kept;
  }

  private move(row: Kept, state: string) {
    row.state = state;
    row.modified = this.ticks;
    this.rows.changes.push({ booking: row.documentId, state });
    if (!isCancelled(state) || row.appointment === null || this.fault === 'keeps-spots') return;
    const place = this.place(row.appointment);
    place.booked -= 1;
    if (row.source === 'onefit') place.bookedByAggregator -= 1;
  }

  private end(row: Kept, late: boolean, status: number): Answer | null {
    if (isCancelled(row.state)) return null;
    if (row.state !== 'confirmed') return refusal(status, 'cancellation_not_permitted');
    this.move(row, late ? 'late_cancelled' : 'cancelled');
    return null;
  }

  private letIn(row: Kept, status: number): Answer | null {
    if (isCancelled(row.state)) return refusal(status, 'booking_cancelled');
    if (row.state !== 'checked_in') this.move(row, 'checked_in');
    return null;
  }

  private onOnefit(id: string, act: (row: Kept) => Answer | null): Answer {
    const row = this.bookings.find((one) => one.externalId === id);
    if (!row?.appointment) return refusal(404, 'not_found');
    return act(row) ?? this.shown(row, 200);
  }

  private onEntry(id: string, act: (row: Kept) => Answer | null): Answer {
    const row = this.bookings.find((one) => one.documentId === id);
    if (!row) throw new Error(`There is no booking ${id}.`);
    return act(row) ?? { ...NO_ANSWER, status: 200, entries: [entryOf(row)] };
  }

  private shown(row: Kept, status: number): Answer {
    const at = (tick: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, tick)).toISOString();
    const booking = {
      id: row.externalId ?? '',
      sessionId: row.appointment ?? '',
      status: row.state,
      member: { id: row.memberId ?? '' },
      product: 'Onefit',
      bookedAt: at(row.bookedAt),
      modifiedAt: at(row.modified),
    };
    return { ...NO_ANSWER, status, booking };
  }

  private customerOf(member: string): string | null {
    return this.rows.aggregatorIds.find((row) => row.externalId === member)?.customer ?? null;
  }

  private newCustomer(member: string): string {
    const customer = `c-${member}`;
    this.rows.customers.push(customer);
    this.rows.aggregatorIds.push({ externalId: member, customer });
    return customer;
  }

  private book({ booking, session, member }: AskedOf<'book'>): Answer {
    const known = this.bookings.find((row) => row.externalId === booking);
    if (known) {
      if (known.appointment === null)
        Object.assign(known, { appointment: session, memberId: member });
      const same = known.appointment === session && known.memberId === member;
      return same ? this.shown(known, 200) : refusal(422, 'booking_mismatch');
    }
    const holder = this.customerOf(member);
    const reason = this.refused(this.place(session), 'onefit', holder);
    if (reason === 'cancelled') return refusal(410, 'session_cancelled');
    if (reason) return refusal(409, reason === 'full' ? 'session_full' : reason);
    const row = this.keep({
      ...{ source: 'onefit', externalId: booking, memberId: member, appointment: session },
      ...{ customer: holder ?? this.newCustomer(member), state: 'confirmed' },
    });
    return this.shown(row, 201);
  }

  private cancel({ booking, late }: AskedOf<'cancel'>): Answer {
    const row = this.bookings.find((one) => one.externalId === booking);
    if (row?.appointment) return this.end(row, late, 409) ?? this.shown(row, 200);
    const unseen = { memberId: null, appointment: null, customer: null, state: 'cancelled' };
    if (!row) this.keep({ source: 'onefit', externalId: booking, ...unseen });
    return { ...NO_ANSWER, status: 202 };
  }

  private deskBook({ appointment, customer }: AskedOf<'desk-book'>): Answer {
    const reason = this.refused(this.place(appointment), 'own', customer);
    if (reason) {
      return refusal(400, reason === 'already_booked' ? reason : `appointment_${reason}`);
    }
    const row = this.keep({
      ...{ source: 'own', externalId: null, memberId: null, appointment },
      ...{ customer, state: 'confirmed' },
    });
    return { ...NO_ANSWER, status: 201, entries: [entryOf(row)] };
  }

  private edit({ appointment, capacity, limit }: AskedOf<'edit'>): Answer {
    const place = this.place(appointment);
    if (place.state === 'cancelled') return refusal(400, 'appointment_cancelled');
    if (capacity !== undefined) place.capacity = capacity;
    if (limit !== undefined) place.limit = limit;
    return { ...NO_ANSWER, status: 200 };
  }

  private callOff(place: AppointmentRow): Answer {
    place.state = 'cancelled';
    for (const row of this.bookings) {
      const here = row.appointment === place.documentId && !isCancelled(row.state);
      if (here) this.move(row, 'cancelled_by_venue');
    }
    return { ...NO_ANSWER, status: 200 };
  }
}

function refusal(status: number, code: string): Answer {
  return { ...NO_ANSWER, status, code };
}

function entryOf({ documentId, source, state }: BookingRow): EntryBody {
  return { documentId, source, state };
}
