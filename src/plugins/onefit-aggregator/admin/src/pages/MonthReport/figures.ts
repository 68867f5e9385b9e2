import type { Figure, VisitOutcome } from '../../../../shared/month-report';
import type { TextKey } from '../../components/use-text';

/** The figures in the order in which they are read, with what each says and how it is counted. */
export const SHOWN_FIGURES: Array<{ figure: Figure; label: TextKey; help: TextKey }> = [
  { figure: 'expected', label: 'month.expected', help: 'month.expectedHelp' },
  { figure: 'checkIns', label: 'month.checkIns', help: 'month.checkInsHelp' },
  { figure: 'noShows', label: 'month.noShows', help: 'month.noShowsHelp' },
  { figure: 'lateCancels', label: 'month.lateCancels', help: 'month.lateCancelsHelp' },
  { figure: 'lateRefilled', label: 'month.lateRefilled', help: 'month.lateRefilledHelp' },
  { figure: 'unpaid', label: 'month.unpaid', help: 'month.unpaidHelp' },
  { figure: 'paidNoShows', label: 'month.paidNoShows', help: 'month.paidNoShowsHelp' },
  { figure: 'open', label: 'month.open', help: 'month.openHelp' },
];

/** What became of a booking, in words. */
export const OUTCOME_WORDS: Record<VisitOutcome, TextKey> = {
  checked_in: 'month.outcome.checkedIn',
  no_show: 'month.outcome.noShow',
  late_cancelled: 'month.outcome.lateCancelled',
  late_refilled: 'month.outcome.lateRefilled',
  cancelled: 'month.outcome.cancelled',
  ended_by_venue: 'month.outcome.endedByVenue',
  open: 'month.outcome.open',
};
