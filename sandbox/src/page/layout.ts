import { html } from './html';
import type { Html } from './html';
import { address, VIEWS } from './page-state';
import type { PageState, View } from './page-state';

const NAMES: Record<View, string> = {
  member: 'Member',
  support: 'Support',
  faults: 'Faults',
  mail: 'Mail',
  log: 'Log',
};

/** The frame of every view: heading, navigation, the view, and the log beside it. */
export function layout(state: PageState, main: Html, log: Html): Html {
  const { config } = state.parts;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${NAMES[state.view]} – Onefit sandbox</title>
        <link rel="icon" href="/public/icon.svg" />
        <link rel="stylesheet" href="/public/base.css" />
        <link rel="stylesheet" href="/public/parts.css" />
        <link rel="stylesheet" href="/public/forms.css" />
        <script type="module" src="/public/page.js"></script>
      </head>
      <body data-address="${address(state, {})}">
        <a class="skip" href="#main">Skip to the content</a>
        <header>
          <div class="title">
            <p class="name">Onefit <span>sandbox</span></p>
            <p class="hint">
              A stand-in for Onefit. The venue is expected at <code>${config.venueBaseUrl}</code>.
            </p>
          </div>
          <nav aria-label="Views" data-live="nav">${VIEWS.map((view) => tab(state, view))}</nav>
        </header>
        <noscript><p class="notice bad">The buttons of this page need JavaScript.</p></noscript>
        <div id="notice" role="status" aria-live="polite"></div>
        <div class="columns ${state.view === 'log' ? 'log-only' : ''}">
          <main id="main" tabindex="-1">${main}</main>
          ${log}
        </div>
      </body>
    </html>`;
}

function tab(state: PageState, view: View): Html {
  const count = counted(state, view);
  return html`<a
    href="${address(state, { view, from: null })}"
    class="tab-${view}"
    aria-current="${view === state.view ? 'page' : 'false'}"
    >${NAMES[view]}${count > 0 && html` <span class="count">${count}</span>`}</a
  >`;
}

function counted({ parts }: PageState, view: View): number {
  if (view === 'faults') return parts.faults.list().length;
  if (view === 'mail') return parts.mailbox.list().length;
  return 0;
}
