import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeDatabase } from '../support/database';
import { openPanel } from '../support/panel';
import { startVenueProcess } from '../support/venue-process';
import type { VenueProcess } from '../support/venue-process';
import type { Project } from './projects';

const MAIN = path.join(__dirname, 'project-main.mjs');

/** As long as the sender needs to look for what is due, several times. */
const WATCHED_MS = 3000;

export interface Route {
  method: string;
  path: string;
}

/** What the plugin says of itself inside the process. */
export interface Facts {
  isRegistered: boolean;
  types: string[];
  routes: Route[];
  /** tasks of node-cron */
  jobs: number;
  /** the plugin's files that the process has loaded */
  loaded: string[];
}

export interface Answer {
  asked: string;
  status: number;
  body: string;
}

/** All that was seen of a project while it ran, and while it stopped. */
export interface Witness {
  /** the folder that holds the project and what it has installed */
  place: string;
  facts: Facts;
  /** warnings and errors that it logged, and whatever else it printed to that end */
  printed: string[];
  partner: Answer[];
  /** the panel's routes of the plugin, called by an administrator */
  panel: Answer[];
  /** the same by nobody */
  unsigned: Answer[];
  /** requests that Onefit got */
  sent: string[];
  health: number;
  isRunning: boolean;
}

/** Somewhere to send to. */
async function listenAsOnefit(): Promise<{ url: string; got: string[]; close(): void }> {
  const got: string[] = [];
  const server = createServer((request, response) => {
    got.push(`${request.method} ${request.url}`);
    response.writeHead(500).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, got, close: () => server.close() };
}

async function ask(url: string, { method, path: route }: Route, token?: string): Promise<Answer> {
  const headers: HeadersInit = token === undefined ? {} : { Authorization: `Bearer ${token}` };
  const response = await fetch(`${url}${route.replace(/:\w+/g, 'abc')}`, { method, headers });
  return { asked: `${method} ${route}`, status: response.status, body: await response.text() };
}

const PARTNER = '/api/onefit-aggregator/v1';
const PARTNER_ROUTES: Route[] = [
  { method: 'GET', path: `${PARTNER}/openapi.json` },
  { method: 'GET', path: `${PARTNER}/service` },
  { method: 'PUT', path: `${PARTNER}/venues/abc/bookings/abc` },
];

/** Calls what the plugin offers, waits, and stops the project. */
async function observe(venue: VenueProcess, sent: string[], place: string): Promise<Witness> {
  const facts = (await venue.ask('facts')) as Facts;
  const { token } = await openPanel(venue.url);
  const calls = (routes: Route[], signature?: string) =>
    Promise.all(routes.map((route) => ask(venue.url, route, signature)));
  const partner = await calls(PARTNER_ROUTES);
  const panel = await calls(facts.routes, token);
  const unsigned = await calls(facts.routes);
  await sleep(WATCHED_MS);
  const { status: health } = await fetch(`${venue.url}/_health`);
  const isRunning = venue.isRunning();
  await venue.stop();
  const printed = venue.printed.filter((line) => /error|warn|reject/i.test(line));
  return { place, facts, printed, partner, panel, unsigned, sent, health, isRunning };
}

/** Boots a project that has the package, and gives what was seen of it. */
export async function witness({ root, dist }: Project): Promise<Witness> {
  const database = await makeDatabase('sqlite');
  const onefit = await listenAsOnefit();
  const env = { VENUE_PROJECT: root, VENUE_DIST: dist, ONEFIT_BASE_URL: onefit.url };
  try {
    const venue = await startVenueProcess(database, env, MAIN);
    try {
      return await observe(venue, onefit.got, path.dirname(root));
    } finally {
      await venue.stop();
    }
  } finally {
    onefit.close();
    await database.drop();
  }
}
