import { heldSessions } from '../onefit/held-sessions';
import type { SessionRecord, VenueRecord } from '../onefit/records';
import type { SandboxParts } from './parts';

/** Gives everything the sandbox remembers, as the control API shows it. */
export function stateView({ store, log, faults, mailbox, config }: SandboxParts): object {
  return {
    venueBaseUrl: config.venueBaseUrl,
    settings: { acceptUnknownBookings: store.acceptUnknownBookings },
    venues: [...store.venues.values()].map(venueView),
    bookings: [...store.bookings.values()],
    members: [...store.members.values()],
    violations: store.violations,
    counts: log.counted(),
    faults: faults.list(),
    mails: mailbox.list().length,
  };
}

/** Gives a venue with its sessions, each with all that was received of it. */
export function venueView(venue: VenueRecord): object {
  const { venueId, name, timeZone, link } = venue;
  return {
    venueId,
    name,
    timeZone,
    link,
    heldSessions: heldSessions(venue).length,
    sessions: [...venue.sessions.values()].map(sessionView),
  };
}

/** Gives one session: what is held, the highest version ever received, and the whole history. */
export function sessionView(record: SessionRecord): object {
  const highestVersion = Math.max(0, ...record.received.map((receipt) => receipt.version));
  return { ...record, highestVersion };
}
