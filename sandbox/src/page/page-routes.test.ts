import { linkVenue, sandboxFixture, signedRequest } from '../testing/sandbox-fixture';
import { sessionFixture } from '../testing/session-fixture';
import type { RunningSandbox } from '../sandbox';

const EVIL = '<img src=x onerror=alert(1)>';
let sandbox: RunningSandbox;

beforeAll(async () => {
  sandbox = await sandboxFixture();
  linkVenue(sandbox);
  await signedRequest(sandbox, {
    body: {
      sessions: [
        sessionFixture({ class: { id: 'c', name: EVIL, kind: 'class', description: null } }),
        sessionFixture({
          id: 's-2',
          status: 'cancelled',
          availableSpots: 0,
          cancelledAt: '2026-11-22T06:00:00Z',
          cancellationReason: 'The teacher is ill',
        }),
        // 23:30 UTC is the next day in Amsterdam.
        sessionFixture({
          id: 's-3',
          startsAt: '2026-12-01T00:30:00+01:00',
          endsAt: '2026-12-01T01:30:00+01:00',
        }),
      ],
    },
  });
});

afterAll(() => sandbox.stop());

async function page(query: string): Promise<string> {
  return (await fetch(`${sandbox.url}/?${query}`)).text();
}

describe('the page', () => {
  it.each(['member', 'support', 'faults', 'mail', 'log'])('renders the view %s', async (view) => {
    const markup = await page(`view=${view}`);
    expect(markup.match(/<h1>/g)).toHaveLength(1);
    expect(markup).not.toContain(EVIL);
    expect(markup).not.toContain('[object Object]');
  });

  it("shows sessions by day in the venue's zone, with what became of them", async () => {
    const text = (await page('view=member&from=2026-11-30'))
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ');
    expect(text).toMatch(
      /Mon 30 Nov 18:30–19:30 &lt;img.*✕ Cancelled.*The teacher is ill.*Tue 1 Dec 00:30/,
    );
    expect(text).toContain('Times in Europe/Amsterdam');
  });

  it('lets no script or frame of others in', async () => {
    const response = await fetch(sandbox.url);
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'self'/);
  });

  it('serves every file it names, and no other', async () => {
    const names = [...(await page('')).matchAll(/"(\/public\/[^"]+)"/g)].map(([, path]) => path);
    expect(names.length).toBeGreaterThanOrEqual(4);
    for (const name of names) expect((await fetch(sandbox.url + name)).status).toBe(200);
    for (const name of ['/public/..%2fpackage.json', '/public/constructor', '/public/none.js']) {
      expect((await fetch(sandbox.url + name)).status).toBe(404);
    }
  });
});
