import type { Trx } from '../venue/ports';
import { CREDENTIALS_REFUSED } from './connection';

/** SQL with the values it binds, in their order. */
export interface Expression {
  sql: string;
  bindings: Array<string | Date>;
}

const OFFERED = 'COALESCE(appointment.aggregator_allowed, FALSE)';
const HAS_RECORD = 'record.id IS NOT NULL';
const TOLD = `(${HAS_RECORD} AND record.acknowledged_version >= record.desired_version)`;
const PENDING = `(${HAS_RECORD} AND record.acknowledged_version < record.desired_version)`;

/** Why something that Onefit should hear has not reached it yet. */
const UNDELIVERED = `CASE
  WHEN ${HAS_RECORD} AND record.refused_version = record.desired_version THEN 'refused'
  WHEN link.id IS NULL THEN 'not_linked'
  WHEN link.failing_since IS NOT NULL THEN 'connection_down'
  ELSE 'sending' END`;

/**
 * The reason of `standingOf` for a row of appointment, sync record and link, so that the database
 * can filter, count and page by it. A test holds the two together, fact by fact.
 */
export function reasonOf(orderActive: boolean, now: Date): Expression {
  const sql = `CASE
  WHEN appointment.ends_at <= ? THEN 'over'
  WHEN appointment.state = 'cancelled' THEN
    CASE WHEN ${PENDING} THEN ${UNDELIVERED} ELSE 'cancelled' END
  WHEN NOT ${OFFERED} THEN
    CASE WHEN ${PENDING} AND link.id IS NOT NULL THEN ${UNDELIVERED} ELSE 'rule_off' END
  ${
    orderActive
      ? ''
      : `WHEN 1 = 1 THEN
    CASE WHEN ${PENDING} AND link.id IS NOT NULL THEN ${UNDELIVERED} ELSE 'not_ordered' END`
  }
  WHEN ${TOLD} THEN CASE WHEN appointment.spot_limit = 0 THEN 'no_spots' ELSE 'delivered' END
  ELSE ${UNDELIVERED} END`;
  return { sql, bindings: [now] };
}

/** The state that goes with a reason. */
export function stateOf(reason: Expression): Expression {
  const refused = CREDENTIALS_REFUSED.map(() => '?').join(', ');
  const sql = `CASE (${reason.sql})
  WHEN 'delivered' THEN 'on_onefit'
  WHEN 'no_spots' THEN 'on_onefit'
  WHEN 'refused' THEN 'needs_attention'
  WHEN 'connection_down' THEN
    CASE WHEN link.error_code IN (${refused}) THEN 'needs_attention' ELSE 'waiting' END
  WHEN 'not_linked' THEN 'waiting'
  WHEN 'sending' THEN 'waiting'
  ELSE 'not_offered' END`;
  return { sql, bindings: [...reason.bindings, ...CREDENTIALS_REFUSED] };
}

/** A part of a name, looked for in any case; what staff typed is text, not a pattern. */
export function nameHolds(trx: Trx, part: string) {
  const pattern = `%${part.toLowerCase().replace(/[!%_]/g, (sign) => `!${sign}`)}%`;
  return trx.raw("LOWER(activity.name) LIKE ? ESCAPE '!'", [pattern]);
}
