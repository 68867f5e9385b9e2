import { emptyTables, makeActivity, makeAppointment, makePlace } from './content';
import type { Doc } from './content';
import { startMailServer } from './mail-server';
import type { MailServer } from './mail-server';
import { contentManager, signInStaff } from './staff';
import type { Staff } from './staff';
import { startVenue } from './strapi';
import type { RunningVenue } from './strapi';
import { until } from './wait';

/** The service that sends what customers are owed. */
export interface Messages {
  sendDue(): Promise<void>;
  forgetOld(): Promise<void>;
}

/** A message as the database holds it. */
export interface MessageRow {
  state: string;
  attempts: number;
  next_attempt_at: Date | number;
  last_error: string | null;
}

/** A venue with a mail server, and an appointment on Tuesday 30 March 2027, 18:30 to 19:30. */
export class MailedVenue {
  /** made anew by `begin` */
  activity!: Doc;
  appointment!: Doc;

  private constructor(
    readonly venue: RunningVenue,
    readonly staff: Staff,
    readonly mail: MailServer,
  ) {}

  static async start(): Promise<MailedVenue> {
    const mail = await startMailServer();
    const venue = await startVenue({ SMTP_URL: mail.url });
    return new MailedVenue(venue, await signInStaff(venue), mail);
  }

  async stop(): Promise<void> {
    await this.venue.stop();
    await this.mail.close();
  }

  /** Empties everything; it is the day before, 10:00 at the venue. */
  async begin(): Promise<void> {
    const { strapi, clock } = this.venue;
    await emptyTables(strapi);
    clock.set('2027-03-29T08:00:00Z');
    this.mail.mails.length = 0;
    this.mail.attempts = 0;
    this.mail.fault = 'none';
    const place = await makePlace(strapi);
    this.activity = await makeActivity(strapi, place, { name: 'Yin & <Yoga>' });
    this.appointment = await makeAppointment(this.venue, this.activity, {
      startsAt: '2027-03-30T16:30:00.000Z',
      endsAt: '2027-03-30T17:30:00.000Z',
      room: 'Room 2',
    });
  }

  get messages(): Messages {
    return this.venue.strapi.service(
      'api::customer-message.customer-message',
    ) as unknown as Messages;
  }

  /** Another sender on the same database, as a second instance has. */
  secondSender(): Messages {
    const { createCustomerMessageService } = jest.requireActual<{
      createCustomerMessageService(strapi: unknown): Messages;
    }>('../../dist/src/api/customer-message/services/customer-message');
    return createCustomerMessageService(this.venue.strapi);
  }

  rows(): Promise<MessageRow[]> {
    return this.venue.strapi.db
      .connection('customer_messages')
      .orderBy('id')
      .select<MessageRow[]>('state', 'attempts', 'next_attempt_at', 'last_error');
  }

  async states(): Promise<string[]> {
    return (await this.rows()).map((row) => row.state);
  }

  /** Waits until the sender, woken by the commit, has dealt with everything that is due now. */
  async untilStates(...wanted: string[]): Promise<void> {
    await until(`messages ${wanted.join(', ')}`, async () => {
      return JSON.stringify((await this.states()).sort()) === JSON.stringify(wanted.sort());
    });
  }

  /** Waits until a message, counted from 0, was tried in vain. */
  async untilFailed(place = 0): Promise<void> {
    await until('a failed attempt', async () => (await this.rows())[place]?.attempts === 1);
  }

  cancel(reason = 'The teacher is ill & <b>sorry</b>.') {
    return this.staff.post(`/front-desk/appointments/${this.appointment.documentId}/cancel`, {
      reason,
      confirm: true,
    });
  }

  /** Moves the appointment to an hour of another day, in the content manager. */
  async move(startsAt: string, endsAt: string): Promise<void> {
    const path = contentManager('appointment', this.appointment.documentId);
    await this.staff.put(path, { startsAt, endsAt, confirmed: true }).expect(200);
  }
}
