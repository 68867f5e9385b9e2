import { useMemo } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';

/** Which appointments of a series an edit is meant for. */
export type Scope = 'this' | 'following' | 'all';

/** What is to change; instants in ISO 8601. */
export interface AppointmentChanges {
  startsAt?: string;
  endsAt?: string;
  room?: string | null;
  teacher?: string | null;
  capacity?: number;
}

export interface EditRequest {
  scope: Scope;
  changes: AppointmentChanges;
  /** customers whose appointment moves read it */
  reason: string | null;
}

/** What an edit does; `own` and `onefit` are the bookings that move. */
export interface EditOutcome {
  /** appointments that change, and how many of them take place at another time */
  changed: number;
  moved: number;
  /** appointments that keep something that staff set by hand */
  kept: number;
  own: number;
  onefit: number;
}

/** What ending a series does; `own` and `onefit` are the bookings that end. */
export interface SeriesEnding {
  /** appointments that are gone: nobody ever booked them */
  removed: number;
  /** appointments that are cancelled, with the reason */
  cancelled: number;
  own: number;
  onefit: number;
}

/** Changing an appointment or its series, and looking first what that would do. */
export function useEditAppointment() {
  const { post } = useFetchClient();
  return useMemo(() => {
    const send = async (documentId: string, body: object) =>
      (await post<EditOutcome>(`/front-desk/appointments/${documentId}/edit`, body)).data;
    const end = async (documentId: string, body: object) =>
      (await post<SeriesEnding>(`/front-desk/appointments/${documentId}/end-series`, body)).data;
    return {
      /** Says what the edit would do; nothing is written. */
      preview: (documentId: string, request: EditRequest) =>
        send(documentId, { ...request, preview: true }),
      /** Refusal while bookings would move and `confirm` is false: `confirmation_required`. */
      edit: (documentId: string, request: EditRequest, confirm: boolean) =>
        send(documentId, { ...request, confirm }),
      /** Says what ending the series from this appointment on would do; nothing is written. */
      previewEnd: (documentId: string) => end(documentId, { preview: true }),
      /** Refusal while bookings would end and `confirm` is false: `confirmation_required`. */
      endSeries: (documentId: string, reason: string, confirm: boolean) =>
        end(documentId, { reason, confirm }),
    };
  }, [post]);
}
