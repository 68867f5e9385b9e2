import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeAppointment } from '../support/content';
import { startLinked } from '../support/linked';
import type { Linked } from '../support/linked';
import { BASE, createPartner, member, signed, timestampOf } from '../support/partner';
import type { Partner } from '../support/partner';
import { projectConsole } from '../support/outside';
import { startVenue } from '../support/strapi';
import type { RunningVenue } from '../support/strapi';
import { writingNothing } from '../support/table-dump';

/** The two limits, and how often the server looks at its connections, in milliseconds. */
const HEADERS = 500;
const WHOLE = 1_500;
const LOOKS_EVERY = 2_000;
/** For a machine that has other things to do. */
const SLACK = 5_000;

let venue: RunningVenue;
let onefit: Partner;
let linked: Linked;

beforeAll(async () => {
  venue = await startVenue({
    HTTP_HEADERS_TIMEOUT: String(HEADERS),
    HTTP_REQUEST_TIMEOUT: String(WHOLE),
  });
  onefit = createPartner(venue.url, venue.clock.now);
  linked = await startLinked(venue, onefit);
}, 60_000);

afterAll(() => venue.stop());

let complaints: jest.SpyInstance[];

beforeEach(() => {
  complaints = [jest.spyOn(venue.strapi.log, 'error'), jest.spyOn(projectConsole(), 'error')];
});

/** No connection that ends early is worth an error, neither of ours nor of Koa's. */
afterEach(() => {
  const made = complaints.flatMap((complaint) => complaint.mock.calls as unknown[][]);
  for (const complaint of complaints) complaint.mockRestore();
  expect(made).toEqual([]);
});

interface Cut {
  /** what the server said before it cut the connection */
  said: string;
  afterMs: number;
}

function connected(): Socket {
  const { hostname, port } = new URL(venue.url);
  return connect(Number(port), hostname);
}

/** Sends `head` at once and then a byte now and then, until the server has enough of it. */
async function dribble(head: string, endless: string): Promise<Cut> {
  const socket = connected();
  const began = Date.now();
  const isOpen = () => !socket.closed;
  let said = '';
  socket.on('data', (chunk) => (said += chunk.toString()));
  socket.on('error', () => undefined);
  socket.write(head);
  for (let sent = 0; isOpen() && Date.now() - began < WHOLE + LOOKS_EVERY + SLACK; sent += 1) {
    await sleep(100);
    if (isOpen()) socket.write(endless[sent % endless.length] ?? '');
  }
  if (isOpen()) throw new Error('The server let the connection stand.');
  return { said, afterMs: Date.now() - began };
}

function signedHead(length: number): string {
  const target = `${BASE}/venues/${linked.uuid}/bookings/b-1`;
  const timestamp = timestampOf(venue.clock.now());
  const signature = signed('test-secret', { method: 'PUT', target, timestamp, rawBody: '' });
  return [
    `PUT ${target} HTTP/1.1`,
    'Host: venue.example',
    'Content-Type: application/json',
    `Content-Length: ${length}`,
    `X-Timestamp: ${timestamp}`,
    `X-Signature: ${signature}`,
    '\r\n',
  ].join('\r\n');
}

describe('a client that dribbles', () => {
  it('its headers is cut off, while others are served', async () => {
    const cut = dribble(`GET ${BASE}/health HTTP/1.1\r\nHost: venue.example\r\nX-Slow: `, 'a');
    expect((await onefit.call('GET', '/health')).status).toBe(200);
    const { said, afterMs } = await cut;
    expect(said).toMatch(/^HTTP\/1\.1 408 /);
    expect(afterMs).toBeGreaterThanOrEqual(HEADERS);
  }, 20_000);

  it('its body is cut off, while others are served; nothing is written, nothing complained of', async () => {
    await writingNothing(venue.strapi, async () => {
      const cut = dribble(signedHead(1_000), ' ');
      expect((await onefit.sessions(linked.uuid)).status).toBe(200);
      const { said, afterMs } = await cut;
      expect(said).toMatch(/^HTTP\/1\.1 408 /);
      expect(afterMs).toBeGreaterThanOrEqual(WHOLE);
    });
  }, 20_000);

  it('and goes away in the middle is forgotten', async () => {
    await writingNothing(venue.strapi, async () => {
      const socket = connected();
      socket.write(`${signedHead(1_000)}{"sessionId":`);
      await sleep(100);
      socket.destroy();
      await sleep(200);
    });
  });

  it('and sends what is no HTTP is refused', async () => {
    await writingNothing(venue.strapi, async () => {
      const chunked = signedHead(1_000).replace(
        'Content-Length: 1000',
        'Transfer-Encoding: chunked',
      );
      const { said } = await dribble(`${chunked}no chunk`, '\r\n');
      expect(said).toMatch(/^(?:HTTP\/1\.1 400 |$)/);
    });
  });

  it('but ends in time is served', async () => {
    const { documentId } = await makeAppointment(venue, linked.activity);
    const body = JSON.stringify({ sessionId: documentId, member: member('m-1') });
    const target = `${BASE}/venues/${linked.uuid}/bookings/b-1`;
    const timestamp = timestampOf(venue.clock.now());
    const signature = signed('test-secret', { method: 'PUT', target, timestamp, rawBody: body });
    const answer = await onefit.send({
      method: 'PUT',
      target,
      headers: {
        'Content-Type': 'application/json',
        'X-Timestamp': timestamp,
        'X-Signature': signature,
      },
      body: [...body],
    });
    expect(answer.status).toBe(201);
  });
});
