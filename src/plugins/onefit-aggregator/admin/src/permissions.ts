/** What a role must be allowed, per link and page; the server guards the routes by the same names. */
const allow = (action: string) => [{ action, subject: null }];

export const READ_MARKET = allow('plugin::onefit-aggregator.market.read');
export const ORDER = allow('plugin::onefit-aggregator.market.order');
export const READ_STATUS = allow('plugin::onefit-aggregator.status.read');
export const RUN_SYNC = allow('plugin::onefit-aggregator.sync.run');
export const READ_ACTIVITY_LOG = allow('plugin::onefit-aggregator.activity-log.read');
export const DECIDE_PROPOSALS = allow('plugin::onefit-aggregator.proposals.decide');
export const READ_MONTH_REPORT = allow('plugin::onefit-aggregator.month-report.read');
export const READ_REPORT_BOOKINGS = allow('plugin::onefit-aggregator.month-report.bookings');
export const ENTER_PRICES = allow('plugin::onefit-aggregator.visit-prices.enter');
