import { customerMessagesOf } from '../../src/domain/services';
import { runCommand } from '../support/command';
import { makeActivity, makeAppointment, makeCustomer } from '../support/content';
import { makeDatabase } from '../support/database';
import type { TestDatabase } from '../support/database';
import { startLinked } from '../support/linked';
import type { Linked } from '../support/linked';
import { bookOwn } from '../support/own-place';
import { createPartner } from '../support/partner';
import { startSandbox } from '../support/sandbox';
import type { RunningSandbox } from '../support/sandbox';
import { contentManager, signInStaff } from '../support/staff';
import { startVenue } from '../support/strapi';
import type { RunningVenue } from '../support/strapi';
import { startVenueProcess } from '../support/venue-process';
import { until } from '../support/wait';

/**
 * A venue that cannot send, and beside it a sandbox that would take whatever is sent: a change for
 * Onefit and an e-mail for a customer are due.
 */
let database: TestDatabase;
let venue: RunningVenue;
let sandbox: RunningSandbox;
let linked: Linked;
let customer: string;
let outlets: Record<string, string>;

jest.setTimeout(90_000);

beforeAll(async () => {
  sandbox = await startSandbox();
  outlets = { ONEFIT_BASE_URL: sandbox.url, SMTP_URL: sandbox.smtpUrl };
  database = await makeDatabase();
  venue = await startVenue({ SMTP_URL: 'smtp://127.0.0.1:9' }, database);
  linked = await startLinked(venue, createPartner(venue.url, venue.clock.now));
  const staff = await signInStaff(venue);
  const cancelled = await makeAppointment(venue, await makeActivity(venue.strapi, linked));
  await bookOwn(venue.strapi, cancelled, { email: 'own@c.example' });
  ({ documentId: customer } = await makeCustomer(venue.strapi));
  await staff
    .put(contentManager('appointment', cancelled.documentId), {
      state: 'cancelled',
      cancellationReason: 'The teacher is ill',
      confirmed: true,
    })
    .expect(200);
  await makeAppointment(venue, linked.activity);
  // What is made due is for others to send: here it would fail, and wait.
  await customerMessagesOf(venue.strapi).stop();
}, 120_000);

afterAll(async () => {
  await venue.stop();
  await sandbox.stop();
});

const knex = () => venue.strapi.db.connection;

/** Makes everything due now that a sender would send. */
async function dueNow(): Promise<void> {
  await knex()('customer_messages')
    .whereNot({ state: 'sent' })
    .update({ next_attempt_at: new Date(0), lease_until: null });
}

async function atTheSandbox(): Promise<{ calls: number; mails: number }> {
  const { counts, mails } = await sandbox.control<{
    counts: Record<string, { total: number } | undefined>;
    mails: number;
  }>('GET', '/state');
  const calls = Object.values(counts).reduce((sum, count) => sum + (count?.total ?? 0), 0);
  return { calls, mails };
}

describe('a command sends nothing and runs no job', () => {
  it.each([
    ['audit', ['audit']],
    ['export of a customer', ['customer', 'export']],
    ['seed', ['seed', '--weeks', '1']],
    ['erasure of a customer', ['customer', 'erase']],
  ])('%s', async (_, command) => {
    await dueNow();
    const args = command[0] === 'customer' ? [...command, customer] : command;
    const { status, output } = await runCommand(database, args, outlets);
    expect([status, output]).toEqual([0, output]);
    expect(await atTheSandbox()).toEqual({ calls: 0, mails: 0 });
  });

  it('while a server with the same settings sends at once', async () => {
    await dueNow();
    const server = await startVenueProcess(database, outlets);
    try {
      const sent = async () => {
        const { calls, mails } = await atTheSandbox();
        return calls > 0 && mails > 0;
      };
      await until('the server to send', sent, 20_000);
    } finally {
      await server.stop();
    }
  });
});

describe('the audit says by its exit status', () => {
  it('that all is well, that something is not, and that it could not look', async () => {
    expect(await runCommand(database, ['audit'])).toMatchObject({ status: 0 });
    await knex()('appointments').increment('booked', 1);
    const found = await runCommand(database, ['audit']);
    await knex()('appointments').decrement('booked', 1);
    expect(found.status).toBe(1);
    expect(found.output).toMatch(/^counter_differs /m);
    const nowhere = { ...database, env: { DATABASE_CLIENT: 'postgres', DATABASE_PORT: '9' } };
    expect(await runCommand(nowhere, ['audit'])).toMatchObject({ status: 2 });
  });
});
