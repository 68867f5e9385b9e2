import type { Arena } from './arena';
import type { Asked, Call } from './calls/call';
import type { Performer } from './calls/perform';
import type { Fill } from './checker/evidence';
import { grouped } from './checker/facts';
import { isCancelled } from './checker/outcome';
import type { AppointmentRow, BookingRow, VenueRows } from './rows/venue-rows';

const AT_ONCE = 8;
/** How often a busy database is asked again. */
const PATIENCE = 5;

/** How far an arena could be filled up, and the calls with which that was found out. */
export interface Filled {
  fills: Fill[];
  calls: Call[];
}

function isBusy({ answer }: Call): boolean {
  return answer?.code === 'temporarily_unavailable';
}

/** Books one after the other until a booking is refused, or one more than were free. */
async function bookUntilFull(
  performer: Performer,
  server: () => number,
  wishes: Asked[],
): Promise<{ given: number; calls: Call[] }> {
  const calls: Call[] = [];
  let given = 0;
  for (const wish of wishes) {
    let call = await performer.perform(wish, { server: server() });
    calls.push(call);
    for (let again = 0; isBusy(call) && again < PATIENCE; again += 1) {
      call = await performer.perform(wish, { server: server() });
      calls.push(call);
    }
    if (call.answer?.status !== 201) break;
    given += 1;
  }
  return { given, calls };
}

async function fillOne(
  appointment: AppointmentRow,
  held: BookingRow[],
  arena: Arena,
  performer: Performer,
  server: () => number,
): Promise<Filled> {
  const { documentId, capacity, limit } = appointment;
  const onefit = held.filter((row) => row.source === 'onefit').length;
  const room = Math.max(0, capacity - held.length);
  const share = Math.max(0, Math.min(room, (limit ?? Infinity) - onefit));
  const members = await bookUntilFull(
    performer,
    server,
    Array.from({ length: share + 1 }, (_, index) => ({
      kind: 'book',
      booking: `fill-${documentId}-${index}`,
      session: documentId,
      member: `fill-${documentId}-${index}`,
    })),
  );
  const free = Math.max(0, room - members.given);
  const inside = new Set(held.map((row) => row.customer));
  const guests = arena.customers.filter((customer) => !inside.has(customer.documentId));
  const desk = await bookUntilFull(
    performer,
    server,
    guests.slice(0, free + 1).map((customer) => ({
      kind: 'desk-book',
      appointment: documentId,
      customer: customer.documentId,
      through: 'sign-in',
    })),
  );
  return {
    fills: [
      { appointment: documentId, source: 'onefit', free: share, given: members.given },
      { appointment: documentId, source: 'own', free, given: desk.given },
    ],
    calls: [...members.calls, ...desk.calls],
  };
}

/**
 * Fills every appointment of an arena that still takes place, one booking after the other, when
 * nothing else is going on: first Onefit's share, then the rest at the desk.
 *
 * @param rows what the database holds now
 */
export async function fillUp(arena: Arena, rows: VenueRows, performer: Performer): Promise<Filled> {
  const here = new Set(arena.appointments.map(({ documentId }) => documentId));
  const open = rows.appointments.filter(
    (row) => row.state === 'scheduled' && here.has(row.documentId),
  );
  const active = grouped(
    rows.bookings.filter((row) => !isCancelled(row.state)),
    (row) => row.appointment,
  );
  let turn = 0;
  const server = () => (turn += 1);
  const filled: Filled[] = [];
  for (let start = 0; start < open.length; start += AT_ONCE) {
    const some = open.slice(start, start + AT_ONCE).map((appointment) => {
      const held = active.get(appointment.documentId) ?? [];
      return fillOne(appointment, held, arena, performer, server);
    });
    filled.push(...(await Promise.all(some)));
  }
  return {
    fills: filled.flatMap(({ fills }) => fills),
    calls: filled.flatMap(({ calls }) => calls),
  };
}
