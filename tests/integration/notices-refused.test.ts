import { sendNotices } from '../../src/plugins/onefit-aggregator/server/src/market/notice-mail';
import { forgetOldNotices } from '../../src/plugins/onefit-aggregator/server/src/market/notice-retention';
import { emptyTables, makePlace } from '../support/content';
import { startMailServer } from '../support/mail-server';
import type { MailServer } from '../support/mail-server';
import { startVenue } from '../support/strapi';
import type { RunningVenue } from '../support/strapi';

const DAY = 24 * 60 * 60_000;

interface Row {
  recipient: string;
  sent_at: unknown;
  given_up_at: unknown;
  error: string | null;
}

let mail: MailServer;
let venue: RunningVenue;
let venueKey: string;

beforeAll(async () => {
  mail = await startMailServer();
  venue = await startVenue({ SMTP_URL: mail.url });
}, 60_000);

afterAll(async () => {
  await venue.stop();
  await mail.close();
});

const knex = () => venue.strapi.db.connection;

beforeEach(async () => {
  await emptyTables(venue.strapi);
  mail.mails.length = 0;
  mail.attempts = 0;
  mail.refusing.clear();
  venueKey = (await makePlace(venue.strapi)).venue.documentId;
  // Another instance tells, so that this one's clock does not meddle.
  const now = new Date();
  await knex()('onefit_leases').insert({
    ...{ document_id: 'notice-mail', name: 'notice-mail', token: 'another' },
    ...{ created_at: now, updated_at: now, published_at: now },
    lease_until: new Date(now.getTime() + DAY),
  });
});

/** Notices to these, in this order. */
async function write(recipients: string[], facts: object = {}): Promise<void> {
  const now = venue.clock.now();
  for (const [nth, recipient] of recipients.entries()) {
    await knex()('onefit_notices').insert({
      ...{ created_at: now, updated_at: now, published_at: now, about: now },
      ...{ kind: 'connection_down', venue_key: venueKey, language: 'en' },
      document_id: `notice-${recipient}-${nth}`,
      recipient,
      ...facts,
    });
  }
}

/** What became of each, in their order. */
async function fates(): Promise<string[]> {
  const rows = await knex()('onefit_notices').orderBy('id').select<Row[]>('*');
  return rows.map(({ recipient, sent_at, given_up_at, error }) => {
    const fate = sent_at !== null ? 'sent' : given_up_at !== null ? 'given up' : 'waits';
    return `${recipient} ${fate}${error === null ? '' : ', failed'}`;
  });
}

const GONE = 'gone@venue.example';
const FULL = 'full@venue.example';
const OWNER = 'owner@venue.example';

describe('an address that the mail server refuses', () => {
  it('for good is given up at once, and holds up nobody', async () => {
    mail.refusing.set(GONE, 550);
    await write([GONE, OWNER, GONE]);
    await sendNotices(venue.strapi, venue.clock);
    expect(await fates()).toEqual([
      `${GONE} given up, failed`,
      `${OWNER} sent`,
      `${GONE} given up, failed`,
    ]);
    const attempts = mail.attempts;
    await sendNotices(venue.strapi, venue.clock);
    expect(mail.attempts).toBe(attempts);
  });

  it('for now is tried again in order, once a round, and holds up nobody else', async () => {
    mail.refusing.set(FULL, 452);
    await write([FULL, OWNER, FULL]);
    await sendNotices(venue.strapi, venue.clock);
    expect(await fates()).toEqual([`${FULL} waits, failed`, `${OWNER} sent`, `${FULL} waits`]);
    expect(mail.attempts).toBe(2);
    mail.refusing.clear();
    await sendNotices(venue.strapi, venue.clock);
    expect(await fates()).toEqual([`${FULL} sent`, `${OWNER} sent`, `${FULL} sent`]);
  });
});

describe('a round of notices', () => {
  it('ends where the mail server is away', async () => {
    await write([OWNER, FULL]);
    await mail.close();
    try {
      await sendNotices(venue.strapi, venue.clock);
    } finally {
      await mail.open();
    }
    expect(await fates()).toEqual([`${OWNER} waits, failed`, `${FULL} waits`]);
  });

  it('asks before each mail whether it may go on', async () => {
    await write([OWNER, OWNER, OWNER]);
    const hold = jest.fn(async () => {
      if (hold.mock.calls.length > 2) throw new Error('lost');
    });
    await expect(sendNotices(venue.strapi, venue.clock, hold)).rejects.toThrow('lost');
    expect(await fates()).toEqual([`${OWNER} sent`, `${OWNER} sent`, `${OWNER} waits`]);
  });

  it('does not send what another has sent meanwhile', async () => {
    await write([OWNER, OWNER]);
    const hold = jest.fn(async () => {
      if (hold.mock.calls.length > 1)
        await knex()('onefit_notices').update({ sent_at: new Date() });
    });
    await sendNotices(venue.strapi, venue.clock, hold);
    expect(mail.mails).toHaveLength(1);
  });
});

describe('a notice', () => {
  it('is forgotten 90 days after it was sent or given up, and never while it waits', async () => {
    const now = venue.clock.now();
    const old = new Date(now.getTime() - 90 * DAY - 1);
    const young = new Date(now.getTime() - 90 * DAY + DAY);
    const made = { created_at: new Date(now.getTime() - 200 * DAY) };
    await write(['sent-old@v.example'], { ...made, sent_at: old });
    await write(['given-up-old@v.example'], { ...made, given_up_at: old });
    await write(['sent-young@v.example'], { ...made, sent_at: young });
    await write(['given-up-young@v.example'], { ...made, given_up_at: young });
    await write(['waits@v.example'], made);
    expect(await forgetOldNotices(knex(), now)).toBe(2);
    expect((await fates()).map((fate) => fate.split('@')[0])).toEqual([
      'sent-young',
      'given-up-young',
      'waits',
    ]);
    expect(await forgetOldNotices(knex(), now)).toBe(0);
  });

  it('is forgotten however many there are', async () => {
    const sent_at = new Date(venue.clock.now().getTime() - 91 * DAY);
    await write(['first@v.example'], { sent_at });
    const [{ id: _, ...row }] = (await knex()('onefit_notices').select('*')) as [{ id: number }];
    const more = Array.from({ length: 1_200 }, (_one, nth) => ({
      ...row,
      document_id: `n-${nth}`,
    }));
    await knex().batchInsert('onefit_notices', more, 50);
    expect(await forgetOldNotices(knex(), venue.clock.now())).toBe(1_201);
  });
});
