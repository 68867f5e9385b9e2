import { CALLS } from '../contract/calls';
import type { Fault } from '../faults/fault';
import { actionButton } from './action-button';
import { badge } from './badge';
import { effectFields, KIND_NAMES } from './fault-fields';
import { html } from './html';
import type { Html } from './html';
import type { PageState } from './page-state';

const CALL_NAMES: Record<(typeof CALLS)[number], string> = {
  'sessions.put': 'Sending sessions',
  'bookings.put': 'Sending booking outcomes',
  'sessions.get': 'Asking what Onefit holds',
};

/** What Onefit can be made to do wrong. */
export function faultsView(state: PageState): Html {
  const faults = state.parts.faults.list();
  return html`
    <h1>Faults</h1>
    <section aria-labelledby="in-force-title" data-live="faults">
      <h2 id="in-force-title">In force</h2>
      ${faults.length === 0 && html`<p class="empty">None: Onefit works as it should.</p>`}
      ${faults.length > 0 &&
      html`<ul class="rows">
          ${faults.map(faultRow)}
        </ul>
        ${actionButton({
          call: 'DELETE /faults',
          label: 'Take all away',
          done: 'Onefit works as it should again.',
        })}`}
    </section>
    <section aria-labelledby="new-title">
      <h2 id="new-title">Set a fault</h2>
      ${faultForm()}
    </section>
    <section aria-labelledby="forget-title" data-live="forget">
      <h2 id="forget-title">Make Onefit forget</h2>
      <p>The venue is not told: its reconciliation has to find out.</p>
      ${state.venues.length === 0 && html`<p class="empty">No venue is linked.</p>`}
      ${state.venues.map(
        ({ venueId, name }) =>
          html`<div class="buttons">
            <span>${name ?? venueId}</span>
            ${actionButton({
              call: 'POST /forget',
              body: { venueId, what: 'sessions' },
              label: 'Forget its sessions',
              done: 'Onefit holds none of its sessions now.',
            })}
            ${actionButton({
              call: 'POST /forget',
              body: { venueId, what: 'link' },
              label: 'Forget its link',
              done: 'Onefit answers venue_not_linked now.',
            })}
          </div>`,
      )}
    </section>
  `;
}

function faultRow({ id, spec, seen, struck }: Fault): Html {
  const { kind, calls, venueId, count, probability, seed, ...details } = spec;
  const spent = count !== undefined && struck >= count;
  const when = [
    calls?.map((call) => CALL_NAMES[call]).join(', ') ?? 'all calls',
    venueId && `venue ${venueId}`,
    count !== undefined && `next ${count}`,
    probability !== undefined && `${Math.round(probability * 100)} %`,
    seed !== undefined && `seed ${seed}`,
  ].filter((part) => part);
  return html`<li class="row">
    <div>
      <p>
        <strong>${KIND_NAMES[kind]}</strong>
        ${Object.keys(details).length > 0 && html`<code>${JSON.stringify(details)}</code>`}
        ${spent ? badge('plain', 'Spent') : badge('warn', 'In force')}
      </p>
      <p class="hint">${when.join(' · ')} · struck ${struck} of ${seen}</p>
    </div>
    <div class="buttons">
      ${actionButton({
        call: `DELETE /faults/${id}`,
        label: 'Take away',
        name: `Take away: ${KIND_NAMES[kind]}`,
        done: 'Taken away.',
      })}
    </div>
  </li>`;
}

function faultForm(): Html {
  return html`<form data-call="POST /faults" data-done="The fault is set." class="fields">
    <label
      >What goes wrong
      <select name="kind" id="fault-kind">
        ${Object.entries(KIND_NAMES).map(
          ([kind, name]) => html`<option value="${kind}">${name}</option>`,
        )}
      </select></label
    >
    ${effectFields()}
    <fieldset>
      <legend>Which calls (none ticked: all)</legend>
      ${CALLS.map(
        (call) =>
          html`<label class="tick"
            ><input type="checkbox" name="calls" value="${call}" data-type="list" /> ${CALL_NAMES[
              call
            ]}</label
          >`,
      )}
    </fieldset>
    <label
      >Only the next … requests
      <input name="count" type="number" min="1" step="1" data-type="number" placeholder="every"
    /></label>
    <label
      >Probability, 0 to 1
      <input
        name="probability"
        type="number"
        min="0"
        max="1"
        step="0.01"
        data-type="number"
        placeholder="always"
    /></label>
    <label
      >Seed of the dice
      <input name="seed" type="number" min="0" step="1" data-type="number" placeholder="1"
    /></label>
    <button type="submit" class="primary">Set the fault</button>
  </form>`;
}
