import type { Violation } from './evidence';
import type { Facts } from './facts';
import { isCancelled } from './outcome';

/** By a booking's history: taken at most once, given back at most once, and nothing after that. */
function historyFault(states: string[], final: string): string | null {
  const taken = states.filter((state) => state === 'confirmed').length;
  const freed = states.filter(isCancelled).length;
  if (taken > 1) return `was taken ${taken} times`;
  if (freed > 1) return `was given back ${freed} times`;
  if (states[states.length - 1] !== final) return `ends as ${states.join(', ')}, and is ${final}`;
  if (freed === 1 && !isCancelled(final)) return 'came back after it was given back';
  return null;
}

/**
 * A spot that is given back can be taken again exactly once: each booking's history says so, and
 * once everything is still, just as many bookings fit into an appointment as the rows leave free.
 */
export function freedOnce({ rows, history, aboutBooking, fills, calls }: Facts): Violation[] {
  return [
    ...rows.bookings.flatMap((row) => {
      const fault = historyFault(history.get(row.documentId) ?? [], row.state);
      if (!fault) return [];
      const what = `The spot of the booking ${row.externalId ?? row.documentId} ${fault}.`;
      return [{ what, calls: aboutBooking.get(row.externalId ?? '') ?? [] }];
    }),
    ...fills
      .filter(({ free, given }) => free !== given)
      .map(({ appointment, source, free, given }) => ({
        what: `${appointment} had ${free} spots for ${source} bookings left, and ${given} were given.`,
        calls: calls.filter(
          ({ asked }) => 'appointment' in asked && asked.appointment === appointment,
        ),
      })),
  ];
}
