import { useForm } from '@strapi/strapi/admin';
import { useMemo, useState } from 'react';
import { textOf } from './timetable/draft';
import { readRule } from './timetable/read-rule';
import type { Timetable } from './timetable/timetable';

/** What was entered, and the text that the form holds for it. */
interface Held {
  text: string;
  timetable: Timetable;
}

/**
 * The timetable that the form's text stands for. What was entered is kept beside the text, which
 * says less: nothing while a time is missing, and no first day on which nothing takes place.
 *
 * @returns null for a rule that weekly slots cannot say
 */
export function useTimetable(
  name: string,
  text: string,
  onChange: (name: string, value: string | null) => void,
) {
  const initial = useForm('DatesInput', (form) => form.initialValues as Record<string, unknown>);
  const saved = initial[name];
  const [held, setHeld] = useState<Held | null>(null);
  // The text is another one where the form was saved or reset, where somebody edits it as text, and
  // for the moment between a change here and the form's knowing of it.
  const read = useMemo(() => readRule(text), [text]);
  const current = held?.text === text ? held.timetable : read;

  function change(timetable: Timetable) {
    const next = textOf(timetable, typeof saved === 'string' ? saved : '');
    setHeld({ text: next, timetable });
    onChange(name, next === '' && typeof saved !== 'string' ? null : next);
  }

  return { timetable: current, change };
}
