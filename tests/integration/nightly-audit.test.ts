import { auditByNight } from '../../src/plugins/onefit-aggregator/server/src/outbound/nightly-audit';
import { LeaseLost } from '../../src/plugins/onefit-aggregator/server/src/outbound/lease';
import { startConnected } from '../support/connected';
import type { Connected } from '../support/connected';
import { makeActivity, makeAppointment } from '../support/content';
import { keepLines } from '../support/logged-lines';
import { clockJobs } from '../support/outside';

const HOUR = 60 * 60_000;

let running: Connected;
let lines: string[];
let session: string;

beforeAll(async () => {
  running = await startConnected({ LOG_LEVEL: 'info', LOG_FORMAT: 'json' });
  lines = keepLines(running.venue);
}, 60_000);

afterAll(() => running.venue.stop());

const knex = () => running.venue.strapi.db.connection;
const goOn = async () => undefined;

beforeEach(async () => {
  const { venue, onefit } = running;
  const place = await running.freshPlace();
  const activity = await makeActivity(venue.strapi, place);
  ({ documentId: session } = await makeAppointment(venue, activity));
  const member = { id: 'm-1', firstName: 'Kanarie', lastName: 'Vogel' };
  const { status } = await onefit.book(place.venue.uuid, 'b-1', session, member);
  expect(status).toBe(201);
  lines.length = 0;
});

function audit(hold = goOn) {
  return auditByNight(running.venue.strapi, running.venue.clock, hold);
}

/** What the audit itself wrote into the log. */
function said(): Array<{ level: string; message: string }> {
  return lines
    .map((line) => JSON.parse(line) as { level: string; message: string })
    .filter(({ message }) => message.startsWith('The nightly audit'))
    .map(({ level, message }) => ({ level, message }));
}

it('is one of the jobs of the night, and so is all forgetting', () => {
  const forgotten = ['activity-log', 'notices', 'tombstones', 'erased-customers', 'sync-records'];
  expect(clockJobs()).toEqual(expect.arrayContaining(['audit', ...forgotten]));
});

it('says in a line that it found nothing', async () => {
  expect(await audit()).toEqual([]);
  expect(said()).toEqual([{ level: 'info', message: 'The nightly audit found nothing' }]);
});

it('names what is not as it must be, here and at Onefit, and no person', async () => {
  await knex()('appointments').update({ booked_by_aggregator: 0 });
  await knex()('onefit_venue_links').update({ venue_key: 'no-such-venue' });
  expect(await audit()).toMatchObject([
    { kind: 'counter_differs', subject: session },
    { kind: 'link_orphan', subject: 'no-such-venue' },
  ]);
  const message = `The nightly audit found 2: counter_differs 1 (${session}); link_orphan 1 (no-such-venue)`;
  expect(said()).toEqual([{ level: 'warn', message }]);
  expect(lines.join('\n')).not.toMatch(/kanarie|vogel/i);
});

it('is done once a night, also where several instances come one after the other', async () => {
  await knex()('appointments').update({ booked_by_aggregator: 0 });
  expect(await audit()).toHaveLength(1);
  expect(await audit()).toBeNull();
  expect(said()).toHaveLength(1);
  running.venue.clock.advance(24 * HOUR);
  expect(await audit()).not.toBeNull();
});

it('breaks off where it is told to', async () => {
  const stopped = async () => {
    throw new LeaseLost('stopping');
  };
  await expect(audit(stopped)).rejects.toThrow(LeaseLost);
  expect(said()).toEqual([]);
});
