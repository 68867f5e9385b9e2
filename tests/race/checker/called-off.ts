import { isOf } from '../calls/call';
import type { Violation } from './evidence';
import type { Facts } from './facts';
import { isCancelled, latest, worked } from './outcome';

const TOLD = ['session_cancelled', 'appointment_cancelled'];

/** A cancelled appointment takes and holds no booking, and nobody is told so of another one. */
export function calledOff({ appointments, calls, rows }: Facts): Violation[] {
  const late = [...appointments.values()].flatMap(({ documentId, callOffs, stays }) => {
    const certain = Math.min(...callOffs.filter(worked).map(latest));
    return stays
      .filter(
        ({ taken, row }) => taken.from > certain || (certain < Infinity && !isCancelled(row.state)),
      )
      .map((stay) => ({
        what: `${documentId} was cancelled, and still has or took a booking.`,
        calls: [...callOffs, ...stay.calls],
      }));
  });
  const told = calls.flatMap((call) => {
    const { asked, answer } = call;
    if (!TOLD.includes(answer?.code ?? '')) return [];
    const place =
      asked.kind === 'book' ? asked.session : 'appointment' in asked ? asked.appointment : '';
    const known = appointments.get(place)?.callOffs ?? [];
    if (known.some((off) => off.invokedAt <= latest(call))) return [];
    return [{ what: `Told that ${place} is cancelled, which nobody had done.`, calls: [call] }];
  });
  const state = rows.appointments
    .filter(({ documentId, state: now }) => {
      const callOffs = appointments.get(documentId)?.callOffs ?? [];
      return now === 'cancelled' && callOffs.length === 0;
    })
    .map(({ documentId }) => ({
      what: `Nobody cancelled ${documentId}.`,
      calls: calls.filter(
        (call) => isOf(call, 'call-off') && call.asked.appointment === documentId,
      ),
    }));
  return [...late, ...told, ...state];
}
