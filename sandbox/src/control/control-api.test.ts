import { control, linkVenue, sandboxFixture, VENUE } from '../testing/sandbox-fixture';
import type { RunningSandbox } from '../sandbox';

let sandbox: RunningSandbox;

beforeAll(async () => {
  sandbox = await sandboxFixture();
});

afterAll(() => sandbox.stop());

describe('the control API', () => {
  it.each([
    ['POST', '/links', { venueId: 'x', companyId: VENUE }, 400, 'invalid_request'],
    ['POST', '/bookings', { venueId: VENUE, sessionId: 's-1' }, 400, 'member_unknown'],
    ['POST', '/bookings/b-0/cancel', {}, 404, 'not_found'],
    ['POST', '/bookings/b-0/cancel', { late: 'yes' }, 400, 'invalid_request'],
    ['PUT', '/members/a%20b', { firstName: 'A', lastName: 'B' }, 400, 'invalid_request'],
    ['POST', '/faults', { kind: 'explode' }, 400, 'invalid_request'],
    ['PUT', '/faults', [{ kind: 'hang' }, { kind: 'status' }], 400, 'invalid_request'],
    ['PUT', '/settings', { venueBaseUrl: 'venue.test' }, 400, 'invalid_request'],
    ['PUT', '/settings', {}, 400, 'invalid_request'],
    ['DELETE', '/faults/f-0', undefined, 404, 'not_found'],
    ['GET', '/requests?limit=0', undefined, 400, 'invalid_request'],
    ['GET', '/mails/m-0', undefined, 404, 'not_found'],
    ['GET', '/nothing', undefined, 404, 'not_found'],
  ])('%s %s %j: says what is wrong', async (method, path, body, status, code) => {
    const answer = await control(sandbox, method, path, body);
    expect(answer).toMatchObject({
      status,
      body: { code, message: expect.any(String) as unknown },
    });
    expect(sandbox.parts.faults.list()).toEqual([]);
    expect(sandbox.parts.store.bookings.size).toBe(0);
  });

  it('says when the venue cannot be reached', async () => {
    linkVenue(sandbox);
    expect(await control(sandbox, 'GET', `/venues/${VENUE}/venue`)).toMatchObject({
      body: { kind: 'unknown', code: 'venue_unreachable' },
    });
  });

  it('can be told while it runs where the venue is', async () => {
    const venueBaseUrl = 'http://127.0.0.1:8/';
    expect(await control(sandbox, 'PUT', '/settings', { venueBaseUrl })).toMatchObject({
      body: { venueBaseUrl: 'http://127.0.0.1:8', acceptUnknownBookings: false },
    });
    const { body } = await control(sandbox, 'GET', `/venues/${VENUE}/venue`);
    expect(JSON.stringify(body)).toContain('http://127.0.0.1:8 cannot be reached');
  });

  it('replaces all faults at once', async () => {
    await control(sandbox, 'PUT', '/faults', [{ kind: 'hang' }, { kind: 'reset', count: 2 }]);
    const { body } = await control(sandbox, 'PUT', '/faults', [{ kind: 'reset' }]);
    expect(body).toMatchObject({ faults: [{ spec: { kind: 'reset' }, struck: 0 }] });
    expect(sandbox.parts.faults.list()).toHaveLength(1);
    expect((await control(sandbox, 'DELETE', '/faults')).status).toBe(204);
  });

  it('resets everything but the members', async () => {
    linkVenue(sandbox);
    await control(sandbox, 'PUT', '/members/m-9', { firstName: 'A', lastName: 'B' });
    expect((await control(sandbox, 'POST', '/reset')).status).toBe(204);
    expect((await control(sandbox, 'GET', '/state')).body).toMatchObject({
      venues: [],
      bookings: [],
      violations: [],
      counts: {},
      members: expect.arrayContaining([{ id: 'm-9', firstName: 'A', lastName: 'B' }]) as unknown,
    });
  });

  it.each([
    ['another host name', { host: 'evil.example' }],
    ['a page of another origin', { origin: 'http://evil.example' }],
  ])('refuses %s', async (_name, headers) => {
    const { port } = new URL(sandbox.url);
    const { request } = await import('node:http');
    const status = await new Promise((resolve) => {
      request({ port, path: '/sandbox/api/state', headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).end();
    });
    expect(status).toBe(403);
  });

  it('tells of requests and changes as they happen', async () => {
    const response = await fetch(`${sandbox.url}/sandbox/api/events`);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    await fetch(`${sandbox.url}/v1/venues/${VENUE}/sessions`);
    while (!text.includes('"status":401')) text += (await reader?.read())?.value ?? '';
    expect(text).toContain('event: request');
    await reader?.cancel();
  });
});
