import { SYNC_RECORDS } from '../tables';
import { instantOrNull } from '../venue/ports';
import type { Trx } from '../venue/ports';
import { firstAggregatorBookingAt, isAnythingAllowed } from '../venue/first-steps';

/** What has been reached on the way from the order to the first booking. */
export interface FirstSteps {
  activityAllowed: boolean;
  sessionOnOnefit: boolean;
  /** ISO 8601, UTC; null = none yet */
  firstBookingAt: string | null;
}

/** Looks at what there is, so that a step that is done shows by itself. */
export async function firstSteps(trx: Trx): Promise<FirstSteps> {
  // What was acknowledged without a word had nothing to say.
  const accepted: unknown = await trx(SYNC_RECORDS)
    .where({ kind: 'session' })
    .where('acknowledged_version', '>', 0)
    .whereNotNull('sent_payload')
    .first('id');
  return {
    activityAllowed: await isAnythingAllowed(trx),
    sessionOnOnefit: accepted !== undefined,
    firstBookingAt: instantOrNull(await firstAggregatorBookingAt(trx))?.toISOString() ?? null,
  };
}
