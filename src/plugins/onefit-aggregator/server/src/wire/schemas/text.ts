import { z } from 'zod';

/**
 * No control characters, no line or paragraph separators, and none of the marks that turn the
 * reading direction round: with those, a name could show as something else than it is.
 */
const PLAIN = /^[^\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]*$/u;
/** Half of a surrogate pair is no character; databases replace or refuse it. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * One line of text that a person typed, 1 to `max` characters (code points, as JSON Schema
 * counts). Blanks around it are taken off; nothing but blanks is refused.
 */
export function lineOfText(max: number): z.ZodString {
  return z
    .string()
    .refine((text) => text.length <= max * 2 && [...text].length <= max, {
      error: `must have at most ${max} characters`,
      abort: true,
    })
    .regex(PLAIN, { error: 'must not contain control characters', abort: true })
    .refine((text) => !LONE_SURROGATE.test(text), {
      error: 'must be well-formed Unicode',
      abort: true,
    })
    .trim()
    .min(1, { error: 'must not be empty' })
    .meta({ maxLength: max });
}

/** Text that we show and did not check on the way in: only its length is promised. */
export function shownText(max: number): z.ZodString {
  return z.string().max(max);
}
