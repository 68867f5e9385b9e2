import { randomUUID } from 'node:crypto';
import { NOTICES } from '../tables';
import type { StoredInstant, Trx } from '../venue/ports';
import { activeOrder } from './active-order';
import type { NoticeKind } from './notice-texts';

/** A mail about the connection that waits until it is sent. */
export interface NoticeRow {
  id: number;
  kind: NoticeKind;
  venue_key: string;
  about: StoredInstant;
  recipient: string;
  language: string | null;
  created_at: StoredInstant;
  error: string | null;
}

/**
 * Writes down that the extension's contact is to be told, in the transaction of what happened; the
 * clock sends it. Without an order there is nobody to tell.
 *
 * @param about the moment that the notice speaks of
 */
export async function noteNotice(
  trx: Trx,
  kind: NoticeKind,
  venueKey: string,
  about: Date,
  now: Date,
): Promise<void> {
  const order = await activeOrder(trx);
  if (!order) return;
  await trx(NOTICES).insert({
    document_id: randomUUID(),
    created_at: now,
    updated_at: now,
    published_at: now,
    kind,
    venue_key: venueKey,
    about,
    recipient: order.contact_email,
    language: order.language,
  });
}

/**
 * The next notice that is still to be sent, oldest first, as it stands at this moment; null = none.
 *
 * @param after the id of the one before; 0 = from the first on
 * @param except recipients that are not asked for
 */
export async function nextNotice(
  trx: Trx,
  after: number,
  except: string[],
): Promise<NoticeRow | null> {
  const row: unknown = await trx(NOTICES)
    .whereNull('sent_at')
    .whereNull('given_up_at')
    .where('id', '>', after)
    .whereNotIn('recipient', except)
    .orderBy('id')
    .first('*');
  return (row as NoticeRow | undefined) ?? null;
}
