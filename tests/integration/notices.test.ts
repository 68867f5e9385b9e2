import { emptyTables, makeActivity, makeAppointment, makePlace } from '../support/content';
import { extensionOrders } from '../support/linked';
import { LinkedVenue } from '../support/linked-venue';
import { createPartner } from '../support/partner';
import { startVenue } from '../support/strapi';
import { until } from '../support/wait';

const MINUTE = 60_000;

interface Caught {
  id: string;
  to: string[];
  subject: string;
}

interface Notice {
  kind: string;
  sent_at: unknown;
  given_up_at: unknown;
  error: string | null;
}

interface Telling {
  notify(): Promise<void>;
}

describe('what the extension’s contact is told', () => {
  let linked: LinkedVenue;

  beforeAll(async () => {
    linked = await LinkedVenue.start();
  }, 60_000);

  afterAll(() => linked.stop());

  beforeEach(async () => {
    await linked.begin();
    await linked.sandbox.control('DELETE', '/mails');
  });

  const knex = () => linked.venue.strapi.db.connection;
  const notify = () =>
    linked.venue.strapi.plugin('onefit-aggregator').service<Telling>('connection').notify();

  async function subjects(): Promise<string[]> {
    const { mails } = await linked.sandbox.control<{ mails: Caught[] }>('GET', '/mails');
    return mails.map(({ subject }) => subject);
  }

  /** The next try is far away, so that nothing finds the connection working meanwhile. */
  async function failFor(minutes: number): Promise<void> {
    const now = linked.venue.clock.now().getTime();
    await knex()('onefit_venue_links').update({
      failing_since: new Date(now - minutes * MINUTE),
      next_attempt_at: new Date(now + 24 * 60 * MINUTE),
      error_code: 'timeout',
    });
  }

  it('is that Onefit linked the venue: at once, once, in their language, in both forms', async () => {
    await knex()('onefit_extension_orders').update({ language: 'nl' });
    await linked.link();
    const [mail] = await until('the mail', async () => {
      const { mails } = await linked.sandbox.control<{ mails: Caught[] }>('GET', '/mails');
      return mails.length > 0 && mails;
    });
    expect(mail).toMatchObject({
      to: ['owner@venue.example'],
      subject: 'Onefit heeft Centrum gekoppeld',
    });
    const whole = await linked.sandbox.control('GET', `/mails/${mail?.id ?? ''}`);
    expect(JSON.stringify(whole)).toContain('(Europe/Amsterdam)');
    expect(whole).toMatchObject({
      text: expect.stringContaining('/admin') as string,
      html: expect.stringContaining('<a href=') as string,
    });
    // The same link again is no news.
    await linked.link();
    await notify();
    expect(await subjects()).toHaveLength(1);
  });

  it('is that the connection is down for a quarter of an hour, and that it is back', async () => {
    await linked.link();
    await until('the first mail', async () => (await subjects()).length === 1);
    await linked.sandbox.control('DELETE', '/mails');
    await failFor(14);
    await notify();
    expect(await subjects()).toEqual([]);
    await until('the mail that it is down', async () => {
      await failFor(15);
      await notify();
      return (await subjects()).length > 0;
    });
    await notify();
    expect(await subjects()).toEqual(['Onefit cannot be reached for Centrum']);
    await makeAppointment(linked.venue, await makeActivity(linked.venue.strapi, linked.place));
    await knex()('onefit_venue_links').update({ next_attempt_at: null });
    await linked.settled();
    // The clock may be telling at this moment; whoever comes second leaves it to it.
    await until('the mail that it is back', async () => {
      await notify();
      return (await subjects()).length > 1;
    });
    await notify();
    expect((await subjects()).sort()).toEqual([
      'Onefit cannot be reached for Centrum',
      'Onefit works again for Centrum',
    ]);
  });

  it('comes at most once an hour for a connection that comes and goes', async () => {
    await linked.link();
    await until('the first mail', async () => (await subjects()).length === 1);
    const downs = async () =>
      (await subjects()).filter((subject) => subject.includes('cannot be reached')).length;
    // What the clock itself does meanwhile can reach Onefit, and so find the connection working.
    const failUntil = (what: string, wanted: number) =>
      until(what, async () => {
        await failFor(20);
        await notify();
        return (await downs()) === wanted;
      });
    await failUntil('the mail that it is down', 1);
    for (let again = 0; again < 3; again += 1) {
      await knex()('onefit_venue_links').update({ failing_since: null });
      await notify();
      await failFor(20);
      await notify();
    }
    expect(await downs()).toBe(1);
    linked.venue.clock.advance(60 * MINUTE);
    await failUntil('the second mail', 2);
  });

  it('is nothing while nobody has ordered', async () => {
    await linked.link();
    await until('the first mail', async () => (await subjects()).length === 1);
    await linked.staff.delete('/onefit-aggregator/extension-order').expect(204);
    await failFor(20);
    await notify();
    expect(await subjects()).toHaveLength(1);
  });
});

describe('a mail server that is away', () => {
  it('undoes nothing: the link stands, the mail waits and is given up after three days', async () => {
    // Nothing listens on port 9 here.
    const venue = await startVenue({ SMTP_URL: 'smtp://127.0.0.1:9' });
    try {
      await emptyTables(venue.strapi);
      const place = await makePlace(venue.strapi);
      await extensionOrders(venue).order();
      const onefit = createPartner(venue.url, venue.clock.now);
      expect((await onefit.link(place.venue.uuid, place.company.uuid)).status).toBe(200);
      const notice = async () =>
        (await venue.strapi.db.connection('onefit_notices').first('*')) as Notice;
      const failed = await until('the mail to fail', async () => {
        const row = await notice();
        return row.error !== null && row;
      });
      expect(failed).toMatchObject({ kind: 'venue_linked', sent_at: null, given_up_at: null });
      const log = await venue.strapi.db
        .connection('onefit_activity_log')
        .where({ kind: 'notice_mailed' })
        .select('outcome');
      expect(log).toEqual([{ outcome: 'failed' }]);
      const { notify } = venue.strapi.plugin('onefit-aggregator').service<Telling>('connection');
      venue.clock.advance(71 * 60 * MINUTE);
      await notify();
      expect(await notice()).toMatchObject({ sent_at: null, given_up_at: null });
      venue.clock.advance(2 * 60 * MINUTE);
      await until('the mail to be given up', async () => {
        await notify();
        return (await notice()).given_up_at !== null;
      });
    } finally {
      await venue.stop();
    }
  }, 60_000);
});
