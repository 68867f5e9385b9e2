import activityLogEntry from './activity-log-entry/schema.json';
import customerProposal from './customer-proposal/schema.json';
import extensionOrder from './extension-order/schema.json';
import lease from './lease/schema.json';
import notice from './notice/schema.json';
import syncRecord from './sync-record/schema.json';
import venueLink from './venue-link/schema.json';
import visitPrice from './visit-price/schema.json';

export const contentTypes = {
  'extension-order': { schema: extensionOrder },
  'venue-link': { schema: venueLink },
  'sync-record': { schema: syncRecord },
  'customer-proposal': { schema: customerProposal },
  lease: { schema: lease },
  notice: { schema: notice },
  'activity-log-entry': { schema: activityLogEntry },
  'visit-price': { schema: visitPrice },
};
