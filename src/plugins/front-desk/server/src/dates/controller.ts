import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { read } from '../request';
import type { Controller } from '../request';
import { activitiesOf } from '../venue';
import { readClock } from './venue-clock';

const DATES_SHOWN = 5;

const id = z.string().min(1).max(64).optional();

/** The first that is named counts; none: the venue, where there is only one. */
const entry = z.strictObject({ venue: id, activity: id, appointment: id, booking: id });

const preview = z.strictObject({
  /** longer than any that can be saved, so that the answer can say so */
  rule: z.string().max(20_000),
  entry,
});

/** What the content manager's fields of dates and times ask for. */
export const dates = ({ strapi }: { strapi: Core.Strapi }): Controller => ({
  /** The next dates of a rule that may not be saved yet, or what is wrong with it. */
  async preview(ctx) {
    const asked = read(preview, ctx.request.body);
    const { timeZone } = await readClock(strapi.db.connection, asked.entry);
    // Without a clock there are no dates to tell, but a rule that is wrong is wrong on any.
    const next = activitiesOf(strapi).nextDates(asked.rule, timeZone ?? 'UTC', DATES_SHOWN);
    const problem = next.problem && {
      message: ctx.state.tell(next.problem.sentence),
      line: next.problem.line,
    };
    ctx.body = { timeZone, dates: timeZone === null ? [] : next.dates, problem };
  },

  /** The clock by which an entry's times are meant. */
  async clock(ctx) {
    ctx.body = await readClock(strapi.db.connection, read(entry, ctx.query));
  },
});
