import type { Session } from '../contract/types';
import { heldSessions } from '../onefit/held-sessions';
import { isCancelled } from '../onefit/records';
import { actionButton } from './action-button';
import { badge } from './badge';
import { html } from './html';
import type { Html } from './html';
import { address } from './page-state';
import type { PageState } from './page-state';
import { addDays, clockTime, dayAndTime, dayKey, dayName } from './times';

const DAYS = 14;

/** What Onefit shows of the chosen venue, two weeks at a time, by day in the venue's own zone. */
export function sessionList(state: PageState): Html {
  const { venue, now } = state;
  if (!venue) {
    return html`<h2 id="sessions-title">Sessions</h2>
      <p class="empty">
        No venue is linked. <a href="${address(state, { view: 'support' })}">Link one</a> first.
      </p>`;
  }
  const zone = venue.timeZone ?? 'UTC';
  const first = state.from ?? dayKey(now, zone);
  const end = addDays(first, DAYS);
  const days = new Map<string, Session[]>();
  for (const session of heldSessions(venue)) {
    const day = dayKey(new Date(session.startsAt), zone);
    if (day >= first && day < end) days.set(day, [...(days.get(day) ?? []), session]);
  }
  return html`<h2 id="sessions-title">Sessions at ${venue.name ?? venue.venueId}</h2>
    <p class="hint">
      Times in ${zone}. ${venue.link?.status === 'unconfirmed' && 'The link is not confirmed yet.'}
    </p>
    <nav class="buttons" aria-label="Days">
      <a class="button" href="${address(state, { from: addDays(first, -DAYS) })}">Earlier</a>
      <a class="button" href="${address(state, { from: null })}">Today</a>
      <a class="button" href="${address(state, { from: end })}">Later</a>
    </nav>
    ${days.size === 0 && html`<p class="empty">Nothing from ${first} to ${addDays(end, -1)}.</p>`}
    ${[...days.values()].map((sessions) => daySection(state, sessions, zone))}`;
}

function daySection(state: PageState, sessions: Session[], zone: string): Html {
  const [first] = sessions;
  if (!first) return html``;
  return html`<h3>${dayName(new Date(first.startsAt), zone)}</h3>
    <ul class="rows">
      ${sessions.map((session) => sessionRow(state, session, zone))}
    </ul>`;
}

function sessionRow(state: PageState, session: Session, zone: string): Html {
  const { status, room, teacher, startsAt, endsAt, totalAggregatorSpots, totalSpots } = session;
  const start = clockTime(new Date(startsAt), zone);
  const where = [room, teacher].filter((text) => text).join(' · ');
  const bookable = whyNotBookable(session, state.now);
  return html`<li class="row ${status === 'scheduled' ? '' : 'gone'}">
    <div>
      <p>
        <span class="clock">${start}–${clockTime(new Date(endsAt), zone)}</span>
        <strong class="class-name">${session.class.name}</strong>
        ${bookable.badge} ${hasActiveBooking(state, session) && badge('good', 'Booked')}
      </p>
      <p class="hint">
        ${session.class.kind}${where && ` · ${where}`} · ${session.availableSpots} free for Onefit
        (${totalAggregatorSpots === null ? 'no limit' : `limit ${totalAggregatorSpots}`}, room for
        ${totalSpots}) · version ${session.version} · <code>${session.id}</code>
      </p>
      ${session.cancellationReason && html`<p>Reason: ${session.cancellationReason}</p>`}
    </div>
    <div class="buttons">${bookButton(state, session, start, bookable.open)}</div>
  </li>`;
}

/** The sandbox lets a member try anyway: that the venue refuses is worth seeing. */
function bookButton(state: PageState, session: Session, start: string, open: boolean): Html {
  const { venue, member } = state;
  if (!venue || !member) return html``;
  const label = open && !hasActiveBooking(state, session) ? 'Book' : 'Book anyway';
  return actionButton({
    call: 'POST /bookings',
    body: { venueId: venue.venueId, sessionId: session.id, memberId: member.id },
    label,
    name: `${label}: ${session.class.name}, ${start}`,
    done: 'Booked.',
    primary: label === 'Book',
  });
}

function hasActiveBooking({ parts, member, venue }: PageState, session: Session): boolean {
  for (const booking of parts.store.bookings.values()) {
    if (
      booking.sessionId === session.id &&
      booking.venueId === venue?.venueId &&
      booking.member.id === member?.id &&
      booking.status !== 'refused' &&
      !isCancelled(booking.status)
    ) {
      return true;
    }
  }
  return false;
}

function whyNotBookable(session: Session, now: Date): { open: boolean; badge: Html | null } {
  const { status, bookingOpensAt, bookingClosesAt, availableSpots, timeZone } = session;
  if (status === 'cancelled') return { open: false, badge: badge('bad', 'Cancelled') };
  if (status === 'withdrawn') return { open: false, badge: badge('plain', 'Withdrawn') };
  if (now.getTime() >= Date.parse(bookingClosesAt)) {
    return { open: false, badge: badge('plain', 'Booking closed') };
  }
  if (bookingOpensAt && now.getTime() < Date.parse(bookingOpensAt)) {
    const opens = dayAndTime(new Date(bookingOpensAt), timeZone);
    return { open: false, badge: badge('plain', `Opens ${opens}`) };
  }
  if (availableSpots === 0) return { open: false, badge: badge('warn', 'Full') };
  return { open: true, badge: null };
}
