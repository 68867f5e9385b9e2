import type { LoggedRequest } from '../log/request-log';
import { actionButton } from './action-button';
import { html } from './html';
import type { Html } from './html';
import type { PageState } from './page-state';
import { logTime } from './times';

const SHOWN_BESIDE = 40;
const SHOWN_ALONE = 200;

/** The requests of both directions as they come, newest first. */
export function logView(state: PageState): Html {
  const entries = state.parts.log.list(state.view === 'log' ? SHOWN_ALONE : SHOWN_BESIDE);
  return html`<aside aria-labelledby="log-title" class="log">
    <div class="log-head">
      <h2 id="log-title">Requests</h2>
      ${actionButton({ call: 'DELETE /requests', label: 'Clear', name: 'Clear the log' })}
    </div>
    <p class="hint">
      <span class="in">⇠ in</span>: the venue called Onefit · <span class="out">⇢ out</span>: Onefit
      called the venue
    </p>
    <ol data-live="log" class="entries">
      ${entries.length === 0 && html`<li class="empty">Nothing yet.</li>`} ${entries.map(entryRow)}
    </ol>
  </aside>`;
}

function entryRow(entry: LoggedRequest): Html {
  const { id, direction, method, path, ms, faults } = entry;
  return html`<li>
    <details id="request-${id}">
      <summary>
        <span class="${direction}">${direction === 'in' ? '⇠ in' : '⇢ out'}</span>
        <span class="status ${statusTone(entry)}">${statusWord(entry)}</span>
        <span class="call">${method} ${shortPath(path)}</span>
        <span class="hint"
          >${logTime(entry.at)}${ms !== null && ` · ${ms} ms`}${faults.map(
            (kind) => html` <span class="fault">${kind}</span>`,
          )}</span
        >
      </summary>
      <p><code>${method} ${path}</code></p>
      ${entry.error && html`<p>${entry.error}</p>`} ${body('Sent', entry.requestBody)}
      ${body('Answered', entry.responseBody)}
    </details>
  </li>`;
}

function body(title: string, text: string): Html | null {
  return text === ''
    ? null
    : html`<h3>${title}</h3>
        <pre tabindex="0" role="region" aria-label="${title}">${pretty(text)}</pre>`;
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function statusWord({ status, ms }: LoggedRequest): string {
  if (status !== null) return String(status);
  return ms === null ? '…' : 'none';
}

function statusTone({ status, ms }: LoggedRequest): string {
  if (status === null) return ms === null ? 'plain' : 'bad';
  return status < 300 ? 'good' : status < 500 ? 'warn' : 'bad';
}

/** The part of a path that tells calls apart: without the API's root, long ids cut. */
function shortPath(path: string): string {
  return path
    .replace(/^\/api\/onefit-aggregator\/v1|^\/v1/, '')
    .replace(/([0-9a-f]{4})[0-9a-f]{4}-[0-9a-f-]{27}/gi, '$1…');
}
