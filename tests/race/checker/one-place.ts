import { isOf } from '../calls/call';
import type { Call } from '../calls/call';
import type { Violation } from './evidence';
import type { Facts } from './facts';
import { grouped } from './facts';
import { latest } from './outcome';
import type { Stay } from './stay';

function certainlyTogether(one: Stay, other: Stay): boolean {
  const began = Math.max(one.taken.by, other.taken.by);
  return began < Math.min(one.freed.from, other.freed.from);
}

function twice(stays: Stay[]): Violation[] {
  const sorted = [...stays].sort((one, other) => one.taken.by - other.taken.by);
  return sorted.flatMap((one, index) =>
    sorted
      .slice(index + 1)
      .filter((other) => certainlyTogether(one, other) || bothActive(one, other))
      .map((other) => ({
        what: `${String(one.row.customer)} held two places in ${one.row.appointment} at once.`,
        calls: [...one.calls, ...other.calls],
      })),
  );
}

function bothActive(one: Stay, other: Stay): boolean {
  return one.freed.from === Infinity && other.freed.from === Infinity;
}

/** Who asked, as the venue knows them; null = the member has no profile. */
function customerIn(facts: Facts, call: Call): { place: string; customer: string | null } | null {
  if (isOf(call, 'book')) {
    const { session, member } = call.asked;
    return { place: session, customer: facts.customerOf.get(member) ?? null };
  }
  if (isOf(call, 'desk-book')) {
    return { place: call.asked.appointment, customer: call.asked.customer };
  }
  return null;
}

/** Told "already booked", while certainly no place was held at any moment of the call. */
function falselyTold(facts: Facts, call: Call): Violation[] {
  if (call.answer?.code !== 'already_booked') return [];
  const asked = customerIn(facts, call);
  const stays = facts.appointments.get(asked?.place ?? '')?.stays ?? [];
  const held = stays.some(
    ({ row, taken, freed }) =>
      row.customer === asked?.customer && taken.from <= latest(call) && freed.by >= call.invokedAt,
  );
  if (held) return [];
  return [{ what: 'Told "already booked" without holding a place.', calls: [call] }];
}

/** A customer holds at most one place in an appointment, and is told so only while they do. */
export function onePlace(facts: Facts): Violation[] {
  return [
    ...[...facts.appointments.values()].flatMap(({ stays }) =>
      [...grouped(stays, ({ row }) => row.customer).values()].flatMap(twice),
    ),
    ...facts.calls.flatMap((call) => falselyTold(facts, call)),
  ];
}
