import {
  LeaseLost,
  renewLease,
  returnLease,
  takeLease,
  underLease,
} from '../../src/plugins/onefit-aggregator/server/src/outbound/lease';
import type { Trx } from '../../src/plugins/onefit-aggregator/server/src/venue/ports';
import { startVenue } from '../support/strapi';
import type { RunningVenue } from '../support/strapi';

const MINUTE = 60_000;

let venue: RunningVenue;
let trx: Trx;

beforeAll(async () => {
  venue = await startVenue();
  trx = venue.strapi.db.connection;
}, 60_000);

afterAll(() => venue.stop());

const NOW = new Date('2026-12-01T12:00:00Z');
const later = (milliseconds: number) => new Date(NOW.getTime() + milliseconds);

/** Takes the lease of a job for a minute. */
async function taken(name: string, at = NOW) {
  const lease = await takeLease(trx, name, MINUTE, at);
  if (!lease) throw new Error(`The lease "${name}" was not to be had.`);
  return lease;
}

describe('the lease of a job', () => {
  it('is held by one at a time, and by the next when it is given back', async () => {
    const lease = await taken('given back');
    expect(await takeLease(trx, 'given back', MINUTE, later(MINUTE - 1))).toBeNull();
    await returnLease(trx, lease);
    await taken('given back');
  });

  it('is free when its time is over, and lost to whoever let it run out', async () => {
    const first = await taken('run out');
    const second = await taken('run out', later(MINUTE));
    await expect(renewLease(trx, first, later(MINUTE))).rejects.toThrow(LeaseLost);
    // Nor can the first give away what is the second's.
    await returnLease(trx, first);
    await renewLease(trx, second, later(MINUTE + 1));
  });

  it('holds from its last renewal on', async () => {
    const lease = await taken('renewed');
    await renewLease(trx, lease, later(MINUTE - 1));
    expect(await takeLease(trx, 'renewed', MINUTE, later(MINUTE + 1))).toBeNull();
    await taken('renewed', later(2 * MINUTE - 1));
  });

  it('ends the job of whoever lost it, which says nothing then', async () => {
    const clock = { now: () => NOW };
    const done = jest.fn();
    const outcome = await underLease(trx, 'lost', MINUTE, clock, async (lease) => {
      await taken('lost', later(MINUTE));
      await renewLease(trx, lease, later(MINUTE));
      done();
    });
    expect(outcome).toBeNull();
    expect(done).not.toHaveBeenCalled();
    await expect(taken('lost', later(MINUTE + 1))).rejects.toThrow('not to be had');
  });
});
