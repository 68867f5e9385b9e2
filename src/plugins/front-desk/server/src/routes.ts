import { allowedTo, orReadingForms } from './permissions';
import type { Action } from './permissions';

function route(
  method: 'GET' | 'POST',
  path: string,
  handler: string,
  action: Action,
  allowed = allowedTo,
) {
  return { method, path, handler, config: allowed(action) };
}

/** The admin panel's routes, under `/front-desk`; each has its permission. */
export const adminRoutes = {
  admin: {
    type: 'admin' as const,
    routes: [
      route('GET', '/appointments', 'schedule.list', 'schedule.read'),
      route('POST', '/appointments/:documentId/cancel', 'schedule.cancel', 'appointment.cancel'),
      route('POST', '/appointments/:documentId/edit', 'series.edit', 'appointment.edit'),
      route('POST', '/appointments/:documentId/end-series', 'series.end', 'appointment.cancel'),
      route('GET', '/appointments/:documentId/sign-in', 'sign-in.find', 'sign-in.use'),
      route('GET', '/appointments/:documentId/sign-in/csv', 'sign-in.csv', 'sign-in.export'),
      route('POST', '/appointments/:documentId/letters', 'sign-in.write', 'sign-in.write'),
      route('POST', '/appointments/:documentId/bookings', 'bookings.book', 'sign-in.use'),
      route('POST', '/bookings/:documentId/cancel', 'bookings.cancel', 'sign-in.use'),
      route('POST', '/bookings/:documentId/check-in', 'bookings.checkIn', 'sign-in.use'),
      route('POST', '/bookings/:documentId/no-show', 'bookings.noShow', 'sign-in.use'),
      route('POST', '/bookings/:documentId/clear', 'bookings.clearAttendance', 'sign-in.use'),
      route('POST', '/bookings/:documentId/product', 'bookings.chooseProduct', 'sign-in.use'),
      route('POST', '/bookings/:documentId/undo', 'bookings.undo', 'sign-in.use'),
      route('GET', '/customers', 'customers.search', 'sign-in.use'),
      route('POST', '/customers', 'customers.enter', 'sign-in.use'),
      route('POST', '/customers/:documentId/merge', 'customers.merge', 'customers.merge'),
      route('GET', '/customers/:documentId/export', 'customers.export', 'customers.privacy'),
      route('POST', '/customers/:documentId/erase', 'customers.erase', 'customers.privacy'),
      route('GET', '/products', 'products.list', 'sign-in.use'),
      route('GET', '/clock', 'dates.clock', 'schedule.read', orReadingForms),
      route('POST', '/dates/preview', 'dates.preview', 'schedule.read', orReadingForms),
      route('GET', '/fill-rate', 'fill-rate.find', 'fill-rate.read'),
      route('GET', '/version-info', 'version-info.find', 'version-info.read'),
    ],
  },
};
