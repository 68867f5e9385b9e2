import { bookingList } from './booking-list';
import { html } from './html';
import type { Html } from './html';
import type { PageState } from './page-state';
import { sessionList } from './session-list';

/** What a member of Onefit sees and does. */
export function memberView(state: PageState): Html {
  return html`
    <h1>Onefit member</h1>
    <section aria-label="Who and where" class="chooser">${chooser(state)} ${memberForm()}</section>
    <section aria-labelledby="bookings-title" data-live="bookings">
      <h2 id="bookings-title">
        Bookings${state.member && html` of ${state.member.firstName} ${state.member.lastName}`}
      </h2>
      ${bookingList(state)}
    </section>
    <section aria-labelledby="sessions-title" data-live="sessions">${sessionList(state)}</section>
  `;
}

function chooser(state: PageState): Html {
  const members = [...state.parts.store.members.values()];
  return html`<form method="get" action="/" data-choose class="fields" data-live="chooser">
    <input type="hidden" name="view" value="member" />
    <label
      >Member
      <select name="member" id="choose-member">
        ${members.map(({ id, firstName, lastName }) =>
          option(id, `${firstName} ${lastName} (${id})`, id === state.member?.id),
        )}
      </select></label
    >
    <label
      >Venue
      <select name="venue" id="choose-venue">
        ${state.venues.length === 0 && html`<option value="">none is linked</option>`}
        ${state.venues.map(({ venueId, name }) =>
          option(venueId, name ?? venueId, venueId === state.venue?.venueId),
        )}
      </select></label
    >
    <noscript><button type="submit">Show</button></noscript>
  </form>`;
}

function option(value: string, label: string, selected: boolean): Html {
  return selected
    ? html`<option value="${value}" selected>${label}</option>`
    : html`<option value="${value}">${label}</option>`;
}

function memberForm(): Html {
  return html`<details>
    <summary>Define a member</summary>
    <form
      data-call="PUT /members/{id}"
      data-done="The member is known."
      data-then="choose-member"
      class="fields"
    >
      <label
        >Onefit ID
        <input name="id" required pattern="[A-Za-z0-9._:\\-]{1,64}" autocomplete="off" />
      </label>
      <label>First name <input name="firstName" required autocomplete="off" /></label>
      <label>Last name <input name="lastName" required autocomplete="off" /></label>
      <label>E-mail (optional) <input name="email" autocomplete="off" /></label>
      <label>Phone (optional) <input name="phone" autocomplete="off" /></label>
      <button type="submit" class="primary">Save the member</button>
    </form>
    <p class="hint">An ID that is already known is changed.</p>
  </details>`;
}
