import { useEffect, useRef, useState } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import type { SignInEntry } from '../../api/sign-in';
import { useText } from '../../components/use-text';
import { isActive, nameOf } from './booking-states';

/** So many at once are told one by one; more are told as a number. */
const MOST_TOLD = 3;

/**
 * Tells of what Onefit booked or cancelled while the Sign-in is open, in a notice that is read out
 * too, and gives the ids of the bookings that came.
 */
export function useNewBookings(bookings: SignInEntry[] | undefined): ReadonlySet<string> {
  const { t } = useText();
  const { toggleNotification } = useNotification();
  const seen = useRef<Map<string, boolean> | null>(null);
  const [arrived, setArrived] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    if (!bookings) return;
    const before = seen.current;
    const onefit = bookings.filter(({ source }) => source === 'onefit');
    seen.current = new Map(onefit.map((entry) => [entry.documentId, isActive(entry)]));
    if (!before) return;
    const told = (message: string) => toggleNotification({ type: 'info', message });
    const turned = onefit.filter(
      (entry) =>
        (before.get(entry.documentId) ?? false) !== isActive(entry) &&
        entry.state !== 'cancelled_by_venue',
    );
    const came = turned.filter(isActive);
    if (came.length > 0) {
      setArrived((all) => new Set([...all, ...came.map(({ documentId }) => documentId)]));
    }
    if (turned.length > MOST_TOLD) {
      told(t('signIn.manyChanges', { count: turned.length }));
      return;
    }
    for (const entry of turned) {
      const name = nameOf(entry) ?? t('signIn.unknownCustomer');
      told(t(isActive(entry) ? 'signIn.newBooking' : 'signIn.newCancellation', { name }));
    }
  }, [bookings, t, toggleNotification]);
  return arrived;
}
