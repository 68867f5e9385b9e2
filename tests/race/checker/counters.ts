import type { Violation } from './evidence';
import type { Facts } from './facts';
import { grouped } from './facts';
import { isCancelled } from './outcome';

/** The counters of every appointment equal its active rows. */
export function counters({ rows, appointments }: Facts): Violation[] {
  const active = grouped(
    rows.bookings.filter((row) => !isCancelled(row.state)),
    (row) => row.appointment,
  );
  return rows.appointments.flatMap((appointment) => {
    const here = active.get(appointment.documentId) ?? [];
    const onefit = here.filter((row) => row.source === 'onefit').length;
    const { booked, bookedByAggregator, documentId } = appointment;
    if (booked === here.length && bookedByAggregator === onefit) return [];
    return [
      {
        what: `${documentId} counts ${booked} booked, ${bookedByAggregator} by Onefit; the rows say ${here.length} and ${onefit}.`,
        calls: (appointments.get(documentId)?.stays ?? []).flatMap((stay) => stay.calls),
      },
    ];
  });
}
