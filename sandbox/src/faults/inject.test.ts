import { linkVenue, sandboxFixture, signedRequest, VENUE } from '../testing/sandbox-fixture';
import { sessionFixture } from '../testing/session-fixture';
import type { RunningSandbox } from '../sandbox';
import type { FaultSpec } from './fault';

let sandbox: RunningSandbox;

beforeAll(async () => {
  sandbox = await sandboxFixture();
});

afterAll(() => sandbox.stop());

beforeEach(() => {
  sandbox.parts.store.reset();
  sandbox.parts.faults.clear();
  sandbox.parts.log.clear();
  linkVenue(sandbox);
});

const held = (): boolean => Boolean(sandbox.parts.store.venue(VENUE).sessions.get('s-1')?.held);

const send = (): Promise<Response> =>
  signedRequest(sandbox, { body: { sessions: [sessionFixture()] } });

function arm(spec: FaultSpec): void {
  sandbox.parts.faults.add(spec);
}

describe('faults on the wire', () => {
  it('answers an error status with Retry-After and does nothing', async () => {
    arm({ kind: 'status', status: 429, retryAfter: 7, count: 1 });
    const response = await send();
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('7');
    expect(await response.json()).toMatchObject({ code: 'too_many_requests' });
    expect(held()).toBe(false);
    expect((await send()).status).toBe(200);
  });

  it('breaks the connection before, or after, doing what was asked', async () => {
    arm({ kind: 'reset', count: 1 });
    await expect(send()).rejects.toThrow();
    expect(held()).toBe(false);
    arm({ kind: 'applied_unanswered', count: 1 });
    await expect(send()).rejects.toThrow();
    expect(held()).toBe(true);
  });

  it('never answers, and logs that it did not', async () => {
    arm({ kind: 'hang', count: 1 });
    const asked = signedRequest(sandbox, { body: {} });
    const gaveUp = Promise.race([asked.then(() => 'answered'), pause(300).then(() => 'silence')]);
    expect(await gaveUp).toBe('silence');
    expect(sandbox.parts.log.list()[0]).toMatchObject({ status: null, ms: null });
    asked.catch(() => undefined);
  });

  it('answers 200 with what is no JSON, after doing what was asked', async () => {
    arm({ kind: 'malformed_json' });
    const response = await send();
    expect(response.status).toBe(200);
    await expect(response.json()).rejects.toThrow();
    expect(held()).toBe(true);
  });

  it('answers 200 with JSON of the wrong shape, and does nothing when told so', async () => {
    arm({ kind: 'wrong_schema', applied: false });
    const response = await send();
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ results: expect.any(String) as unknown });
    expect(held()).toBe(false);
  });

  it('answers slowly, and rightly', async () => {
    arm({ kind: 'slow_body', chunkBytes: 10, chunkMs: 20 });
    const start = Date.now();
    const response = await send();
    expect(await response.json()).toEqual({ results: [{ id: 's-1', outcome: 'accepted' }] });
    expect(Date.now() - start).toBeGreaterThan(80);
  });

  it('answers hugely', async () => {
    arm({ kind: 'huge_body', megabytes: 3 });
    const response = await send();
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(3 * 1_048_576);
  });

  it('redirects', async () => {
    arm({ kind: 'redirect', location: 'http://127.0.0.1:9/elsewhere' });
    const response = await send();
    expect([response.status, response.headers.get('location')]).toEqual([
      307,
      'http://127.0.0.1:9/elsewhere',
    ]);
  });

  it('waits before anything else', async () => {
    arm({ kind: 'latency', ms: 150 });
    const start = Date.now();
    await send();
    expect(Date.now() - start).toBeGreaterThanOrEqual(149);
  });

  it('forgets the sessions of the venue, then takes what comes', async () => {
    await send();
    arm({ kind: 'forget', count: 1, calls: ['sessions.get'] });
    const response = await signedRequest(sandbox, { method: 'GET' });
    expect(await response.json()).toMatchObject({ sessions: [] });
    expect(held()).toBe(false);
  });

  it('rejects sessions by name, in an ordinary answer, and says so in the log', async () => {
    arm({ kind: 'reject', classNames: ['Zumba'], code: 'room_unknown', detail: 'Room unknown.' });
    const response = await send();
    expect(await response.json()).toEqual({
      results: [{ id: 's-1', outcome: 'rejected', code: 'room_unknown', detail: 'Room unknown.' }],
    });
    await pause(50);
    expect(sandbox.parts.log.list()[0]?.faults).toEqual(['reject']);
  });

  it('counts what was answered, and what was not', async () => {
    arm({ kind: 'reset', count: 1 });
    await send().catch(() => undefined);
    await send();
    await pause(50);
    expect(sandbox.parts.log.counted()['sessions.put']).toEqual({
      total: 2,
      byStatus: { 200: 1, none: 1 },
    });
  });
});

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
