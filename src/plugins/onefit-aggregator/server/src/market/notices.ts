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

/** The notices that are still to be sent, oldest first. */
export async function unsentNotices(trx: Trx): Promise<NoticeRow[]> {
  return (await trx(NOTICES)
    .whereNull('sent_at')
    .whereNull('given_up_at')
    .orderBy('id')
    .limit(50)
    .select('*')) as NoticeRow[];
}
