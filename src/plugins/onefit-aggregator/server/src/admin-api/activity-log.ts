import { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { ACTIVITY_KINDS, ACTIVITY_OUTCOMES } from '../../../shared/activity-log';
import { activitiesAsCsv } from '../activity-log/csv';
import { readActivities, readCursor } from '../activity-log/read';
import { activityNames } from './activity-names';
import { read } from './request';
import type { Controller } from './request';

const FILE_NAME = 'onefit-activity-log.csv';

const NOT_AN_INSTANT = 'must be an instant such as 2026-11-24T06:00:00Z';

const instantText = z.iso
  .datetime({ offset: true, error: NOT_AN_INSTANT })
  .transform((text) => new Date(text));

/** One word or several, separated by commas. */
function listOf<const Words extends readonly [string, ...string[]]>(words: Words) {
  const word = z.enum(words);
  return z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(word).min(1));
}

const filterFields = {
  from: instantText.optional(),
  to: instantText.optional(),
  kind: listOf(ACTIVITY_KINDS).optional(),
  outcome: listOf(ACTIVITY_OUTCOMES).optional(),
  venue: z.string().max(64).optional(),
  appointment: z.string().max(64).optional(),
};

const filterQuery = z.object(filterFields);

const pageQuery = z.object({
  ...filterFields,
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z
    .string()
    .transform((text, context) => {
      const position = readCursor(text);
      if (!position) context.addIssue('must be the nextCursor of the page before');
      return position;
    })
    .optional(),
});

function filterOf({ kind, outcome, ...rest }: z.output<typeof filterQuery>) {
  return { ...rest, kinds: kind, outcomes: outcome };
}

/** `GET /activity-log` and `GET /activity-log.csv`: what came in, went out, and was done. */
export const activityLog: Controller = ({ strapi }: { strapi: Core.Strapi }) => ({
  async list(ctx) {
    const { limit, cursor, ...filter } = read(pageQuery, ctx.query);
    const after = cursor ?? null;
    const page = await readActivities(strapi.db.connection, filterOf(filter), { after, limit });
    ctx.body = { ...page, names: await activityNames(strapi, page.entries) };
  },

  async csv(ctx) {
    const filter = filterOf(read(filterQuery, ctx.query));
    ctx.set({
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${FILE_NAME}"`,
      'Cache-Control': 'no-store',
    });
    ctx.body = Readable.from(activitiesAsCsv(strapi.db.connection, filter));
  },
});
