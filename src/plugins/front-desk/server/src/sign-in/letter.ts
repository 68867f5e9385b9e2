import { z } from 'zod';

const LONGEST_SUBJECT = 150;
const LONGEST_TEXT = 5000;

/** What staff write to everybody who is booked, as the panel sends it. */
export const letterSchema = z.strictObject({
  /** made by the panel for each letter, so that the same one sent twice goes out once */
  id: z.uuid({ error: 'give each letter an id of its own, a UUID' }),
  subject: z
    .string({ error: 'enter a subject' })
    .trim()
    .min(1, { error: 'enter a subject' })
    .max(LONGEST_SUBJECT, { error: `at most ${LONGEST_SUBJECT} characters` })
    .regex(/^\P{Cc}*$/u, { error: 'one line' }),
  text: z
    .string({ error: 'enter a text' })
    .trim()
    .min(1, { error: 'enter a text' })
    .max(LONGEST_TEXT, { error: `at most ${LONGEST_TEXT} characters` }),
});
