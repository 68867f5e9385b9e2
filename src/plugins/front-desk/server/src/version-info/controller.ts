import type { Core } from '@strapi/strapi';
import type { Controller } from '../request';
import { readVersions } from './versions';

/** The IDs that an aggregator's support asks for, and what runs here in which version. */
export const versionInfo = ({ strapi }: { strapi: Core.Strapi }): Controller => ({
  async find(ctx) {
    const knex = strapi.db.connection;
    const venues: unknown = await knex({ venue: 'venues' })
      .leftJoin({ owned: 'venues_company_lnk' }, 'owned.venue_id', 'venue.id')
      .leftJoin({ company: 'companies' }, 'company.id', 'owned.company_id')
      .orderBy(['company.name', 'venue.name'])
      .select({
        documentId: 'venue.document_id',
        name: 'venue.name',
        uuid: 'venue.uuid',
        timeZone: 'venue.time_zone',
        companyName: 'company.name',
        companyUuid: 'company.uuid',
      });
    ctx.body = { venues, versions: await readVersions(strapi) };
  },
});
