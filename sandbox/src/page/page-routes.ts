import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { ActionError } from '../actions/action-error';
import type { SandboxParts } from '../control/parts';
import { faultsView } from './faults-view';
import { html } from './html';
import type { Html } from './html';
import { layout } from './layout';
import { logView } from './log-view';
import { mailView } from './mail-view';
import { memberView } from './member-view';
import { pageState } from './page-state';
import type { PageQuery, PageState } from './page-state';
import { supportView } from './support-view';

const ASSETS: Record<string, string> = {
  'base.css': 'text/css; charset=utf-8',
  'parts.css': 'text/css; charset=utf-8',
  'forms.css': 'text/css; charset=utf-8',
  'page.js': 'text/javascript; charset=utf-8',
  'actions.js': 'text/javascript; charset=utf-8',
  'fault-form.js': 'text/javascript; charset=utf-8',
  'live.js': 'text/javascript; charset=utf-8',
  'notice.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
};

const POLICY = "default-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'";

/** The page on which one plays Onefit, rendered here, with its few files from public/. */
export function pageRoutes(app: FastifyInstance, parts: SandboxParts): void {
  app.get<{ Querystring: PageQuery }>('/', (request, reply) => {
    const state = pageState(parts, request.query);
    return reply
      .header('Content-Security-Policy', POLICY)
      .header('Cache-Control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(layout(state, mainView(state), logView(state)).markup);
  });

  app.get<{ Params: { name: string } }>('/public/:name', ({ params }, reply) => {
    const type = Object.hasOwn(ASSETS, params.name) ? ASSETS[params.name] : undefined;
    if (!type) throw new ActionError(404, 'not_found', 'There is no such file.');
    const file = readFileSync(new URL(`../../public/${params.name}`, import.meta.url));
    return reply.header('Cache-Control', 'no-cache').type(type).send(file);
  });
}

function mainView(state: PageState): Html {
  switch (state.view) {
    case 'member':
      return memberView(state);
    case 'support':
      return supportView(state);
    case 'faults':
      return faultsView(state);
    case 'mail':
      return mailView(state, state.parts.smtpPort);
    case 'log':
      return html`<h1>Log</h1>`;
  }
}
