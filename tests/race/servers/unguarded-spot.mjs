/**
 * The negative control: the same venue without the guard of its spots. It exists for the race tests
 * alone, and takes the guard out of the compiled module of one process; the build stays as it is.
 */
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);

/** Counts one up, whatever stands there. */
function takingUnguarded({ id }, source) {
  const counters = source === 'own' ? ['booked'] : ['booked', 'booked_by_aggregator'];
  const sets = counters.map((name) => `${name} = ${name} + 1`).join(', ');
  const sql = `UPDATE appointments SET ${sets} WHERE id = ?`;
  return { name: `unguarded-${source}`, sql, bindings: [id] };
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
  if (typeof spot.takingSpot !== 'function' || typeof decision.refusalOf !== 'function') {
    throw new Error('The guard of the spots is not where the control looks for it.');
  }
  spot.takingSpot = takingUnguarded;
  if (reach === 'looking') {
    const { refusalOf } = decision;
    decision.refusalOf = (row, facts) => {
      const refused = refusalOf(row, facts);
      return refused === 'appointment_full' ? null : refused;
    };
  }
}
