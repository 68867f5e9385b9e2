import type { VenueRecord, Violation } from '../onefit/records';
import { heldSessions } from '../onefit/held-sessions';
import { actionButton } from './action-button';
import { badge } from './badge';
import { html } from './html';
import type { Html } from './html';
import type { PageState } from './page-state';
import { dayAndTime } from './times';

/** What Onefit support does: links venues, ends links, looks whether the rules are kept. */
export function supportView(state: PageState): Html {
  return html`
    <h1>Onefit support</h1>
    <section aria-labelledby="link-title">
      <h2 id="link-title">Link a venue</h2>
      <p>
        The venue's staff send both ids; they copy them from their settings, “Version &amp; Info”.
      </p>
      <form
        data-call="POST /links"
        data-done="The venue is linked."
        data-then="reset"
        class="fields wide"
      >
        ${uuidField('companyId', 'Company UUID')} ${uuidField('venueId', 'Venue UUID')}
        <button type="submit" class="primary">Link the venue</button>
      </form>
    </section>
    <section aria-labelledby="links-title" data-live="links">
      <h2 id="links-title">Linked venues</h2>
      ${state.venues.length === 0 && html`<p class="empty">No venue is linked yet.</p>`}
      ${state.venues.map(linkCard)}
    </section>
    <section aria-labelledby="rules-title" data-live="rules">
      <h2 id="rules-title">Rules of the contract</h2>
      ${violations(state.parts.store.violations)}
    </section>
  `;
}

function uuidField(name: string, label: string): Html {
  return html`<label
    >${label}
    <input
      name="${name}"
      required
      spellcheck="false"
      autocomplete="off"
      pattern="\\s*[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\s*"
      title="A UUID, such as 3f0c1a52-6a3e-4a53-9d0c-0d5f8f1f7a11"
      placeholder="xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx"
  /></label>`;
}

function linkCard(venue: VenueRecord): Html {
  const { link, venueId, name, timeZone } = venue;
  if (!link) return html``;
  const zone = timeZone ?? 'UTC';
  const confirmed = link.status === 'linked';
  return html`<article class="card">
    <h3>${name ?? 'A venue without a name yet'}</h3>
    <p>
      ${confirmed ? badge('good', 'Linked') : badge('warn', 'Not confirmed')} as
      <strong>${link.onefitVenueId}</strong> since ${dayAndTime(new Date(link.linkedAt), zone)}
      (${zone}) · ${heldSessions(venue).length} sessions held
    </p>
    ${!confirmed && html`<p>The venue's answer is not known. Linking it again is safe.</p>`}
    <dl>
      <dt>Venue UUID</dt>
      <dd><code>${venueId}</code></dd>
      <dt>Company UUID</dt>
      <dd><code>${link.companyId}</code></dd>
    </dl>
    <div class="buttons">
      ${!confirmed &&
      actionButton({
        call: 'POST /links',
        body: { venueId, companyId: link.companyId },
        label: 'Link again',
        done: 'The venue is linked.',
        primary: true,
      })}
      ${actionButton({
        call: `POST /venues/${venueId}/compare`,
        label: 'Compare with the venue',
      })}
      ${actionButton({
        call: `DELETE /links/${venueId}`,
        label: 'End the link…',
        confirm: 'End the link? The venue stops sending sessions; bookings that were made stay.',
        done: 'The link has ended.',
      })}
    </div>
  </article>`;
}

function violations(list: readonly Violation[]): Html {
  if (list.length === 0) {
    return html`<p>
      ${badge('good', 'Kept')} Versions rose, cancellations stood, no booking came back to life.
    </p>`;
  }
  return html`<p>${badge('bad', `Broken ${list.length} times`)} The newest first:</p>
    <ul>
      ${list
        .slice(-20)
        .reverse()
        .map(
          ({ rule, subject, detail }) => html`<li><code>${rule}</code> ${subject}: ${detail}</li>`,
        )}
    </ul>`;
}
