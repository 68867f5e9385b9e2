import { activitiesOf, appointmentsOf } from '../../../domain/services';
import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { guardEdits } from '../../../content/staff-edits';
import type { Edit } from '../../../content/staff-edits';
import type { Trx } from '../../../database/trx';
import { clockOf } from '../../../domain/clock';
import { Refusal } from '../../../domain/refusal';
import { say } from '../../../domain/sentence';
import { assertTimeZone, TimeZoneError } from '../../activity/domain/recurrence';

function checkZone(data: Edit['data']) {
  if (data.timeZone === undefined) return;
  try {
    data.timeZone = assertTimeZone(typeof data.timeZone === 'string' ? data.timeZone : '');
  } catch (error) {
    if (error instanceof TimeZoneError) throw new Refusal(error.code, error.sentence);
    throw error;
  }
}

async function zoneOf(trx: Trx, venue: string | null): Promise<string | undefined> {
  const row: unknown = await trx('venues').where({ document_id: venue }).first('time_zone');
  return (row as { time_zone: string } | undefined)?.time_zone;
}

/** @throws Refusal `venue_has_bookings` */
export async function assertZoneMayChange(trx: Trx, venue: string | null, now: Date) {
  const ahead: unknown = await trx('appointments')
    .where({ venue_key: venue })
    .where('ends_at', '>', now)
    .where('booked', '>', 0)
    .first('id');
  if (ahead !== undefined) {
    throw new Refusal(
      'venue_has_bookings',
      say`This venue has coming appointments that are booked, so its time zone cannot change: their customers booked these very times.`,
    );
  }
}

/** Staff's edits of venues: a real time zone, and a UUID that nobody chooses or changes. */
export function guardVenues(strapi: Core.Strapi): void {
  const appointments = () => appointmentsOf(strapi);

  guardEdits(strapi, 'api::venue.venue', {
    async create({ data }, proceed) {
      data.uuid = randomUUID();
      checkZone(data);
      return proceed();
    },

    async update({ trx, documentId, data }, proceed) {
      delete data.uuid;
      checkZone(data);
      const before = await zoneOf(trx, documentId);
      const outcome = await proceed();
      if (before !== (await zoneOf(trx, documentId))) {
        await assertZoneMayChange(trx, documentId, clockOf(strapi).now());
        await activitiesOf(strapi).expandAllOf(trx, documentId);
      }
      if (documentId !== null) await appointments().announceAllOf(trx, { venue_key: documentId });
      return outcome;
    },

    async delete({ trx, documentId }, proceed) {
      const used: unknown = await trx('activities').where({ venue_key: documentId }).first('id');
      if (used !== undefined) {
        throw new Refusal(
          'venue_has_activities',
          say`This venue has activities, so it cannot be deleted. Delete its activities first.`,
        );
      }
      return proceed();
    },

    async clone({ data }, proceed) {
      data.uuid = randomUUID();
      return proceed();
    },
  });
}
