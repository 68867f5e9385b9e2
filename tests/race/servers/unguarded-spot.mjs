/**
 * The negative control: the same venue without the guard of its spots. It exists for the race tests
 * alone, and takes the guard out of the compiled module of one process; the build stays as it is.
 */
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);

/** Counts one up, whatever stands there, and relates the booking as the guarded one does. */
async function takeSpotUnguarded(trx, row, source, booking) {
  const counters = source === 'own' ? ['booked'] : ['booked', 'booked_by_aggregator'];
  const update = Object.fromEntries(counters.map((name) => [name, trx.raw('?? + 1', [name])]));
  if ((await trx('appointments').where({ id: row.id }).update(update)) !== 1) return false;
  const related = { booking_id: booking, appointment_id: row.id };
  await trx('bookings_appointment_lnk').insert(related);
  return true;
}

/**
 * @param {string} distDir where the compiled project stands
 * @param {string} reach `taking`: the last look is gone, the first one stays, so only a race
 *   overbooks; `looking`: both are gone. SQLite runs one transaction at a time, where the first
 *   look alone is enough: there nothing but `looking` can show that the checker sees.
 */
export function unguardSpots(distDir, reach) {
  const domain = path.join(distDir, 'src/api/booking/domain');
  const spot = require(path.join(domain, 'spot.js'));
  const decision = require(path.join(domain, 'decision.js'));
  if (typeof spot.takeSpot !== 'function' || typeof decision.refusalOf !== 'function') {
    throw new Error('The guard of the spots is not where the control looks for it.');
  }
  spot.takeSpot = takeSpotUnguarded;
  if (reach === 'looking') {
    const { refusalOf } = decision;
    decision.refusalOf = (row, facts) => {
      const refused = refusalOf(row, facts);
      return refused === 'appointment_full' ? null : refused;
    };
  }
}
