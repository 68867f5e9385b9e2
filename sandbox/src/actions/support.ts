import type { Link, VenueRecord } from '../onefit/records';
import type { OnefitStore } from '../onefit/store';
import type { VenueCalls } from '../venue-api/calls';
import { ActionError, venueError } from './action-error';

export interface LinkRequest {
  venueId: string;
  companyId: string;
  /** Given out by the sandbox when left out: `of-1`, `of-2`, … */
  onefitVenueId?: string;
}

/** What Onefit support does: links venues and ends links. */
export class Support {
  constructor(
    private readonly store: OnefitStore,
    private readonly venue: VenueCalls,
  ) {}

  /**
   * Links a venue by the two ids that its staff sent. Repeating it is safe and keeps the
   * onefitVenueId. Gives the venue with its link.
   * @throws ActionError when the venue refuses (then there is no new link) or its answer is not known.
   */
  async link({ venueId, companyId, onefitVenueId }: LinkRequest): Promise<VenueRecord> {
    const record = this.store.venue(venueId);
    const before = record.link;
    const proposed = `of-${this.store.nextVenueNumber}`;
    const link: Link = {
      companyId,
      onefitVenueId: onefitVenueId ?? before?.onefitVenueId ?? proposed,
      status: 'unconfirmed',
      linkedAt: new Date().toISOString(),
    };
    // Held before the venue is asked: its first sessions may come before its answer.
    record.link = link;
    const answer = await this.venue.link(venueId, {
      companyId,
      onefitVenueId: link.onefitVenueId,
    });
    if (answer.kind === 'refused') {
      record.link = before;
      this.store.dropUnknownVenue(record);
      this.store.changed();
      throw venueError(answer);
    }
    if (link.onefitVenueId === proposed) this.store.nextVenueNumber += 1;
    if (answer.kind === 'ok') {
      link.status = 'linked';
      await this.learnName(record);
    }
    this.store.changed();
    if (answer.kind === 'unknown') throw venueError(answer);
    return record;
  }

  /**
   * Ends a link. What Onefit holds of the venue stays, as bookings do.
   * @throws ActionError when there is no link, or the venue did not confirm the end (then it stands).
   */
  async unlink(venueId: string): Promise<void> {
    const record = this.store.findVenue(venueId);
    if (!record?.link) {
      throw new ActionError(404, 'venue_not_linked', 'There is no link for this venue.');
    }
    const answer = await this.venue.unlink(venueId);
    if (answer.kind !== 'ok') throw venueError(answer);
    record.link = null;
    this.store.changed();
  }

  private async learnName(record: VenueRecord): Promise<void> {
    const answer = await this.venue.venue(record.venueId);
    // A venue without a name is shown by its id: the link itself does not depend on it.
    if (answer.kind !== 'ok') return;
    record.name = answer.body.name;
    record.timeZone = answer.body.timeZone;
  }
}
