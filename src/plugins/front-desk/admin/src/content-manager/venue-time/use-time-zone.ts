import { useForm } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { useDatesApi } from '../../api/dates';
import type { Entry } from '../../api/dates';
import { useLoaded } from '../../api/use-loaded';
import { chosenEntry } from '../chosen-entry';

interface FormValues {
  documentId?: unknown;
  activity?: unknown;
  appointment?: unknown;
}

/** A relation that says at which venue an entry is. */
type Source = 'activity' | 'appointment';

/**
 * What says at which venue the entry in the form is: what was just chosen for it, else itself. An
 * entry with an activity is an appointment; any other one belongs to an appointment.
 */
function entryOf(values: FormValues): Entry {
  const source: Source = 'activity' in values ? 'activity' : 'appointment';
  const chosen = chosenEntry(values[source]);
  if (chosen !== null) return { [source]: chosen };
  if (typeof values.documentId !== 'string') return {};
  return source === 'activity'
    ? { appointment: values.documentId }
    : { booking: values.documentId };
}

/** The zone by which a time is entered, and whether it is the venue's. */
export interface FieldZone {
  timeZone: string;
  ofVenue: boolean;
}

/**
 * The zone of the form's entry. Where no venue is known, or may be asked for, times are on the clock
 * of the browser, and say so.
 *
 * @returns undefined while it is being asked for
 */
export function useTimeZone(): FieldZone | undefined {
  const api = useDatesApi();
  const values = useForm<FormValues>('VenueTimeInput', (form) => form.values);
  const entry = JSON.stringify(entryOf(values));
  const load = useCallback(() => api.timeZone(JSON.parse(entry) as Entry), [api, entry]);
  const { value, loading } = useLoaded(load);
  if (loading) return undefined;
  if (value) return { timeZone: value, ofVenue: true };
  return { timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone, ofVenue: false };
}
