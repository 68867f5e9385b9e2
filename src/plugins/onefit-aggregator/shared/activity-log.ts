/**
 * The activity log as both halves of the plugin know it: the server writes entries of facts, the
 * panel says each in a sentence. No entry holds personal data: people appear as ids alone.
 */

/**
 * What happened, and which facts an entry of that kind carries beside `at`, `outcome` and `source`.
 *
 * From Onefit:
 * - `booking_made`, `booking_cancelled`, `booking_checked_in`: `venue`, `appointment`, `booking`
 *   (a cancellation that came before its booking has no `appointment`). Refused: `code` of the
 *   contract (`session_full`, …); equal refusals of one moment are one entry with `counts.times`.
 * - `venue_linked`, `venue_unlinked`: `venue`.
 *
 * To Onefit:
 * - `sessions_sent`, `outcomes_sent`: one entry a batch, `venue`, `counts` `sent`, `accepted`,
 *   `stale`, `rejected`. Failed: `code` (`http_503`, `timeout`, …), `counts.sent`, and `retryAt`,
 *   null where it waits for something else than time.
 * - `session_refused`, `outcome_refused`: Onefit's "no" to one of a batch, with its `code`; `venue`,
 *   `appointment` or `booking`.
 *
 * The clock and staff:
 * - `swept`: `counts` `looked`, `marked`, `resolved`. Only sweeps that found something, and staff's own, are kept.
 * - `reconciled`: `venue`, `counts` `held`, `lost`, `behind`, `ahead`, `differing`, `unwanted`,
 *   `unknown`, `healed`. Failed: `code`.
 * - `synchronise_asked`, `retry_asked` (`appointment`, or null for all), `order_placed`,
 *   `order_ended`, `proposal_dismissed` (`customer`), `customers_merged` (`customer`, who stays):
 *   staff's deeds, with `actor`.
 * - `confirmation_mailed`: the order's confirmation; `notice_mailed`: linked, connection down or back
 *   (`venue`). Failed: the clock tries again, unless the mail server refuses a notice's address for good.
 */
export const ACTIVITY_KINDS = [
  'booking_made',
  'booking_cancelled',
  'booking_checked_in',
  'venue_linked',
  'venue_unlinked',
  'sessions_sent',
  'outcomes_sent',
  'session_refused',
  'outcome_refused',
  'swept',
  'reconciled',
  'synchronise_asked',
  'retry_asked',
  'order_placed',
  'order_ended',
  'proposal_dismissed',
  'customers_merged',
  'confirmation_mailed',
  'notice_mailed',
] as const;

export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** `done`; `refused`: somebody said no, with a code; `failed`: it did not work and may yet. */
export const ACTIVITY_OUTCOMES = ['done', 'refused', 'failed'] as const;

export type ActivityOutcome = (typeof ACTIVITY_OUTCOMES)[number];

/** Who began it. */
export type ActivitySource = 'onefit' | 'staff' | 'clock';

/** What is counted; see {@link ACTIVITY_KINDS} for which kind counts what. */
export const ACTIVITY_COUNTS = [
  'times',
  'sent',
  'accepted',
  'stale',
  'rejected',
  'looked',
  'marked',
  'resolved',
  'held',
  'lost',
  'behind',
  'ahead',
  'differing',
  'unwanted',
  'unknown',
  'healed',
] as const;

export type ActivityCounts = Partial<Record<(typeof ACTIVITY_COUNTS)[number], number>>;

/** One line of the log. */
export interface ActivityEntry {
  documentId: string;
  /** ISO 8601, UTC */
  at: string;
  kind: ActivityKind;
  outcome: ActivityOutcome;
  source: ActivitySource;
  /** the administrator's id; null where no person acted */
  actor: string | null;
  /** why not, as a stable word; null when it is done */
  code: string | null;
  /** document id */
  venue: string | null;
  /** document id, which is the session's id on the wire */
  appointment: string | null;
  /** Onefit's own id of the booking */
  booking: string | null;
  /** document id */
  customer: string | null;
  counts: ActivityCounts;
  /** when it is tried again; ISO 8601, UTC */
  retryAt: string | null;
}

/** What the ids of entries are called now; what is gone is missing. Instants in ISO 8601, UTC. */
export interface ActivityNames {
  /** administrators, by id */
  actors: Record<string, string>;
  /** by document id */
  venues: Record<string, { name: string; timeZone: string }>;
  /** by document id */
  appointments: Record<string, { name: string; startsAt: string; timeZone: string }>;
}

/** Answer of `GET /onefit-aggregator/activity-log`, newest first, with the names beside it. */
export interface ActivityPage {
  entries: ActivityEntry[];
  /** for the next, older page; null at the end */
  nextCursor: string | null;
}

/** Days after which an entry is forgotten. */
export const ACTIVITY_DAYS = 90;
