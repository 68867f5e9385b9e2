import { useMemo } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import { useTaggedGet } from './tagged';
import type { Tagged } from './tagged';

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
  /** whether it is one of the dates of a repetition */
  inSeries: boolean;
}

/** A venue to choose from. */
export interface Venue {
  documentId: string;
  name: string;
  timeZone: string;
}

export interface Timetable {
  appointments: Appointment[];
  /** false where there are more than are listed */
  complete: boolean;
  /** all venues, by name */
  venues: Venue[];
}

const ROUTE = '/front-desk/appointments';

/** The appointments of the schedule, and cancelling one. */
export function useAppointments() {
  const { post } = useFetchClient();
  const taggedGet = useTaggedGet();
  return useMemo(
    () => ({
      /** Those that start in a span, by start; at most 62 days. `venue` empty = all. */
      list: (span: { from: string; to: string }, venue: string, held?: Tagged<Timetable>) =>
        taggedGet(ROUTE, venue === '' ? span : { ...span, venue }, held),
      /**
       * Cancels an appointment. While bookings would end and `confirm` is false it is refused as
       * `confirmation_required`, with how many of whose in `details.own` and `details.onefit`.
       */
      cancel: async (documentId: string, reason: string, confirm: boolean) => {
        await post(`${ROUTE}/${documentId}/cancel`, { reason, confirm });
      },
    }),
    [post, taggedGet],
  );
}
