import type { DeliveryResult } from '../wire/schemas/outbound';
import type { Item } from './payload';
import type { RecordKind } from './sync-record';

/** `failed`: nobody knows whether Onefit carried it out; it is sent again. */
export const RECORD_OUTCOMES = ['accepted', 'stale', 'rejected', 'failed'] as const;

/** How many records of a batch had the same outcome, by whether it was their first attempt. */
export interface SentRecords {
  kind: RecordKind;
  outcome: (typeof RECORD_OUTCOMES)[number];
  first: number;
  again: number;
}

function sum(kind: RecordKind, outcome: SentRecords['outcome'], items: Item[]): SentRecords {
  // The claim has counted this attempt already.
  const first = items.filter(({ record }) => record.attempts <= 1).length;
  return { kind, outcome, first, again: items.length - first };
}

/** A batch that Onefit answered, summed up. */
export function answeredRecords(
  kind: RecordKind,
  items: Item[],
  results: Array<Pick<DeliveryResult, 'outcome'>>,
): SentRecords[] {
  return (['accepted', 'stale', 'rejected'] as const).map((outcome) =>
    sum(
      kind,
      outcome,
      items.filter((_, index) => results[index]?.outcome === outcome),
    ),
  );
}

/** A batch that did not arrive, summed up. */
export function failedRecords(kind: RecordKind, items: Item[]): SentRecords[] {
  return [sum(kind, 'failed', items)];
}
