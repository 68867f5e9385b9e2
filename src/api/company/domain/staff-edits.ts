import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { guardEdits } from '../../../content/staff-edits';
import { Refusal } from '../../../domain/refusal';
import { say } from '../../../domain/sentence';

/** Staff's edits of companies: a UUID that nobody chooses or changes. */
export function guardCompanies(strapi: Core.Strapi): void {
  guardEdits(strapi, 'api::company.company', {
    async create({ data }, proceed) {
      data.uuid = randomUUID();
      return proceed();
    },

    async update({ data }, proceed) {
      delete data.uuid;
      return proceed();
    },

    async delete({ trx, documentId }, proceed) {
      const venue: unknown = await trx('venues_company_lnk')
        .join('companies', 'companies.id', 'venues_company_lnk.company_id')
        .where('companies.document_id', documentId)
        .first('companies.id');
      if (venue !== undefined) {
        throw new Refusal(
          'company_has_venues',
          say`This company has venues, so it cannot be deleted. Delete its venues first.`,
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
