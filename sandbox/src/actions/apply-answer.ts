import type { Booking } from '../contract/types';
import { isCancelled } from '../onefit/records';
import type { BookingRecord } from '../onefit/records';
import type { OnefitStore } from '../onefit/store';

/**
 * Writes a venue's answer into the sandbox's record of a booking. An answer that was overtaken by a
 * newer word of the venue changes nothing. Without a booking (202: the venue never saw it) the
 * record ends as `cancelled`, as a later booking under this id would.
 */
export function applyAnswer(
  store: OnefitStore,
  record: BookingRecord,
  answer: Booking | undefined,
): void {
  const at = new Date().toISOString();
  const status = answer?.status ?? 'cancelled';
  const modifiedAt = answer?.modifiedAt ?? at;
  const age = record.modifiedAt ? Date.parse(modifiedAt) - Date.parse(record.modifiedAt) : 1;
  const returns = isCancelled(record.status) && !isCancelled(status);
  if (age < 0 || (age === 0 && returns)) return;
  if (returns) {
    store.addViolation({
      at,
      rule: 'booking_returned',
      venueId: record.venueId,
      subject: record.id,
      detail: `The venue answered ${status} after ${record.status}.`,
    });
  }
  record.modifiedAt = modifiedAt;
  if (record.status === status) return;
  record.status = status;
  record.steps.push({ at, status, source: 'answer' });
}
