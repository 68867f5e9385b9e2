import { forgetOldRecords } from '../../src/plugins/onefit-aggregator/server/src/outbound/retention';
import { makeAppointment } from '../support/content';
import { edit } from '../support/linked';
import { linkedSuite } from '../support/linked-suite';

const NOW = new Date('2026-12-01T12:00:00Z');
const DAY = 24 * 60 * 60 * 1000;
const SESSIONS_KEPT = 400 * DAY;
const OUTCOMES_KEPT = 90 * DAY;
const LEASE = 60_000;

const suite = linkedSuite(NOW);

const knex = () => suite.venue.strapi.db.connection;
const ago = (ms: number) => new Date(NOW.getTime() - ms);

/** A record that Onefit acknowledged, and what is otherwise about it. */
async function record(subject: string, kind: 'session' | 'booking', facts: object = {}) {
  const at = ago(SESSIONS_KEPT + 1);
  await knex()('onefit_sync_records').insert({
    document_id: `record-${subject}`,
    created_at: at,
    updated_at: at,
    published_at: at,
    kind,
    subject,
    venue_key: suite.linked.venue.documentId,
    urgent: false,
    desired_version: 7,
    acknowledged_version: 7,
    refused_version: 0,
    attempts: 0,
    desired_at: at,
    ...facts,
  });
}

/** An appointment that ended so long ago, with its record. */
async function session(endedAgo: number, facts: object = {}): Promise<string> {
  const { documentId } = await makeAppointment(suite.venue, suite.linked.activity);
  await knex()('appointments')
    .where({ document_id: documentId })
    .update({ starts_at: ago(endedAgo + DAY), ends_at: ago(endedAgo) });
  await knex()('onefit_sync_records').where({ subject: documentId }).delete();
  await record(documentId, 'session', facts);
  return documentId;
}

async function forget(): Promise<string[]> {
  await forgetOldRecords(knex(), suite.venue.clock.now());
  return knex()('onefit_sync_records').orderBy('subject').pluck<string[]>('subject');
}

/** No sender and no job may touch what the test wrote. */
beforeEach(async () => {
  await knex()('onefit_sync_records').delete();
});

it('forgets sessions 400 days after their end, whatever became of them', async () => {
  const young = await session(SESSIONS_KEPT - 1);
  await session(SESSIONS_KEPT + 1);
  await session(SESSIONS_KEPT + 1, { acknowledged_version: 0 });
  await session(SESSIONS_KEPT + 1, { acknowledged_version: 0, refused_version: 7 });
  expect(await forget()).toEqual([young]);
});

it('keeps what is still ahead, however long ago it was told', async () => {
  const ahead = await session(-DAY);
  expect(await forget()).toEqual([ahead]);
});

it('forgets a session whose appointment is gone once Onefit knows it, 400 days later', async () => {
  await record('gone', 'session');
  await record('gone-refused', 'session', { acknowledged_version: 6, refused_version: 7 });
  await record('gone-young', 'session', { desired_at: ago(SESSIONS_KEPT - 1) });
  await record('gone-untold', 'session', { acknowledged_version: 6 });
  expect(await forget()).toEqual(['gone-untold', 'gone-young']);
});

it('forgets outcomes 90 days after they were last told, and none that Onefit has not answered', async () => {
  const young = { desired_at: ago(OUTCOMES_KEPT - 1) };
  const old = { desired_at: ago(OUTCOMES_KEPT + 1) };
  await record('old', 'booking', old);
  await record('refused', 'booking', { ...old, acknowledged_version: 6, refused_version: 7 });
  await record('untold', 'booking', { ...old, acknowledged_version: 6 });
  await record('young', 'booking', young);
  expect(await forget()).toEqual(['untold', 'young']);
});

it('leaves what somebody is sending at this moment', async () => {
  const sending = await session(SESSIONS_KEPT + 1, {
    lease_token: 'somebody',
    lease_until: new Date(NOW.getTime() + LEASE),
  });
  await session(SESSIONS_KEPT + 1, { lease_token: 'nobody', lease_until: ago(LEASE) });
  expect(await forget()).toEqual([sending]);
});

it('forgets however many there are', async () => {
  await record('first', 'booking');
  const [{ id: _, ...row }] = (await knex()('onefit_sync_records').select('*')) as [{ id: number }];
  const more = Array.from({ length: 1_200 }, (_one, nth) => ({
    ...row,
    document_id: `copy-${nth}`,
    subject: `copy-${nth}`,
  }));
  await knex().batchInsert('onefit_sync_records', more, 50);
  expect(await forget()).toEqual([]);
});

it('gives what is told anew a version above the forgotten one', async () => {
  const appointment = await makeAppointment(suite.venue, suite.linked.activity);
  const { documentId } = appointment;
  const version = async () => {
    const row: unknown = await knex()('onefit_sync_records')
      .where({ subject: documentId })
      .first('desired_version');
    return (row as { desired_version: number }).desired_version;
  };
  const before = await version();
  await knex()('onefit_sync_records').where({ subject: documentId }).delete();
  suite.venue.clock.advance(SESSIONS_KEPT);
  const end = new Date(NOW.getTime() + SESSIONS_KEPT + DAY);
  const times = { startsAt: end, endsAt: new Date(end.getTime() + DAY) };
  await edit(suite.venue, 'appointment', appointment, times);
  expect(await version()).toBeGreaterThan(before);
});
