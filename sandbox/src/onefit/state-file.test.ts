import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { linkVenue, sandboxFixture, signedRequest, VENUE } from '../testing/sandbox-fixture';
import { sessionFixture } from '../testing/session-fixture';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('the state file', () => {
  it('keeps links, sessions with their history and members over a restart', async () => {
    const stateFile = join(folder, 'below', 'state.json');
    const first = await sandboxFixture({ stateFile });
    linkVenue(first);
    await signedRequest(first, { body: { sessions: [sessionFixture({ id: '__proto__' })] } });
    await first.stop();

    const second = await sandboxFixture({ stateFile });
    const venue = second.parts.store.findVenue(VENUE);
    expect(venue?.link?.onefitVenueId).toBe('of-1');
    expect(venue?.sessions.get('__proto__')).toMatchObject({
      held: { version: 1 },
      received: [{ version: 1, outcome: 'accepted' }],
    });
    const again = await signedRequest(second, {
      body: { sessions: [sessionFixture({ id: '__proto__' })] },
    });
    expect(await again.json()).toMatchObject({ results: [{ outcome: 'stale' }] });
    await second.stop();
  });

  it.each(['{', '{"format":"another"}', 'null'])(
    'refuses to start from %s, and leaves the file as it is',
    async (text) => {
      const stateFile = join(folder, 'state.json');
      writeFileSync(stateFile, text);
      await expect(sandboxFixture({ stateFile })).rejects.toThrow(
        /SANDBOX_STATE_FILE.*Move it away/,
      );
      expect(readFileSync(stateFile, 'utf8')).toBe(text);
    },
  );
});
