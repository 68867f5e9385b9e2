import { MailedVenue } from '../support/mailed-venue';
import { bookOwn } from '../support/own-place';
import { until } from '../support/wait';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let at: MailedVenue;

beforeAll(async () => {
  at = await MailedVenue.start();
}, 60_000);

afterAll(() => at.stop());

beforeEach(() => at.begin());

describe('a cancelled appointment', () => {
  it('is told to each own customer in their language, once, in text and escaped HTML', async () => {
    const languages = ['en', 'nl', 'de'];
    for (const language of languages) {
      const email = `${language}@customer.example`;
      await bookOwn(at.venue.strapi, at.appointment, {
        firstName: `<${language}>`,
        email,
        language,
      });
    }
    await at.cancel().expect(200);
    await at.untilStates('sent', 'sent', 'sent');
    const [en, nl, de] = languages.map((language) =>
      at.mail.mails.find((one) => one.to === `${language}@customer.example`),
    );
    expect(en?.subject).toMatch(/^Cancelled: Yin & <Yoga>, Tuesday,? 30 March 2027, 18:30–19:30$/);
    expect(en?.text).toContain('Hello <en>,');
    expect(en?.text).toContain('Why: The teacher is ill & <b>sorry</b>.');
    expect(en?.html).toContain('Hello &lt;en&gt;,');
    expect(en?.html).toContain('Yin &amp; &lt;Yoga&gt;');
    expect(en?.html).toContain('ill &amp; &lt;b&gt;sorry&lt;/b&gt;');
    expect(nl?.subject).toMatch(/^Geannuleerd: Yin & <Yoga>, dinsdag 30 maart 2027, 18:30–19:30$/);
    expect(de?.subject).toMatch(/^Abgesagt: Yin & <Yoga>, Dienstag, 30\. März 2027, 18:30–19:30$/);
    await at.cancel().expect(200);
    at.venue.clock.advance(DAY);
    await at.messages.sendDue();
    expect(at.mail.mails).toHaveLength(3);
    expect(new Set(at.mail.mails.map((one) => one.messageId)).size).toBe(3);
  });

  it('says how its e-mails stand in the Sign-in, also of customers without an address', async () => {
    await bookOwn(at.venue.strapi, at.appointment, { email: 'a@customer.example' });
    await bookOwn(at.venue.strapi, at.appointment, { email: null });
    await at.cancel().expect(200);
    await at.untilStates('sent', 'no_address');
    const signIn = await at.staff.get(
      `/front-desk/appointments/${at.appointment.documentId}/sign-in`,
    );
    expect((signIn.body as { messages: unknown }).messages).toEqual({
      sent: 1,
      due: 0,
      failed: 0,
      noAddress: 1,
    });
  });

  it('is cancelled while the mail server is down; the e-mail follows when it is back', async () => {
    await bookOwn(at.venue.strapi, at.appointment, { email: 'a@customer.example' });
    await at.mail.close();
    await at.cancel().expect(200);
    await at.untilFailed();
    expect(await at.states()).toEqual(['due']);
    await at.mail.open();
    await at.messages.sendDue();
    expect(at.mail.mails).toEqual([]);
    at.venue.clock.advance(MINUTE);
    await at.messages.sendDue();
    expect(await at.states()).toEqual(['sent']);
    expect(at.mail.mails).toHaveLength(1);
  });

  it('is told with pauses that double to an hour, and given up after three days', async () => {
    await bookOwn(at.venue.strapi, at.appointment, { email: 'a@customer.example' });
    at.mail.fault = 'busy';
    await at.cancel().expect(200);
    await at.untilFailed();
    const pauses: number[] = [];
    for (let next = (await at.rows())[0]; next?.state === 'due'; [next] = await at.rows()) {
      const then = new Date(next.next_attempt_at);
      pauses.push(Math.round((then.getTime() - at.venue.clock.now().getTime()) / MINUTE));
      at.venue.clock.set(then);
      await at.messages.sendDue();
    }
    expect(pauses.slice(0, 8)).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
    expect((await at.rows())[0]).toMatchObject({ state: 'failed' });
    expect((await at.rows())[0]?.last_error).toContain('Come back later');
    const span = at.venue.clock.now().getTime() - Date.parse('2027-03-29T08:00:00Z');
    expect(span).toBeLessThanOrEqual(3 * DAY);
    expect(span).toBeGreaterThan(3 * DAY - 2 * 60 * MINUTE);
  }, 30_000);

  it('is not tried again at an address that the mail server refuses for good', async () => {
    await bookOwn(at.venue.strapi, at.appointment, { email: 'gone@customer.example' });
    at.mail.fault = 'refuses_address';
    await at.cancel().expect(200);
    await at.untilStates('failed');
    expect(at.mail.attempts).toBe(1);
  });

  it('comes once though two senders look at the same moment', async () => {
    for (let number = 0; number < 6; number += 1) {
      await bookOwn(at.venue.strapi, at.appointment, { email: `c${number}@customer.example` });
    }
    await at.mail.close();
    await at.cancel().expect(200);
    await until('a failed attempt', async () =>
      (await at.rows()).some((row) => row.attempts === 1),
    );
    await at.mail.open();
    at.venue.clock.advance(MINUTE);
    const another = at.secondSender();
    await Promise.all([at.messages.sendDue(), another.sendDue()]);
    await at.messages.sendDue();
    expect((await at.states()).every((state) => state === 'sent')).toBe(true);
    expect(at.mail.mails.map((one) => one.to).sort()).toEqual(
      [0, 1, 2, 3, 4, 5].map((number) => `c${number}@customer.example`),
    );
  });

  it('waits for a sender that holds it, and is free again when that one is dead', async () => {
    await bookOwn(at.venue.strapi, at.appointment, { email: 'a@customer.example' });
    at.mail.fault = 'silent';
    await at.cancel().expect(200);
    await until('the mail to be under way', () => at.mail.mails.length === 1);
    const another = at.secondSender();
    await another.sendDue();
    expect(at.mail.mails).toHaveLength(1);
    // As if the first one had been killed: its lease runs out.
    at.venue.clock.advance(2 * MINUTE);
    at.mail.fault = 'none';
    await another.sendDue();
    at.mail.answer();
    await at.untilStates('sent');
    // The crash between the mail server's answer and the commit is the one way to come twice, and
    // the second has the same Message-ID.
    const [one, two] = at.mail.mails;
    expect(two?.messageId).toBe(one?.messageId);
  });
});
