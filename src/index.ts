import type { Core } from '@strapi/strapi';
import { watchActivities } from './api/activity/domain/direct-edits';
import { startNightlyExtension } from './api/activity/domain/nightly-extension';
import { guardActivities } from './api/activity/domain/staff-edits';
import { watchAppointments } from './api/appointment/domain/direct-edits';
import { guardAppointments } from './api/appointment/domain/staff-edits';
import { auditBookings } from './api/booking/domain/audit';
import { watchBookings } from './api/booking/domain/direct-edits';
import { guardBookings } from './api/booking/domain/staff-edits';
import { nameBookings } from './api/booking/domain/title';
import { guardCompanies } from './api/company/domain/staff-edits';
import { guardAggregatorIds } from './api/customer-aggregator-id/domain/staff-edits';
import { keepEmailsFound } from './api/customer/domain/by-email';
import { nameTheNameless } from './api/customer/domain/name';
import { guardCustomers } from './api/customer/domain/staff-edits';
import { guardProducts } from './api/product/domain/staff-edits';
import { watchVenues } from './api/venue/domain/direct-edits';
import { guardVenues } from './api/venue/domain/staff-edits';
import { configureViews } from './content-views/configure-views';
import { answerForNoAi } from './content-views/no-ai';
import { failWhereKnexIsSilent } from './database/begin-and-commit';
import { drainQueries } from './database/drain';
import { keepIdsExact } from './database/exact-ids';
import { logBrokenConnections } from './domain/broken-connections';
import { systemClock } from './domain/clock';
import { customerMessagesOf } from './domain/services';
import { logUnhandledRejections } from './domain/unhandled-rejections';
import { nameRequests } from './logging/request-id';
import { makeRoles } from './roles/make-roles';

const GUARDS = [
  guardCompanies,
  guardVenues,
  guardActivities,
  guardAppointments,
  guardCustomers,
  guardAggregatorIds,
  guardProducts,
  guardBookings,
];

const WATCHES = [watchVenues, watchActivities, watchAppointments, watchBookings];

const stops: Array<() => unknown> = [];

/** Wiring only: what each part does stands in its own folder. */
export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    strapi.add('clock', { ...systemClock });
    // Asked by whoever audits by night.
    strapi.add('venue-audit', { findings: () => auditBookings(strapi.db.connection) });
    nameRequests(strapi);
    logBrokenConnections(strapi);
    configureViews(strapi);
    answerForNoAi(strapi);
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    failWhereKnexIsSilent(strapi);
    await keepIdsExact(strapi);
    await keepEmailsFound(strapi);
    for (const guard of GUARDS) guard(strapi);
    nameBookings(strapi);
    // For as long as the process lives: Strapi serves requests while it is being stopped.
    for (const watch of WATCHES) watch(strapi);
    await nameTheNameless(strapi);
    await makeRoles(strapi);
    stops.push(logUnhandledRejections(strapi));
    if (!strapi.config.get<boolean>('jobs.run')) return;
    const messages = customerMessagesOf(strapi);
    messages.start();
    stops.push(messages.stop, startNightlyExtension(strapi));
  },

  async destroy({ strapi }: { strapi: Core.Strapi }) {
    for (const stop of stops.splice(0)) await stop();
    await drainQueries(strapi);
  },
};
