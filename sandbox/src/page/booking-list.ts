import type { Session } from '../contract/types';
import type { BookingRecord, OwnBookingStatus } from '../onefit/records';
import { actionButton } from './action-button';
import { badge } from './badge';
import type { Tone } from './badge';
import { html } from './html';
import type { Html } from './html';
import type { PageState } from './page-state';
import { dayAndTime } from './times';

const STATUS: Record<OwnBookingStatus, [Tone, string]> = {
  unconfirmed: ['warn', 'Not confirmed'],
  refused: ['bad', 'Refused'],
  confirmed: ['good', 'Confirmed'],
  checked_in: ['good', 'Checked in'],
  no_show: ['warn', 'No-show'],
  cancelled: ['plain', 'Cancelled'],
  late_cancelled: ['plain', 'Cancelled late'],
  cancelled_by_venue: ['bad', 'Cancelled by the venue'],
};

const SHOWN = 30;

/** The chosen member's bookings, newest first, with what can be done about each. */
export function bookingList(state: PageState): Html {
  const { member } = state;
  if (!member) return html`<p class="empty">Define a member first.</p>`;
  const own = [...state.parts.store.bookings.values()].filter(
    (booking) => booking.member.id === member.id,
  );
  if (own.length === 0) return html`<p class="empty">No bookings yet.</p>`;
  const shown = own.slice(-SHOWN).reverse();
  return html`<ul class="rows">
      ${shown.map((booking) => bookingRow(state, booking))}
    </ul>
    ${own.length > SHOWN && html`<p class="hint">${own.length - SHOWN} older ones not shown.</p>`}`;
}

function bookingRow(state: PageState, booking: BookingRecord): Html {
  const venue = state.parts.store.findVenue(booking.venueId);
  const session = venue?.sessions.get(booking.sessionId)?.held ?? null;
  const [tone, word] = STATUS[booking.status];
  const last = booking.steps.at(-1);
  return html`<li class="row">
    <div>
      <p>
        <strong>${session?.class.name ?? booking.sessionId}</strong>
        ${session && html`<span>${dayAndTime(new Date(session.startsAt), session.timeZone)}</span>`}
        ${badge(tone, word)} ${last?.source === 'push' && html`<em>told by the venue</em>`}
        ${last?.code && html`<code>${last.code}</code>`}
      </p>
      <p class="hint">
        <code>${booking.id}</code>${venue?.name && html` · ${venue.name}`}
        ${session &&
        booking.status === 'confirmed' &&
        html` · cancelling is late from
        ${dayAndTime(new Date(session.lateCancelAt), session.timeZone)}`}
      </p>
    </div>
    <div class="buttons">${actions(booking, session, state.now)}</div>
  </li>`;
}

function actions(booking: BookingRecord, session: Session | null, now: Date): Html {
  const { id, status } = booking;
  const what = `${session?.class.name ?? booking.sessionId}, ${id}`;
  if (status === 'unconfirmed') {
    return html`${actionButton({
      call: 'POST /bookings',
      body: {
        venueId: booking.venueId,
        sessionId: booking.sessionId,
        bookingId: id,
        member: booking.member,
      },
      label: 'Send again',
      name: `Send again: ${what}`,
      done: 'The venue has answered.',
      primary: true,
    })}${cancelButton(id, what, false)}`;
  }
  if (status !== 'confirmed') return html`${refreshButton(id, what)}`;
  const isLate = session !== null && now.getTime() >= Date.parse(session.lateCancelAt);
  return html`${actionButton({
    call: `POST /bookings/${id}/check-in`,
    label: 'Check in',
    name: `Check in: ${what}`,
    done: 'Checked in.',
    primary: true,
  })}
  ${cancelButton(id, what, isLate)} ${cancelButton(id, what, !isLate)} ${refreshButton(id, what)}`;
}

function cancelButton(id: string, what: string, late: boolean): Html {
  const label = late ? 'Cancel late' : 'Cancel in time';
  return actionButton({
    call: `POST /bookings/${id}/cancel`,
    body: { late },
    label,
    name: `${label}: ${what}`,
    done: late ? 'Cancelled late.' : 'Cancelled in time.',
  });
}

function refreshButton(id: string, what: string): Html {
  return actionButton({
    call: `POST /bookings/${id}/refresh`,
    label: 'Ask the venue',
    name: `Ask the venue how it stands: ${what}`,
    done: 'This is how it stands at the venue.',
  });
}
