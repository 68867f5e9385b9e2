import type { Core } from '@strapi/strapi';
import { watchDirectEdits } from '../../../content/direct-edits';
import { appointmentsOf } from '../../../domain/services';
import { settleAppointments } from './resolve';

/** Appointments that a script edits by `strapi.db.query`: resolved and announced as any others. */
export function watchAppointments(strapi: Core.Strapi): () => void {
  return watchDirectEdits(strapi, 'api::appointment.appointment', {
    async after({ trx, action, documentIds }) {
      if (action !== 'delete') await settleAppointments(trx, documentIds);
      await appointmentsOf(strapi).announce(trx, documentIds);
    },
  });
}
