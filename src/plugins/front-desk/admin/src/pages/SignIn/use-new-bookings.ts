import { useEffect, useRef } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import type { SignInEntry } from '../../api/sign-in';
import { useText } from '../../components/use-text';
import { isActive, nameOf } from './booking-states';

/** Gives a short notice of what Onefit booked or cancelled while the Sign-in is open. */
export function useNewBookings(bookings: SignInEntry[] | undefined): void {
  const { t } = useText();
  const { toggleNotification } = useNotification();
  const seen = useRef<Map<string, boolean> | null>(null);
  useEffect(() => {
    if (!bookings) return;
    const before = seen.current;
    const onefit = bookings.filter(({ source }) => source === 'onefit');
    seen.current = new Map(onefit.map((entry) => [entry.documentId, isActive(entry)]));
    if (!before) return;
    for (const entry of onefit) {
      const was = before.get(entry.documentId) ?? false;
      const is = isActive(entry);
      if (was === is || entry.state === 'cancelled_by_venue') continue;
      const name = nameOf(entry) ?? t('signIn.unknownCustomer');
      toggleNotification({
        type: 'info',
        message: t(is ? 'signIn.newBooking' : 'signIn.newCancellation', { name }),
      });
    }
  }, [bookings, t, toggleNotification]);
}
