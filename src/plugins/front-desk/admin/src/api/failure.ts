import { useCallback } from 'react';
import { isFetchError } from '@strapi/strapi/admin';
import { useText } from '../components/use-text';
import type { TextKey } from '../components/use-text';

/** Refusals by their stable code, said in the language of the person. */
const REFUSALS: Record<string, TextKey> = {
  appointment_cancelled: 'refusal.appointmentCancelled',
  appointment_full: 'refusal.appointmentFull',
  appointment_not_found: 'refusal.appointmentNotFound',
  appointment_not_started: 'refusal.appointmentNotStarted',
  appointment_over: 'refusal.appointmentOver',
  not_in_series: 'refusal.notInSeries',
  series_collides: 'refusal.seriesCollides',
  already_booked: 'refusal.alreadyBooked',
  booking_cancelled: 'refusal.bookingCancelled',
  booking_not_found: 'refusal.bookingNotFound',
  cancellation_not_permitted: 'refusal.cancellationNotPermitted',
  customer_not_found: 'refusal.customerNotFound',
  nobody_to_write_to: 'refusal.nobodyToWriteTo',
  nothing_to_undo: 'refusal.nothingToUndo',
  onefit_booking_locked: 'refusal.onefitBookingLocked',
  product_not_found: 'refusal.productNotFound',
  product_reserved: 'refusal.productReserved',
  temporarily_unavailable: 'refusal.temporarilyUnavailable',
  undo_too_late: 'refusal.undoTooLate',
};

interface Details {
  code?: unknown;
}

/** The facts that came with a refusal; empty when the failure is none. */
export function detailsOf(error: unknown): Details & Record<string, unknown> {
  const details: unknown = isFetchError(error) ? error.response?.data.error.details : undefined;
  return typeof details === 'object' && details !== null ? { ...details } : {};
}

/** The stable code of a refusal; null when the failure is none. */
export function codeOf(error: unknown): string | null {
  const { code } = detailsOf(error);
  return typeof code === 'string' ? code : null;
}

/** Puts a failed request into a sentence that says what to do. */
export function useFailure() {
  const { t } = useText();
  const sentence = useCallback(
    (error: unknown): string => {
      const known = REFUSALS[codeOf(error) ?? ''];
      if (known) return t(known);
      const status = isFetchError(error)
        ? (error.response?.data.error.status ?? error.status)
        : undefined;
      if (status === undefined) return t('failure.unreachable');
      if (status === 403) return t('failure.forbidden');
      if (status === 404) return t('failure.notFound');
      if (status >= 500) return t('failure.server');
      return isFetchError(error) ? error.message : t('failure.server');
    },
    [t],
  );
  return { sentence };
}
