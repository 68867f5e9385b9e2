import { useMemo } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';

/** An appointment of the schedule. Instants in ISO 8601, UTC; shown in `timeZone`. */
export interface Appointment {
  documentId: string;
  name: string;
  kind: 'class' | 'training';
  startsAt: string | null;
  endsAt: string | null;
  timeZone: string;
  venue: { documentId: string; name: string };
  room: string | null;
  teacher: string | null;
  state: 'scheduled' | 'cancelled';
  cancellationReason: string | null;
  capacity: number;
  booked: number;
  bookedByOnefit: number;
  /** whether the rules let aggregators book it */
  aggregatorAllowed: boolean;
  spotLimit: number | null;
}

const ROUTE = '/front-desk/appointments';

/** The appointments of the schedule, and cancelling one. */
export function useAppointments() {
  const { get, post } = useFetchClient();
  return useMemo(
    () => ({
      /** Those that start in a span, by start; at most 62 days. */
      list: async (span: { from: string; to: string }) =>
        (await get<{ appointments: Appointment[] }>(ROUTE, { params: span })).data.appointments,
      /**
       * Cancels an appointment. While bookings would end and `confirm` is false it is refused as
       * `confirmation_required`, with how many of whose in `details.own` and `details.onefit`.
       */
      cancel: async (documentId: string, reason: string, confirm: boolean) => {
        await post(`${ROUTE}/${documentId}/cancel`, { reason, confirm });
      },
    }),
    [get, post],
  );
}
