import { problemsOf } from './problems';
import { readRule } from './read-rule';
import type { Timetable } from './timetable';
import { writeRule } from './write-rule';

/**
 * What the form holds in place of a rule while something is missing. No rule begins so: the field
 * refuses it by its pattern, before anything is sent, and so does the server.
 */
export const INCOMPLETE = 'INCOMPLETE';

/**
 * The text that the form holds for a timetable.
 *
 * @param saved what is stored; it comes back as it was written when the timetable says the same
 */
export function textOf(timetable: Timetable, saved: string): string {
  if (problemsOf(timetable).size > 0) return INCOMPLETE;
  const text = writeRule(timetable);
  const before = readRule(saved);
  return before !== null && writeRule(before) === text ? saved : text;
}
