import { formatUtc } from './instant';
import type { Venue } from './schemas/venue';

export interface VenueView {
  /** The Venue UUID. */
  id: string;
  /** The Company UUID. */
  companyId: string;
  name: string;
  timeZone: string;
  /** Null: Onefit has not linked the venue yet. */
  link: { onefitVenueId: string; linkedAt: Date } | null;
}

/** The venue and its link as they are answered to Onefit. */
export function toVenue(view: VenueView): Venue {
  const { id, companyId, name, timeZone, link } = view;
  return {
    id,
    companyId,
    name,
    timeZone,
    link: link
      ? {
          status: 'linked',
          onefitVenueId: link.onefitVenueId,
          linkedAt: formatUtc(link.linkedAt),
        }
      : { status: 'pending', onefitVenueId: null, linkedAt: null },
  };
}
