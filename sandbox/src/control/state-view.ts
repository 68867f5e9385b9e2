import { heldSessions } from '../onefit/held-sessions';
import type { SessionRecord, VenueRecord } from '../onefit/records';
import type { SandboxParts } from './parts';

/** Gives everything the sandbox remembers, as the control API shows it. */
export function stateView(parts: SandboxParts): object {
  const { store, log, faults, mailbox } = parts;
  return {
    settings: settingsView(parts),
    venues: [...store.venues.values()].map(venueView),
    bookings: [...store.bookings.values()],
    members: [...store.members.values()],
    violations: store.violations,
    counts: log.counted(),
    faults: faults.list(),
    mails: mailbox.list().length,
  };
}

/** Gives what can be changed while the sandbox runs. */
export function settingsView({ config, store }: SandboxParts): object {
  return {
    venueBaseUrl: config.venueBaseUrl,
    acceptUnknownBookings: store.acceptUnknownBookings,
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
