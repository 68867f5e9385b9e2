import { z } from 'zod';
import { parseInstant } from '../instant';

/** An instant in a request or answer: RFC 3339 with an offset, from 1970 to 2999. */
export const instantSchema = z
  .string()
  .max(35)
  .refine((text) => parseInstant(text) !== null, {
    error:
      'must be an RFC 3339 instant with an offset, such as 2026-11-30T18:30:00+01:00 (in a query, write + as %2B)',
  })
  .meta({
    format: 'date-time',
    maxLength: 35,
    description: 'RFC 3339 with an offset.',
  });

/**
 * The instant that a text names which `instantSchema` has accepted.
 * @throws RangeError when it was not accepted.
 */
export function toDate(text: string): Date {
  const instant = parseInstant(text);
  if (!instant) throw new RangeError('Check the text with instantSchema first.');
  return instant;
}
