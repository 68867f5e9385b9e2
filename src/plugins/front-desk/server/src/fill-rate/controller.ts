import type { Core } from '@strapi/strapi';
import type { Controller } from '../request';
import type { StoredInstant } from '../venue';
import { earliestStart, weeksOf } from './weeks';
import type { FilledAppointment } from './weeks';

type Row = Omit<FilledAppointment, 'startsAt'> & { startsAt: StoredInstant };

/** How full the venue was: one statement, however many appointments. */
export const fillRate = ({ strapi }: { strapi: Core.Strapi }): Controller => ({
  async find(ctx) {
    const now = strapi.get<{ now(): Date }>('clock').now();
    const rows = await strapi.db
      .connection({ appointment: 'appointments' })
      .join({ venue: 'venues' }, 'venue.document_id', 'appointment.venue_key')
      .where('appointment.state', 'scheduled')
      .where('appointment.starts_at', '>=', earliestStart(now))
      .where('appointment.starts_at', '<=', now)
      .orderBy('appointment.starts_at', 'desc')
      .select<Row[]>({
        startsAt: 'appointment.starts_at',
        timeZone: 'venue.time_zone',
        capacity: 'appointment.capacity',
        booked: 'appointment.booked',
        bookedByOnefit: 'appointment.booked_by_aggregator',
      });
    const appointments = rows.map((row) => ({ ...row, startsAt: new Date(row.startsAt) }));
    ctx.body = { weeks: weeksOf(appointments, now) };
  },
});
