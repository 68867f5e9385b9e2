import { z } from 'zod';

/**
 * No control characters, no line or paragraph separators, and none of the marks that turn the
 * reading direction round: with those, a name could show as something else than it is. Written
 * so that every reader of the published document understands it.
 */
const NOT_PLAIN = '\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069';
const PLAIN = new RegExp(`^[^${NOT_PLAIN}]*$`);
// Not stricter: an address is no key here, and a booking is not worth losing over one.
const EMAIL = new RegExp(`^[^\\s@${NOT_PLAIN}]+@[^\\s@${NOT_PLAIN}]+$`);
/** Half of a surrogate pair is no character; databases replace or refuse it. */
const LONE_SURROGATE = /\p{Surrogate}/u;

function lineMatching(max: number, pattern: RegExp, error: string): z.ZodString {
  return z
    .string()
    .refine((text) => text.length <= max * 2 && [...text].length <= max, {
      error: `must have at most ${max} characters`,
      abort: true,
    })
    .regex(pattern, { error, abort: true })
    .refine((text) => !LONE_SURROGATE.test(text), {
      error: 'must be well-formed Unicode',
      abort: true,
    })
    .trim()
    .min(1, { error: 'must not be empty' })
    .meta({ maxLength: max });
}

/**
 * One line of text that a person typed, 1 to `max` characters (code points, as JSON Schema
 * counts). Blanks around it are taken off; nothing but blanks is refused.
 */
export function lineOfText(max: number): z.ZodString {
  return lineMatching(max, PLAIN, 'must not contain control characters');
}

/** An e-mail address of at most 254 characters. */
export const emailSchema = lineMatching(254, EMAIL, 'must be an e-mail address');

/** Text that we show and did not check on the way in: only its length is promised. */
export function shownText(max: number): z.ZodString {
  return z.string().max(max);
}

/** An IANA time zone, such as `Europe/Amsterdam`. */
export const timeZoneSchema = z
  .string()
  .max(64)
  .regex(/^[A-Za-z0-9_+\-/]+$/)
  .meta({ description: "The venue's IANA time zone." });
