import { useCallback, useRef } from 'react';
import { useDebounce, useForm } from '@strapi/strapi/admin';
import { useDatesApi } from '../../api/dates';
import type { Entry, NextDates } from '../../api/dates';
import { useLoaded } from '../../api/use-loaded';
import type { Loaded } from '../../api/use-loaded';
import { chosenEntry } from '../chosen-entry';

/** Long enough that typing a time asks once. */
const REST_MS = 300;

interface FormValues {
  documentId?: unknown;
  venue?: unknown;
}

/** The activity that the form edits, or the venue that was just chosen for it. */
function useEntry(): Entry {
  const values = useForm<FormValues>('DatesInput', (form) => form.values);
  const venue = chosenEntry(values.venue);
  if (venue !== null) return { venue };
  return typeof values.documentId === 'string' ? { activity: values.documentId } : {};
}

/**
 * The next dates of a rule on the clock of the activity's venue, asked for when typing rests. Those
 * of the rule before stay until the answer is there, so that nothing jumps at every key.
 */
export function useNextDates(rule: string): Loaded<NextDates> {
  const api = useDatesApi();
  const entry = JSON.stringify(useEntry());
  const asked = useDebounce(rule, REST_MS);
  const load = useCallback(
    () => api.preview(asked, JSON.parse(entry) as Entry),
    [api, asked, entry],
  );
  const loaded = useLoaded(load);
  const last = useRef<NextDates | undefined>(undefined);
  last.current = loaded.value ?? last.current;
  return { ...loaded, value: last.current };
}
