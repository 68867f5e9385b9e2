import { randomUUID } from 'node:crypto';
import { MailedVenue } from '../support/mailed-venue';
import { bookOwn } from '../support/own-place';
import { codeOf } from '../support/refused';
import { writingNothing } from '../support/table-dump';

let at: MailedVenue;

beforeAll(async () => {
  at = await MailedVenue.start();
}, 60_000);

afterAll(() => at.stop());

beforeEach(() => at.begin());

const LETTER = { subject: 'Bring water & <towel>', text: 'It is hot.\n\nDrink {firstName}!' };

function write(body: object, appointment = at.appointment.documentId) {
  return at.staff.post(`/front-desk/appointments/${appointment}/letters`, body);
}

describe('an e-mail to all who are booked', () => {
  it('goes to each own customer alone, greeted in their language, with what staff wrote', async () => {
    await bookOwn(at.venue.strapi, at.appointment, {
      firstName: 'Anna',
      email: 'anna@customer.example',
    });
    await bookOwn(at.venue.strapi, at.appointment, {
      firstName: 'Bram',
      email: 'bram@customer.example',
      language: 'nl',
    });
    await bookOwn(at.venue.strapi, at.appointment, { email: null });
    const answer = await write({ id: randomUUID(), ...LETTER }).expect(200);
    expect(answer.body).toEqual({ owed: 3, withoutAddress: 1 });
    await at.untilStates('sent', 'sent', 'no_address');
    expect(at.mail.mails.map(({ to }) => to).sort()).toEqual([
      'anna@customer.example',
      'bram@customer.example',
    ]);
    const bram = at.mail.mails.find(({ to }) => to === 'bram@customer.example');
    expect(bram?.subject).toBe('Bring water & <towel>');
    expect(bram?.text).toMatch(/^Hallo Bram,\n\nIt is hot\.\n\nDrink {firstName}!\n/);
    expect(bram?.text).toContain('dinsdag 30 maart 2027, 18:30–19:30');
    expect(bram?.html).toContain('It is hot.<br><br>Drink');
  });

  it('goes out once, however often the same one is sent', async () => {
    await bookOwn(at.venue.strapi, at.appointment, { email: 'anna@customer.example' });
    const letter = { id: randomUUID(), ...LETTER };
    await Promise.all([write(letter).expect(200), write(letter).expect(200)]);
    await write(letter).expect(200);
    await at.untilStates('sent');
    await write({ ...letter, id: randomUUID() }).expect(200);
    await at.untilStates('sent', 'sent');
    expect(at.mail.mails).toHaveLength(2);
  });

  it('is dropped for whoever has cancelled before it goes out', async () => {
    await bookOwn(at.venue.strapi, at.appointment, { email: 'anna@customer.example' });
    const row: unknown = await at.venue.strapi.db.connection('bookings').first('document_id');
    const booking = (row as { document_id: string }).document_id;
    await at.mail.close();
    await write({ id: randomUUID(), ...LETTER }).expect(200);
    await at.untilFailed();
    await at.staff.post(`/front-desk/bookings/${booking}/cancel`).expect(200);
    await at.mail.open();
    at.venue.clock.advance(60_000);
    await at.messages.sendDue();
    expect(await at.states()).toEqual(['dropped']);
    expect(at.mail.mails).toEqual([]);
  });

  it.each([
    ['no subject', { subject: ' ' }],
    ['a subject of two lines', { subject: 'a\nBcc: b@x.example' }],
    ['a subject that is too long', { subject: 'x'.repeat(151) }],
    ['no text', { text: '' }],
    ['a text that is too long', { text: 'x'.repeat(5001) }],
    ['no id of its own', { id: 'one' }],
    ['a field nobody knows', { to: 'b@x.example' }],
  ])('is refused with %s', async (_what, wrong) => {
    await bookOwn(at.venue.strapi, at.appointment, { email: 'anna@customer.example' });
    await writingNothing(at.venue.strapi, async () => {
      const body = { id: randomUUID(), ...LETTER, ...wrong };
      expect(await codeOf(write(body))).toBe('invalid_request');
    });
  });

  it('needs an appointment, and somebody to write to', async () => {
    const letter = { id: randomUUID(), ...LETTER };
    expect(await codeOf(write(letter, 'none'))).toBe('appointment_not_found');
    expect(await codeOf(write(letter))).toBe('nobody_to_write_to');
  });
});
