import { setTimeout as sleep } from 'node:timers/promises';
import { bookingsOf } from '../support/booking-service';
import { linkedSuite } from '../support/linked-suite';

/** How often a transaction is run again that the database did not take. */
const suite = linkedSuite();

const bookings = () => bookingsOf(suite.venue.strapi);

const BUSY = { code: 'temporarily_unavailable' };

/** Work that fails so in each try; gives how often it was begun. */
async function triesOf(code: string, takesMs = 0): Promise<number> {
  let tries = 0;
  const working = bookings().transaction(async () => {
    tries += 1;
    await sleep(takesMs);
    throw Object.assign(new Error('As a driver says it.'), { code });
  });
  await expect(working).rejects.toMatchObject(BUSY);
  return tries;
}

describe('a transaction', () => {
  it.each(['40P01', '23505', '23503', 'ER_NO_REFERENCED_ROW_2', 'SQLITE_BUSY'])(
    'is run five times where it meets %s, then the database is called busy',
    async (code) => {
      expect(await triesOf(code)).toBe(5);
    },
  );

  it('is not begun again after three seconds', async () => {
    expect(await triesOf('40P01', 1_600)).toBe(2);
  });

  it('gives what a further try gives', async () => {
    let tries = 0;
    const given = await bookings().transaction(async () => {
      tries += 1;
      if (tries === 1) throw Object.assign(new Error('deadlock'), { code: 'ER_LOCK_DEADLOCK' });
      return Promise.resolve('kept');
    });
    expect([given, tries]).toEqual(['kept', 2]);
  });

  it('is not run again for any other error, which is thrown as it is', async () => {
    let tries = 0;
    const broken = new Error('no such table');
    const working = bookings().transaction(() => {
      tries += 1;
      return Promise.reject(broken);
    });
    await expect(working).rejects.toBe(broken);
    expect(tries).toBe(1);
  });
});
