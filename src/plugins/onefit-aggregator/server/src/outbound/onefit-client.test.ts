import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer as createSocketServer } from 'node:net';
import type { AddressInfo, Server as SocketServer, Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { CallFailed, createOnefitClient } from './onefit-client';

const VENUE = '3f0c1a52-6a3e-4a53-9d0c-0d5f8f1f7a11';
const NOW = new Date('2026-11-24T06:00:00Z');
const TIMEOUT_MS = 10_000;

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let answer: Answer;
let asked: string[];

function clientOf(port: number) {
  const baseUrl = `http://127.0.0.1:${port}`;
  const settings = { baseUrl, secrets: ['test-secret'], rateLimit: 1, redisUrl: '' };
  return createOnefitClient(settings, { now: () => NOW });
}

const portOf = (listening: { address(): unknown }) => (listening.address() as AddressInfo).port;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    request.resume().on('end', () => answer(request, response));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()));
});

afterAll(() => {
  server.closeAllConnections();
  return new Promise((closed) => server.close(closed));
});

beforeEach(() => {
  asked = [];
});

/** Sends two sessions and gives how that failed. */
async function failure(port = portOf(server)): Promise<CallFailed> {
  const sent = clientOf(port).put(VENUE, 'session', [{ id: 's-1' }, { id: 's-2' }]);
  const error: unknown = await sent.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof CallFailed))
    throw new Error(`It did not fail as it should: ${String(error)}`);
  return error;
}

function status(code: number, headers: Record<string, string> = {}, body: unknown = {}): Answer {
  return (_request, response) => {
    response.writeHead(code, { 'Content-Type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  };
}

function text(body: string | Buffer, headers: Record<string, string> = {}): Answer {
  return (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json', ...headers });
    response.end(body);
  };
}

const result = (id: string, outcome: unknown = 'accepted') => ({ id, outcome });
const results = (...list: unknown[]): Answer => text(JSON.stringify({ results: list }));

describe('an answer that cannot be relied on is a failed call', () => {
  it.each<[string, Answer]>([
    ['one result too few', results(result('s-1'))],
    ['one too many', results(result('s-1'), result('s-2'), result('s-3'))],
    ['in another order', results(result('s-2'), result('s-1'))],
    ['twice the same', results(result('s-1'), result('s-1'))],
    ['for other sessions', results(result('s-1'), result('x-2'))],
    ['an outcome that nobody knows', results(result('s-1'), result('s-2', 'maybe'))],
    ['of other types', results(result('s-1'), { id: 2, outcome: ['accepted'] })],
    ['an object in place of the list', text('{"results": {"0": {}}}')],
    ['a prototype in place of a field', text('{"__proto__": {"results": []}}')],
    ['markup', text('<html><body>Bad gateway</body></html>')],
    ['nothing', text('')],
    ['nested without end', text('['.repeat(100_000))],
    ['no UTF-8', text(Buffer.from([0xff, 0xfe, 0x00]))],
  ])('%s', async (_what, given) => {
    answer = given;
    expect(await failure()).toMatchObject({ kind: 'unreachable', code: 'malformed_answer' });
  });

  it('a body without end, packed or not, is not read to its end', async () => {
    const megabytes = 64 * 1024 * 1024;
    answer = text(gzipSync(Buffer.alloc(megabytes, 'x')), { 'Content-Encoding': 'gzip' });
    expect((await failure()).kind).toBe('unreachable');
    let written = 0;
    answer = (_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      const more = () => {
        while (!response.destroyed && written < megabytes) {
          written += 65_536;
          if (!response.write(Buffer.alloc(65_536, 'x'))) return response.once('drain', more);
        }
        return response.end();
      };
      more();
    };
    expect((await failure()).kind).toBe('unreachable');
    expect(written).toBeLessThan(megabytes);
  });

  it('a redirect is not followed', async () => {
    answer = status(307, { Location: `http://127.0.0.1:${portOf(server)}/elsewhere` });
    expect(await failure()).toMatchObject({ kind: 'unreachable', code: 'http_307' });
    expect(asked).toEqual([`PUT /v1/venues/${VENUE}/sessions`]);
  });
});

describe('a proxy that the environment names', () => {
  const NAMES = ['http_proxy', 'HTTP_PROXY', 'no_proxy', 'NO_PROXY'];
  const before = Object.fromEntries(NAMES.map((name) => [name, process.env[name]]));

  afterEach(() => {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  });

  it('does not get to see what goes to Onefit', async () => {
    for (const name of NAMES) delete process.env[name];
    process.env.http_proxy = 'http://127.0.0.1:9';
    answer = results(result('s-1'));
    const sent = clientOf(portOf(server)).put(VENUE, 'session', [{ id: 's-1' }]);
    expect(await sent).toEqual([expect.objectContaining({ outcome: 'accepted' })]);
  });
});

describe('a refusal of the whole call', () => {
  it.each([
    [400, {}, { kind: 'invalid_batch', code: 'http_400' }],
    [401, {}, { kind: 'unauthorized', code: 'http_401' }],
    [403, {}, { kind: 'unauthorized', code: 'http_403' }],
    [404, { code: 'venue_not_linked' }, { kind: 'not_linked', code: 'venue_not_linked' }],
    [404, {}, { kind: 'unreachable', code: 'http_404' }],
    [408, {}, { kind: 'unreachable', code: 'http_408' }],
    [413, {}, { kind: 'invalid_batch', code: 'http_413' }],
    [425, {}, { kind: 'unreachable', code: 'http_425' }],
    [429, {}, { kind: 'busy', code: 'http_429' }],
    [500, {}, { kind: 'unreachable', code: 'http_500' }],
    [503, {}, { kind: 'busy', code: 'http_503' }],
    [204, {}, { kind: 'unreachable', code: 'http_204' }],
  ])('%i %j', async (code, body, expected) => {
    answer = status(code, {}, body);
    expect(await failure()).toMatchObject(expected);
  });

  it('keeps a word of Onefit’s, cut short and on one line, and no code that is none', async () => {
    const detail = `No\n<script>alert(1)</script>\u202e${'x'.repeat(10_000)}`;
    answer = status(500, {}, { code: '<b>', detail });
    const failed = await failure();
    expect(failed.code).toBe('http_500');
    expect(failed.detail.length).toBeLessThanOrEqual(300);
    expect(failed.detail).toMatch(/^No <script>alert\(1\)<\/script> x+…$/);
  });
});

describe('Retry-After', () => {
  it.each([
    ['37', 37],
    ['0', 0],
    ['999999999', 999_999_999],
    ['Tue, 24 Nov 2026 06:02:00 GMT', 120],
    ['Tue, 24 Nov 2026 05:00:00 GMT', 0],
    ['soon', null],
    ['99999999999999999999', null],
    ['', null],
  ])('"%s" on 429 and 503 means %p seconds', async (value, seconds) => {
    for (const code of [429, 503]) {
      answer = status(code, { 'Retry-After': value });
      expect((await failure()).retryAfter).toBe(seconds);
    }
  });
});

describe('ten seconds are the whole of a call', () => {
  let deaf: SocketServer;
  let sockets: Socket[];

  beforeAll(async () => {
    sockets = [];
    deaf = createSocketServer((socket) => {
      sockets.push(socket.on('error', () => undefined));
    });
    await new Promise<void>((ready) => deaf.listen(0, '127.0.0.1', () => ready()));
  });

  afterAll(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((closed) => deaf.close(closed));
  });

  it('for headers and for a body that come byte by byte, and for a line that is dead', async () => {
    const drip = (bytes: string, write: (byte: string) => void) => {
      let next = 0;
      return setInterval(() => write(bytes[next++ % bytes.length] ?? ' '), 500);
    };
    const timers: NodeJS.Timeout[] = [];
    answer = (_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      timers.push(drip('{"results": []} ', (byte) => response.write(byte)));
    };
    const headers = createSocketServer((socket) => {
      socket.on('error', () => undefined).write('HTTP/1.1 200 OK\r\nX-Slow: ');
      timers.push(drip('slow', (byte) => socket.write(byte)));
    });
    await new Promise<void>((ready) => headers.listen(0, '127.0.0.1', () => ready()));
    const began = Date.now();
    const failures = await Promise.all([
      failure(),
      failure(portOf(headers)),
      failure(portOf(deaf)),
    ]);
    const took = Date.now() - began;
    for (const timer of timers) clearInterval(timer);
    headers.close();
    expect(failures.map(({ kind, code }) => [kind, code])).toEqual(
      Array(3).fill(['unreachable', 'timeout']),
    );
    expect(took).toBeGreaterThanOrEqual(TIMEOUT_MS - 100);
    expect(took).toBeLessThan(TIMEOUT_MS + 2_000);
  }, 20_000);

  it('a broken connection, and none, are failures at once', async () => {
    answer = (request) => request.socket.destroy();
    expect(await failure()).toMatchObject({ kind: 'unreachable', code: 'econnreset' });
    expect(await failure(1)).toMatchObject({ kind: 'unreachable', code: 'econnrefused' });
  });
});

describe('pages of what Onefit holds', () => {
  const held = () => clientOf(portOf(server)).held(VENUE, 'a', 'b', 'c d');

  it('are asked for with the cursor, and signed', async () => {
    let signature: string | string[] | undefined;
    answer = (request, response) => {
      signature = request.headers['x-signature'];
      text('{"sessions": [], "nextCursor": null}')(request, response);
    };
    expect(await held()).toEqual({ sessions: [], nextCursor: null });
    expect(asked).toEqual([`GET /v1/venues/${VENUE}/sessions?from=a&to=b&cursor=c+d`]);
    expect(signature).toMatch(/^[A-Za-z0-9+/]{43}=$/);
  });

  it.each([
    ['without a cursor', '{"sessions": []}'],
    [
      'with a version that is none',
      '{"sessions": [{"id": "s", "version": 1e99, "status": "scheduled"}], "nextCursor": null}',
    ],
    [
      'with a state that nobody knows',
      '{"sessions": [{"id": "s", "version": 1, "status": "gone"}], "nextCursor": null}',
    ],
    [
      'with more than a page',
      JSON.stringify({
        sessions: Array(1001).fill({ id: 's', version: 1, status: 'scheduled' }),
        nextCursor: null,
      }),
    ],
  ])('%s are failures', async (_what, body) => {
    answer = text(body);
    await expect(held()).rejects.toMatchObject({ code: 'malformed_answer' });
  });
});
