import type { ActivityKind, ActivityOutcome } from '../../../../../shared/activity-log';
import type { Tone } from '../../../components/StateWord';
import type { TextKey } from '../../../components/use-text';

/** How each kind of entry is said. */
export const KINDS: Record<ActivityKind, TextKey> = {
  booking_made: 'log.bookingMade',
  booking_cancelled: 'log.bookingCancelled',
  booking_checked_in: 'log.bookingCheckedIn',
  venue_linked: 'log.venueLinked',
  venue_unlinked: 'log.venueUnlinked',
  sessions_sent: 'log.sessionsSent',
  outcomes_sent: 'log.outcomesSent',
  session_refused: 'log.sessionRefused',
  outcome_refused: 'log.outcomeRefused',
  swept: 'log.swept',
  reconciled: 'log.reconciled',
  synchronise_asked: 'log.synchroniseAsked',
  retry_asked: 'log.retryAsked',
  order_placed: 'log.orderPlaced',
  order_ended: 'log.orderEnded',
  proposal_dismissed: 'log.proposalDismissed',
  customers_merged: 'log.customersMerged',
  confirmation_mailed: 'log.confirmationMailed',
  notice_mailed: 'log.noticeMailed',
};

/** Kinds that staff look for together. */
export const GROUPS: Array<{ id: string; text: TextKey; kinds: ActivityKind[] }> = [
  {
    id: 'bookings',
    text: 'log.group.bookings',
    kinds: ['booking_made', 'booking_cancelled', 'booking_checked_in'],
  },
  {
    id: 'sent',
    text: 'log.group.sent',
    kinds: ['sessions_sent', 'outcomes_sent', 'session_refused', 'outcome_refused'],
  },
  { id: 'upkeep', text: 'log.group.upkeep', kinds: ['swept', 'reconciled'] },
  {
    id: 'staff',
    text: 'log.group.staff',
    kinds: [
      'synchronise_asked',
      'retry_asked',
      'order_placed',
      'order_ended',
      'proposal_dismissed',
      'customers_merged',
    ],
  },
  {
    id: 'link',
    text: 'log.group.link',
    kinds: ['venue_linked', 'venue_unlinked', 'confirmation_mailed', 'notice_mailed'],
  },
];

/** How each outcome is told. */
export const OUTCOMES: Record<ActivityOutcome, { tone: Tone; word: TextKey }> = {
  done: { tone: 'good', word: 'log.outcome.done' },
  refused: { tone: 'attention', word: 'log.outcome.refused' },
  failed: { tone: 'bad', word: 'log.outcome.failed' },
};
