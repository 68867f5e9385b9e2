import { useEffect, useState } from 'react';
import type { Appointment } from '../../api/appointments';

export type Venue = Appointment['venue'] & { timeZone: string };

/** The venues met so far in the appointments that were loaded, by name. */
export function useVenues(appointments: Appointment[] | undefined): Venue[] {
  const [venues, setVenues] = useState<Venue[]>([]);
  useEffect(() => {
    if (!appointments) return;
    setVenues((known) => {
      const met = new Map(known.map((venue) => [venue.documentId, venue]));
      for (const { venue, timeZone } of appointments) {
        met.set(venue.documentId, { ...venue, timeZone });
      }
      return met.size === known.length
        ? known
        : [...met.values()].sort((one, other) => one.name.localeCompare(other.name));
    });
  }, [appointments]);
  return venues;
}
