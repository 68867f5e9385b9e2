import { SYNC_RECORDS } from '../tables';
import type { Trx } from '../venue/ports';
import type { DeliveryResult } from '../wire/schemas/outbound';
import { held } from './claim';
import type { Claim } from './claim';
import { updateHeld } from './update-held';
import type { Item } from './payload';

const RELEASED = { lease_token: null, lease_until: null };

/**
 * Acknowledges what was sent, under the version that was sent: a change made meanwhile has raised
 * the desired version and stays due. A sender that lost its lease changes nothing.
 *
 * @param stale those that Onefit holds in this version or a newer one: it is not certain what it
 *   holds, so no fingerprint is kept, and the next sweep sends them under a version of their own
 */
async function acknowledge(
  trx: Trx,
  claim: Claim,
  items: Item[],
  stale: Set<Item>,
  now: Date,
): Promise<void> {
  await updateHeld(
    trx,
    claim,
    items.map((item) => ({
      id: item.record.id,
      acknowledged_version: item.record.desired_version,
      fingerprint: stale.has(item) ? null : (item.fingerprint ?? item.record.fingerprint),
      sent_payload: item.payload === null ? item.record.sent_payload : JSON.stringify(item.payload),
    })),
    {
      ...RELEASED,
      acknowledged_at: now,
      attempts: 0,
      refusal_code: null,
      refusal_detail: null,
    },
  );
}

/** Keeps Onefit's "no" to one version, with its word; the record waits for a change or a retry. */
async function refuse(
  trx: Trx,
  claim: Claim,
  item: Item,
  word: { code: string | null; detail: string | null },
): Promise<void> {
  await trx(SYNC_RECORDS)
    .where({ id: item.record.id, lease_token: claim.token })
    .update({
      ...RELEASED,
      refused_version: item.record.desired_version,
      fingerprint: item.fingerprint,
      refusal_code: word.code ?? 'rejected',
      refusal_detail: word.detail,
    });
}

/** Writes Onefit's results down, one by one as it gave them. */
export async function settle(
  trx: Trx,
  claim: Claim,
  items: Item[],
  results: Array<Pick<DeliveryResult, 'outcome' | 'code' | 'detail'>>,
  now: Date,
): Promise<void> {
  const delivered = items.filter((_, index) => results[index]?.outcome !== 'rejected');
  const stale = new Set(items.filter((_, index) => results[index]?.outcome === 'stale'));
  await acknowledge(trx, claim, delivered, stale, now);
  for (const [index, item] of items.entries()) {
    const result = results[index];
    if (result?.outcome === 'rejected') await refuse(trx, claim, item, result);
  }
}

/**
 * Keeps what was sent and not answered: Onefit may hold it from now on, so it is what a session
 * looks like that is taken back after its appointment is gone.
 */
export async function keepSent(trx: Trx, claim: Claim, items: Item[]): Promise<void> {
  await updateHeld(
    trx,
    claim,
    items.map(({ record, payload }) => ({ id: record.id, sent_payload: JSON.stringify(payload) })),
  );
}

/** Gives the claimed records back as they are: still due, for whoever comes next. */
export async function release(trx: Trx, claim: Claim): Promise<void> {
  await held(trx, claim).update(RELEASED);
}
