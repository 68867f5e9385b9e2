import { allowedTo, orEditingRules } from './permissions';
import type { Action } from './permissions';

function route(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  handler: string,
  action: Action,
  allowed = allowedTo,
) {
  return { method, path, handler, config: allowed(action) };
}

/** The admin panel's routes, under `/onefit-aggregator`; each has its permission. */
export const adminRoutes = {
  admin: {
    type: 'admin' as const,
    routes: [
      route('GET', '/market', 'market.find', 'market.read'),
      route('GET', '/extension-order', 'extension-order.find', 'market.read'),
      route('POST', '/extension-order', 'extension-order.create', 'market.order'),
      route('DELETE', '/extension-order', 'extension-order.end', 'market.order'),
      route('POST', '/extension-order/confirmation', 'extension-order.confirm', 'market.order'),
      route('POST', '/extension-order/ids-copied', 'extension-order.idsCopied', 'market.order'),
      route('GET', '/rule-preview', 'rule-preview.find', 'status.read', orEditingRules),
      route('GET', '/status', 'status.find', 'status.read'),
      route('GET', '/sessions', 'sessions.list', 'status.read'),
      route('POST', '/sessions/retry', 'sessions.retryAll', 'sync.run'),
      route('GET', '/sessions/:documentId', 'sessions.find', 'status.read'),
      route('POST', '/sessions/:documentId/retry', 'sessions.retry', 'sync.run'),
      route('GET', '/proposals', 'proposals.list', 'proposals.decide'),
      route('POST', '/proposals/:documentId/dismiss', 'proposals.dismiss', 'proposals.decide'),
      route('GET', '/customers/holder', 'customers.holder', 'proposals.decide'),
      route('GET', '/customers/compare', 'customers.compare', 'proposals.decide'),
      route('POST', '/customers/merge', 'customers.merge', 'proposals.decide'),
      route('GET', '/activity-log', 'activity-log.list', 'activity-log.read'),
      route('GET', '/activity-log.csv', 'activity-log.csv', 'activity-log.read'),
      route('GET', '/sync', 'sync.progress', 'status.read'),
      route('GET', '/month-report', 'month-report.find', 'month-report.read'),
      route('GET', '/month-report.csv', 'month-report.csv', 'month-report.bookings'),
      route('GET', '/month-report/bookings', 'month-report.bookings', 'month-report.bookings'),
      route('GET', '/visit-prices', 'month-report.prices', 'month-report.read'),
      route('PUT', '/visit-prices', 'month-report.enterPrice', 'visit-prices.enter'),
      route('POST', '/sync', 'sync.run', 'sync.run'),
    ],
  },
};
