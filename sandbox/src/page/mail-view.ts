import type { CaughtMail } from '../mail/mailbox';
import { actionButton } from './action-button';
import { html } from './html';
import type { Html } from './html';
import type { PageState } from './page-state';
import { logTime } from './times';

/** The mails that were caught, newest first. */
export function mailView(state: PageState, smtpPort: number): Html {
  const mails = state.parts.mailbox.list();
  return html`
    <h1>Mail</h1>
    <p>
      Caught on <code>smtp://127.0.0.1:${smtpPort}</code>, whoever it is for. Nothing is delivered.
    </p>
    <section aria-label="Caught mails" data-live="mails">
      ${mails.length === 0 && html`<p class="empty">No mail yet.</p>`}
      ${mails.length > 0 &&
      actionButton({ call: 'DELETE /mails', label: 'Throw all away', done: 'The box is empty.' })}
      ${mails.map(mailCard)}
    </section>
  `;
}

function mailCard(mail: CaughtMail): Html {
  return html`<details class="card" id="mail-${mail.id}">
    <summary>
      <strong>${mail.subject || '(no subject)'}</strong>
      <span class="hint">to ${mail.to.join(', ')} · ${logTime(mail.receivedAt)}</span>
    </summary>
    <dl>
      <dt>From</dt>
      <dd>${mail.from}</dd>
      <dt>To</dt>
      <dd>${mail.to.join(', ')}</dd>
      ${mail.attachments.map(
        ({ filename, contentType, bytes }) =>
          html`<dt>Attachment</dt>
            <dd>${filename ?? 'unnamed'} (${contentType}, ${bytes} bytes)</dd>`,
      )}
    </dl>
    ${mail.html !== null &&
    html`<h2>HTML</h2>
      <iframe
        sandbox=""
        loading="lazy"
        title="HTML of: ${mail.subject}"
        src="/sandbox/api/mails/${mail.id}/html"
      ></iframe>`}
    <h2>Plain text</h2>
    ${mail.text
      ? html`<pre tabindex="0" role="region" aria-label="Plain text">${mail.text}</pre>`
      : html`<p class="empty">None.</p>`}
  </details>`;
}
