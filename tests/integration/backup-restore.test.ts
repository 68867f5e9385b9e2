import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { auditBookings } from '../../src/api/booking/domain/audit';
import { makeActivity, makeAppointment } from '../support/content';
import { makeDatabase } from '../support/database';
import type { TestDatabase } from '../support/database';
import type { AtOnefit } from '../support/linked-venue';
import { edit, startLinked } from '../support/linked';
import type { Linked } from '../support/linked';
import { createPartner, member } from '../support/partner';
import { startSandbox } from '../support/sandbox';
import type { RunningSandbox } from '../support/sandbox';
import { signInStaff } from '../support/staff';
import { startVenue } from '../support/strapi';
import type { RunningVenue } from '../support/strapi';
import { createUndo } from '../support/undo';
import { until } from '../support/wait';

/** The commands of docs/deploy.md: a backup while everything runs, and the way back. */
interface Commands {
  backUp: string[][];
  restore: string[][];
}

function commandsFor(from: TestDatabase, into: TestDatabase, folder: string): Commands {
  const file = path.join(folder, 'backup');
  if (from.kind === 'sqlite') {
    const fileOf = ({ env }: TestDatabase) => env.DATABASE_FILENAME ?? '';
    return {
      backUp: [['sqlite3', fileOf(from), `.backup '${file}'`]],
      restore: [['cp', file, fileOf(into)]],
    };
  }
  const { DATABASE_HOST: host, DATABASE_PORT: port, DATABASE_USERNAME: user } = from.env;
  const names = { from: from.env.DATABASE_NAME ?? '', into: into.env.DATABASE_NAME ?? '' };
  if (from.kind === 'postgres') {
    const server = [`--host=${host}`, `--port=${port}`, `--username=${user}`];
    const restore = ['pg_restore', '--exit-on-error', '--no-owner', `--dbname=${names.into}`];
    return {
      backUp: [['pg_dump', ...server, '--format=custom', `--file=${file}`, names.from]],
      restore: [[...restore, ...server, file]],
    };
  }
  const server = [`--host=${host}`, `--port=${port}`, `--user=${user}`];
  return {
    backUp: [
      ['mariadb-dump', ...server, '--single-transaction', `--result-file=${file}`, names.from],
    ],
    restore: [['mariadb', ...server, names.into, `--execute=source ${file}`]],
  };
}

function run(commands: string[][]): void {
  for (const [command = '', ...args] of commands) {
    const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${command} failed: ${error?.message ?? stderr}`);
  }
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'backup-'));
/** What was started is stopped also when a part of the story fails. */
const undo = createUndo();
undo.later(async () => rmSync(folder, { recursive: true, force: true }));

let sandbox: RunningSandbox;
let linked: Linked;
let restored: RunningVenue;
/** Sessions: edited, cancelled and made since the backup, and one that nobody touched. */
let sessions: Record<'edited' | 'cancelled' | 'made' | 'untouched', string>;
/** What Onefit held when the database was lost. */
let before: Map<string, AtOnefit>;

jest.setTimeout(60_000);

async function atOnefit(): Promise<Map<string, AtOnefit>> {
  const { venues } = await sandbox.control<{
    venues: Array<{ venueId: string; sessions: AtOnefit[] }>;
  }>('GET', '/state');
  const held = venues.find(({ venueId }) => venueId === linked.uuid)?.sessions ?? [];
  return new Map(held.map((session) => [session.id, session]));
}

function untilHeld(id: string, values: Record<string, unknown>) {
  return until(
    `Onefit to hold ${JSON.stringify(values)}`,
    async () => {
      const held = (await atOnefit()).get(id)?.held;
      return held && Object.entries(values).every(([key, value]) => held[key] === value) && held;
    },
    20_000,
  );
}

function start(database: TestDatabase) {
  return startVenue({ ONEFIT_BASE_URL: sandbox.url, SMTP_URL: sandbox.smtpUrl }, database);
}

const make = async (venue: RunningVenue) =>
  (await makeAppointment(venue, linked.activity)).documentId;

/** Something that is done once: now, or at the end. */
function undoable(step: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null;
  const once = () => (done ??= step());
  undo.later(once);
  return once;
}

/** A life until the backup, more of it afterwards, and the older database in its place. */
beforeAll(async () => {
  sandbox = await startSandbox();
  undo.later(() => sandbox.stop());
  const [first, second] = [await makeDatabase(), await makeDatabase()];
  undo.later(() => first.drop());
  // It stays when its venue stops, as a disk does.
  const venue = await start({ ...first, drop: async () => undefined });
  const stop = undoable(() => venue.stop());
  const onefit = createPartner(venue.url, venue.clock.now);
  await sandbox.control('PUT', '/settings', { venueBaseUrl: venue.url });
  linked = await startLinked(venue, onefit);
  await sandbox.control('POST', '/links', { venueId: linked.uuid, companyId: linked.company.uuid });
  const [edited, cancelled, untouched] = [await make(venue), await make(venue), await make(venue)];
  for (const id of [edited, cancelled, untouched]) await untilHeld(id, { status: 'scheduled' });
  const early = await onefit.book(linked.uuid, 'b-early', untouched, member('m-1'));
  expect(early.status).toBe(201);
  await untilHeld(untouched, { availableSpots: 15 });

  const { backUp, restore } = commandsFor(first, second, folder);
  run(backUp);

  for (const room of ['1', '2', '3']) {
    await edit(venue, 'appointment', { documentId: edited }, { room });
    await untilHeld(edited, { room });
  }
  await edit(
    venue,
    'appointment',
    { documentId: cancelled },
    { state: 'cancelled', cancellationReason: 'The teacher is ill', confirmed: true },
  );
  await untilHeld(cancelled, { status: 'cancelled' });
  const made = await make(venue);
  await untilHeld(made, { status: 'scheduled' });
  expect((await onefit.book(linked.uuid, 'b-late', untouched, member('m-2'))).status).toBe(201);
  await untilHeld(untouched, { availableSpots: 14 });
  sessions = { edited, cancelled, made, untouched };
  before = await atOnefit();
  await stop();

  run(restore);
  restored = await start(second);
  undo.later(() => restored.stop());
  await sandbox.control('PUT', '/settings', { venueBaseUrl: restored.url });
  const staff = await signInStaff(restored);
  await staff.post('/onefit-aggregator/sync');
}, 180_000);

afterAll(() => undo.all());

describe('an older database in the place of the one that was lost', () => {
  it('says to Onefit again what it knows, above whatever Onefit holds', async () => {
    const edited = await untilHeld(sessions.edited, { room: null, status: 'scheduled' });
    const untouched = await untilHeld(sessions.untouched, { availableSpots: 15 });
    for (const held of [edited, untouched]) {
      const id = (held as unknown as { id: string }).id;
      expect(held.version).toBeGreaterThan(before.get(id)?.held?.version ?? Infinity);
    }
  });

  it('lets no version fall: none is sent that Onefit knows already', async () => {
    for (const { received } of (await atOnefit()).values()) {
      const versions = received.map(({ version }) => version);
      expect(versions).toEqual([...new Set(versions)].sort((one, other) => one - other));
    }
  });

  it('brings nothing back to life that was cancelled, and says so', async () => {
    const refused = () =>
      restored.strapi.db
        .connection('onefit_sync_records')
        .where({ subject: sessions.cancelled, refusal_code: 'session_cancelled' })
        .first<{ subject: string } | undefined>();
    await until('Onefit to refuse it', refused, 20_000);
    expect((await atOnefit()).get(sessions.cancelled)?.held?.status).toBe('cancelled');
  });

  it('leaves what it does not know as it is, and counts it', async () => {
    const staff = await signInStaff(restored);
    expect((await atOnefit()).get(sessions.made)?.held).toEqual(before.get(sessions.made)?.held);
    await until('the comparison to count it', async () => {
      const log = await staff.get('/onefit-aggregator/activity-log?kind=reconciled');
      const { entries } = log.body as { entries: Array<{ counts: { unknown?: number } }> };
      return entries.some(({ counts }) => counts.unknown === 1);
    });
  });

  it('takes a lost booking when Onefit sends it again, and the known one as a repeat', async () => {
    const onefit = createPartner(restored.url, restored.clock.now);
    expect((await onefit.booking(linked.uuid, 'b-late')).status).toBe(404);
    const again = (id: string, who: string) =>
      onefit.book(linked.uuid, id, sessions.untouched, member(who));
    expect((await again('b-early', 'm-1')).status).toBe(200);
    expect((await again('b-late', 'm-2')).status).toBe(201);
    await untilHeld(sessions.untouched, { availableSpots: 14 });
  });

  it('goes on selling: a new appointment of the restored venue reaches Onefit', async () => {
    const activity = await makeActivity(restored.strapi, linked);
    const { documentId } = await makeAppointment(restored, activity);
    await untilHeld(documentId, { status: 'scheduled' });
  });

  it('is sound', async () => {
    expect(await auditBookings(restored.strapi.db.connection)).toEqual([]);
  });
});
