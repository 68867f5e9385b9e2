import { makeAppointment } from '../support/content';
import { MailedVenue } from '../support/mailed-venue';
import { bookOwn } from '../support/own-place';
import { contentManager } from '../support/staff';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let at: MailedVenue;

beforeAll(async () => {
  at = await MailedVenue.start();
}, 60_000);

afterAll(() => at.stop());

beforeEach(() => at.begin());

describe('a moved appointment', () => {
  it('is told with the old and the new time', async () => {
    await bookOwn(at.venue.strapi, at.appointment, { email: 'a@customer.example' });
    await at.move('2027-03-31T17:00:00.000Z', '2027-03-31T18:00:00.000Z');
    await at.untilStates('sent');
    const [told] = at.mail.mails;
    expect(told?.subject).toMatch(
      /^New time: Yin & <Yoga>, Wednesday,? 31 March 2027, 19:00–20:00$/,
    );
    expect(told?.text).toMatch(/It was: Tuesday,? 30 March 2027, 18:30–19:30/);
    expect(told?.text).toMatch(/It is now: Wednesday,? 31 March 2027, 19:00–20:00, Room 2/);
  });

  it('is told once however often it moved while the e-mail waited, and not if it came back', async () => {
    await bookOwn(at.venue.strapi, at.appointment, { email: 'a@customer.example' });
    await at.mail.close();
    await at.move('2027-03-31T17:00:00.000Z', '2027-03-31T18:00:00.000Z');
    await at.untilFailed();
    await at.move('2027-04-01T17:00:00.000Z', '2027-04-01T18:00:00.000Z');
    expect(await at.states()).toEqual(['due']);
    await at.mail.open();
    at.venue.clock.advance(MINUTE);
    await at.messages.sendDue();
    expect(at.mail.mails).toHaveLength(1);
    expect(at.mail.mails[0]?.text).toMatch(/It was: Tuesday,? 30 March 2027/);
    expect(at.mail.mails[0]?.text).toMatch(/It is now: Thursday,? 1 April 2027/);

    await at.mail.close();
    await at.move('2027-04-02T17:00:00.000Z', '2027-04-02T18:00:00.000Z');
    await at.untilFailed(1);
    await at.move('2027-04-01T17:00:00.000Z', '2027-04-01T18:00:00.000Z');
    await at.mail.open();
    at.venue.clock.advance(MINUTE);
    await at.messages.sendDue();
    expect(await at.states()).toEqual(['sent', 'dropped']);
    expect(at.mail.mails).toHaveLength(1);
  });

  it('is told as cancelled alone when it is cancelled before the e-mail went', async () => {
    await bookOwn(at.venue.strapi, at.appointment, { email: 'a@customer.example' });
    await at.mail.close();
    await at.move('2027-03-31T17:00:00.000Z', '2027-03-31T18:00:00.000Z');
    await at.untilFailed();
    await at.cancel('Ill').expect(200);
    await at.untilFailed(1);
    await at.mail.open();
    at.venue.clock.advance(MINUTE);
    await at.messages.sendDue();
    expect(await at.states()).toEqual(['dropped', 'sent']);
    expect(at.mail.mails.map((one) => one.subject)).toEqual([
      expect.stringMatching(/^Cancelled: Yin & <Yoga>, Wednesday,? 31 March 2027, 19:00–20:00$/),
    ]);
  });

  it('is not told when only something else of it changes', async () => {
    await bookOwn(at.venue.strapi, at.appointment, { email: 'a@customer.example' });
    await at.staff
      .put(contentManager('appointment', at.appointment.documentId), { room: 'Room 3' })
      .expect(200);
    expect(await at.states()).toEqual([]);
  });
});

describe('what is kept of the e-mails', () => {
  it('is forgotten with the customer, sent or not, and after 90 days', async () => {
    const erased = await bookOwn(at.venue.strapi, at.appointment, { email: 'a@customer.example' });
    await bookOwn(at.venue.strapi, at.appointment, { email: 'b@customer.example' });
    await at.cancel().expect(200);
    await at.untilStates('sent', 'sent');
    const exported = await at.staff.get(`/front-desk/customers/${erased.documentId}/export`);
    expect((exported.body as { messages: unknown[] }).messages).toMatchObject([
      { occasion: 'cancelled', state: 'sent', sentAt: '2027-03-29T08:00:00.000Z' },
    ]);
    await at.staff
      .post(`/front-desk/customers/${erased.documentId}/erase`, { confirm: true })
      .expect(204);
    expect(await at.states()).toEqual(['sent']);
    at.venue.clock.advance(89 * DAY);
    await at.messages.forgetOld();
    expect(await at.states()).toEqual(['sent']);
    at.venue.clock.advance(2 * DAY);
    await at.messages.forgetOld();
    expect(await at.states()).toEqual([]);
  });

  it('goes with a profile that is merged into another', async () => {
    const one = await bookOwn(at.venue.strapi, at.appointment, { email: 'a@customer.example' });
    const other = await bookOwn(
      at.venue.strapi,
      await makeAppointment(at.venue, at.activity, {
        startsAt: '2027-04-06T16:30:00.000Z',
        endsAt: '2027-04-06T17:30:00.000Z',
      }),
      { email: 'b@customer.example' },
    );
    await at.mail.close();
    await at.cancel().expect(200);
    await at.untilFailed();
    await at.staff
      .post(`/front-desk/customers/${other.documentId}/merge`, { drop: one.documentId })
      .expect(200);
    await at.mail.open();
    at.venue.clock.advance(MINUTE);
    await at.messages.sendDue();
    expect(at.mail.mails.map((told) => told.to)).toEqual(['b@customer.example']);
  });
});
