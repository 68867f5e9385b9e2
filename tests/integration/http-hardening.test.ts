import { readdirSync, readFileSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { signInStaff } from '../support/staff';
import { startVenue } from '../support/strapi';
import type { RunningVenue } from '../support/strapi';
import { until } from '../support/wait';

/** What Strapi would allow by default, and nobody here needs. */
let venue: RunningVenue;

beforeAll(async () => {
  venue = await startVenue();
}, 60_000);

afterAll(() => venue.stop());

describe('a page of another origin', () => {
  it.each(['/admin/init', '/admin/access-token', '/front-desk/appointments', '/_health'])(
    'is not allowed to read %s',
    async (address) => {
      const headers = {
        Origin: 'https://www.venue.example',
        'Access-Control-Request-Method': 'POST',
      };
      for (const method of ['GET', 'POST', 'OPTIONS']) {
        const answer = await fetch(`${venue.url}${address}`, { method, headers });
        expect(answer.headers.get('access-control-allow-origin')).toBeNull();
        expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
      }
    },
  );
});

describe('what browsers are told of TLS', () => {
  it('holds for this name, and for none below it', async () => {
    const answer = await fetch(`${venue.url}/_health`);
    const said = answer.headers.get('strict-transport-security');
    expect(said).toBe('max-age=31536000');
  });
});

describe('a file that nobody asked for', () => {
  const CANARY = 'canary of a file that was sent';

  function leftOnDisk(): string[] {
    const folder = os.tmpdir();
    return readdirSync(folder).filter((name) => {
      const file = path.join(folder, name);
      const stat = statSync(file, { throwIfNoEntry: false });
      return stat?.isFile() && stat.size === CANARY.length && readFileSync(file, 'utf8') === CANARY;
    });
  }

  function send(address: string, field: string, token?: string): Promise<Response> {
    const body = new FormData();
    body.set(field, new Blob([CANARY], { type: 'application/octet-stream' }), 'x.bin');
    const headers = new Headers(token === undefined ? {} : { Authorization: `Bearer ${token}` });
    return fetch(`${venue.url}${address}`, { method: 'POST', body, headers });
  }

  it.each(['/nowhere', '/admin/login', '/content-manager/x', '/uploads', '/api/upload'])(
    'is refused at %s, unread',
    async (address) => {
      const answer = await send(address, 'x');
      expect(answer.status).toBe(415);
      expect(await answer.json()).toMatchObject({
        error: { details: { code: 'unsupported_media_type' } },
      });
      expect(leftOnDisk()).toEqual([]);
    },
  );

  it.each(['x', 'files'])('is gone again where a stranger uploads it as "%s"', async (field) => {
    const answer = await send('/upload', field);
    expect(answer.status).toBe(401);
    await until('it to be gone', () => leftOnDisk().length === 0);
  });

  it('is gone again where a person uploads it under another name than the media library’s', async () => {
    const staff = await signInStaff(venue);
    const answer = await send('/upload', 'x', staff.token);
    expect(answer.status).toBe(400);
    await until('it to be gone', () => leftOnDisk().length === 0);
  });
});
