/** The tables of this plugin's own content types. */
export const SYNC_RECORDS = 'onefit_sync_records';
export const VENUE_LINKS = 'onefit_venue_links';
export const EXTENSION_ORDERS = 'onefit_extension_orders';
export const LEASES = 'onefit_leases';
export const CUSTOMER_PROPOSALS = 'onefit_customer_proposals';
export const ACTIVITY_LOG = 'onefit_activity_log';
export const NOTICES = 'onefit_notices';
export const VISIT_PRICES = 'onefit_visit_prices';
