import { randomUUID } from 'node:crypto';
import type { Trx } from '../../../database/trx';
import { MESSAGES } from './message-row';
import type { MessageRow } from './message-row';

/** How long a claim holds unless it is renewed; a killed instance's message is free after it. */
export const LEASE_MS = 60_000;

function due(trx: Trx, now: Date) {
  return trx(MESSAGES)
    .where({ state: 'due' })
    .where('next_attempt_at', '<=', now)
    .where((free) => void free.whereNull('lease_until').orWhere('lease_until', '<=', now));
}

function leaseEnd(now: Date): Date {
  return new Date(now.getTime() + LEASE_MS);
}

/**
 * Claims the message that is due longest, for this sender alone; null when none is due. Any number
 * of instances may ask at once: the conditional update gives it to one of them.
 */
export async function claimNext(trx: Trx, now: Date): Promise<MessageRow | null> {
  for (;;) {
    const row: unknown = await due(trx, now)
      .orderBy([{ column: 'next_attempt_at' }, { column: 'id' }])
      .first('id');
    if (row === undefined) return null;
    const { id } = row as Pick<MessageRow, 'id'>;
    const lease_token = randomUUID();
    const taken: number = await due(trx, now)
      .where({ id })
      .update({ lease_token, lease_until: leaseEnd(now) });
    if (taken === 1) return (await trx(MESSAGES).where({ lease_token }).first('*')) as MessageRow;
  }
}

/** Makes a claim hold anew from now on. */
export async function renewClaim(trx: Trx, message: MessageRow, now: Date): Promise<void> {
  await trx(MESSAGES)
    .where({ id: message.id, lease_token: message.lease_token })
    .update({ lease_until: leaseEnd(now) });
}

/** Ends a claim with what came of it; nothing happens when the lease was lost meanwhile. */
export async function settleClaim(
  trx: Trx,
  message: MessageRow,
  columns: Record<string, unknown>,
  now: Date,
): Promise<void> {
  await trx(MESSAGES)
    .where({ id: message.id, lease_token: message.lease_token })
    .update({ ...columns, lease_token: null, lease_until: null, updated_at: now });
}
