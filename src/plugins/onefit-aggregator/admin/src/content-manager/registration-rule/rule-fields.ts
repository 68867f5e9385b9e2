import { SPOT_LIMIT } from './spot-limit';

/** What belongs to the rules beside the rule itself; the box draws these fields. */
export const RULE_FIELDS = [
  SPOT_LIMIT,
  'bookingOpensHours',
  'bookingClosesMinutes',
  'cancellationPeriodHours',
];
