/** What belongs to the rules beside the rule itself; the box draws these fields. */
export const RULE_FIELDS = [
  'aggregatorSpotLimit',
  'bookingOpensHours',
  'bookingClosesMinutes',
  'cancellationPeriodHours',
];
