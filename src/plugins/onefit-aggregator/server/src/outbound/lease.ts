import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock';
import { LEASES } from '../tables';
import type { Trx } from '../venue/ports';

/** The right to do a job that only one instance may do at a time. */
export interface Lease {
  name: string;
  token: string;
  /** how long it holds if nobody renews it or gives it back */
  milliseconds: number;
}

/** Another instance has taken the job over, or this one is to stop: what is begun is left. */
export class LeaseLost extends Error {
  constructor(name: string) {
    super(`The lease "${name}" is lost.`);
    this.name = 'LeaseLost';
  }
}

/** Asks whether a job may go on; throws where not. */
export type Hold = () => Promise<void>;

/** Nobody stops a job that is let run to its end. */
export const holdOn: Hold = async () => undefined;

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
  return taken === 1 ? { name, token, milliseconds } : null;
}

/**
 * Makes a lease hold anew from now on, and writes beside it what else is to be known of the job.
 *
 * @throws LeaseLost when another instance has taken it meanwhile
 */
export async function renewLease(
  trx: Trx,
  { name, token, milliseconds }: Lease,
  now: Date,
  columns: { started_at?: Date; progress?: string } = {},
): Promise<void> {
  const lease_until = new Date(now.getTime() + milliseconds);
  const renewed: number = await trx(LEASES)
    .where({ name, token })
    .update({ ...columns, lease_until });
  if (renewed !== 1) throw new LeaseLost(name);
}

/** Gives a lease back; one that was lost meanwhile is left alone. */
export async function returnLease(
  trx: Trx,
  lease: Lease,
  columns: { finished_at?: Date; progress?: string } = {},
): Promise<void> {
  await trx(LEASES)
    .where({ name: lease.name, token: lease.token })
    .update({ ...columns, token: null, lease_until: null });
}

/**
 * Does a job that only one instance may do at a time; gives null when another one is at it, or
 * took it over.
 *
 * @param milliseconds how long the lease holds if this process dies
 */
export async function underLease<Result>(
  trx: Trx,
  name: string,
  milliseconds: number,
  clock: Clock,
  work: (lease: Lease) => Promise<Result>,
): Promise<Result | null> {
  const lease = await takeLease(trx, name, milliseconds, clock.now());
  if (!lease) return null;
  try {
    return await work(lease);
  } catch (error) {
    if (error instanceof LeaseLost) return null;
    throw error;
  } finally {
    await returnLease(trx, lease);
  }
}
