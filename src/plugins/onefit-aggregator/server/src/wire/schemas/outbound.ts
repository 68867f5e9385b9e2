import { z } from 'zod';
import { bookingOutcomeSchema } from './booking';
import { idSchema } from './identifiers';
import { heldSessionSchema, sessionSchema } from './session';

/** The most items in one call to Onefit. */
export const MAX_BATCH = 100;
/** The most sessions that one page of Onefit's answer may hold. */
const MAX_PAGE = 1000;
const MAX_DETAIL = 300;
const CODE = /^[A-Za-z0-9_.-]{1,64}$/;
const NOT_SHOWN = /[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}\u202a-\u202e\u2066-\u2069]+/gu;

/** Body of `PUT /v1/venues/{venueId}/sessions`. */
export const sessionBatchSchema = z.strictObject({
  sessions: z.array(sessionSchema).min(1).max(MAX_BATCH),
});

/** Body of `PUT /v1/venues/{venueId}/bookings`. */
export const bookingBatchSchema = z.strictObject({
  bookings: z.array(bookingOutcomeSchema).min(1).max(MAX_BATCH),
});

/** Another party's text: one line, cut short. It is shown as text, never as markup. */
const foreignTextSchema = z
  .string()
  .meta({ maxLength: MAX_DETAIL, description: 'For staff, as plain text. The rest is cut off.' })
  .transform((text) => {
    const line = text
      .slice(0, MAX_DETAIL * 4)
      .replace(NOT_SHOWN, ' ')
      .trim();
    const characters = [...line];
    if (characters.length <= MAX_DETAIL) return line;
    return `${characters.slice(0, MAX_DETAIL - 1).join('')}…`;
  });

/** A code is a word; anything else is not kept. */
const foreignCodeSchema = z
  .string()
  .meta({ maxLength: 64, pattern: CODE.source })
  .transform((text) => (CODE.test(text) ? text : null));

// Fields that Onefit may add later are left aside; the ones named here must fit.
export const resultsSchema = z.object({
  results: z
    .array(
      z.object({
        id: idSchema,
        outcome: z.enum(['accepted', 'stale', 'rejected']),
        code: foreignCodeSchema.nullish(),
        detail: foreignTextSchema.nullish(),
      }),
    )
    .max(MAX_BATCH),
});

export const heldPageSchema = z.object({
  sessions: z.array(heldSessionSchema).max(MAX_PAGE),
  nextCursor: z.string().min(1).max(1024).nullable(),
});

const refusalSchema = z.object({
  code: foreignCodeSchema.nullish().catch(null),
  detail: foreignTextSchema.nullish().catch(null),
});

export type SessionBatch = z.output<typeof sessionBatchSchema>;
export type BookingBatch = z.output<typeof bookingBatchSchema>;
export type HeldPage = z.output<typeof heldPageSchema>;

/** What Onefit made of one item. `stale`: it holds this version or a newer one; delivered. */
export interface DeliveryResult {
  id: string;
  outcome: 'accepted' | 'stale' | 'rejected';
  code: string | null;
  detail: string | null;
}

/** Onefit answered something that the contract does not know. Counts as a failed call. */
export class MalformedAnswer extends Error {
  constructor(reason: string) {
    super(`Onefit's answer does not match the contract: ${reason}.`);
    this.name = 'MalformedAnswer';
  }
}

function readAnswer<Schema extends z.ZodType>(schema: Schema, answer: unknown): z.output<Schema> {
  const result = schema.safeParse(answer);
  if (result.success) return result.data;
  const where = result.error.issues[0]?.path.join('.').slice(0, 100);
  throw new MalformedAnswer(where ? `see ${where}` : 'it is no JSON object of the expected form');
}

/**
 * Reads the answer to a batch: one result for each item sent, in the order sent.
 * @param sentIds the ids as sent.
 * @throws MalformedAnswer
 */
export function parseResults(answer: unknown, sentIds: readonly string[]): DeliveryResult[] {
  const { results } = readAnswer(resultsSchema, answer);
  if (results.length !== sentIds.length) {
    throw new MalformedAnswer(`${results.length} results for ${sentIds.length} items`);
  }
  return results.map(({ id, outcome, code, detail }, index) => {
    if (id !== sentIds[index]) throw new MalformedAnswer(`result ${index} is for another item`);
    return { id, outcome, code: code ?? null, detail: detail || null };
  });
}

/**
 * Reads one page of the sessions that Onefit holds.
 * @throws MalformedAnswer
 */
export function parseHeldPage(answer: unknown): HeldPage {
  return readAnswer(heldPageSchema, answer);
}

/** What Onefit says of a refusal, as far as it can be read. Never throws. */
export function parseRefusal(answer: unknown): { code: string | null; detail: string | null } {
  const result = refusalSchema.safeParse(answer);
  if (!result.success) return { code: null, detail: null };
  return { code: result.data.code ?? null, detail: result.data.detail || null };
}
