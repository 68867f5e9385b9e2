import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock';
import { LEASES } from '../tables';
import type { Trx } from '../venue/ports';

/** The right to do a job that only one instance may do at a time. */
export interface Lease {
  name: string;
  token: string;
}

/**
 * Takes the lease of a job, unless another instance holds it.
 *
 * @param milliseconds how long it holds if nobody gives it back
 */
export async function takeLease(
  trx: Trx,
  name: string,
  milliseconds: number,
  now: Date,
): Promise<Lease | null> {
  await trx(LEASES)
    .insert({ document_id: name, created_at: now, updated_at: now, published_at: now, name })
    .onConflict('name')
    .ignore();
  const token = randomUUID();
  const taken: number = await trx(LEASES)
    .where({ name })
    .where((free) => void free.whereNull('lease_until').orWhere('lease_until', '<=', now))
    .update({ token, lease_until: new Date(now.getTime() + milliseconds) });
  return taken === 1 ? { name, token } : null;
}

/** Gives a lease back; one that was lost meanwhile is left alone. */
export async function returnLease(trx: Trx, lease: Lease): Promise<void> {
  await trx(LEASES)
    .where({ name: lease.name, token: lease.token })
    .update({ token: null, lease_until: null });
}

/**
 * Does a job that only one instance may do at a time; gives null when another one is at it.
 *
 * @param milliseconds how long the lease holds if this process dies
 */
export async function underLease<Result>(
  trx: Trx,
  name: string,
  milliseconds: number,
  clock: Clock,
  work: () => Promise<Result>,
): Promise<Result | null> {
  const lease = await takeLease(trx, name, milliseconds, clock.now());
  if (!lease) return null;
  try {
    return await work();
  } finally {
    await returnLease(trx, lease);
  }
}
