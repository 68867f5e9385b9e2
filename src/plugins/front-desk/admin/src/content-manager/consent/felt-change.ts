/** What of a form decides whether customers could feel the edit. */
export interface FormValues {
  /** absent of a new entry */
  documentId?: unknown;
  startsAt?: unknown;
  endsAt?: unknown;
  state?: unknown;
  booked?: unknown;
  bookedByAggregator?: unknown;
  recurrenceRule?: unknown;
}

/** Which question belongs to an edit, and null when there is none. */
export type FeltChange = 'moves' | 'cancels' | 'rule' | null;

/** An instant however the form holds it; null for none. */
function instantOf(value: unknown): number | null {
  if (value instanceof Date) return value.getTime();
  return typeof value === 'string' ? Date.parse(value) : null;
}

/**
 * What an edit of an appointment or an activity would do to those who booked, from the form alone.
 * It decides only whether the question is shown; the server asks by itself.
 */
export function feltChange(before: FormValues, now: FormValues): FeltChange {
  if ('recurrenceRule' in now || 'recurrenceRule' in before) {
    // What is new has no dates that somebody could have booked.
    if (before.documentId === undefined) return null;
    const text = (value: unknown) => (typeof value === 'string' ? value : '');
    return text(before.recurrenceRule) === text(now.recurrenceRule) ? null : 'rule';
  }
  if (typeof before.booked !== 'number' || before.booked === 0) return null;
  if (now.state === 'cancelled' && before.state === 'scheduled') return 'cancels';
  const moves =
    instantOf(before.startsAt) !== instantOf(now.startsAt) ||
    instantOf(before.endsAt) !== instantOf(now.endsAt);
  return moves ? 'moves' : null;
}
