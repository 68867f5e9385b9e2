import type { Knex } from 'knex';
import { startConnected } from './connected';
import type { Connected } from './connected';
import { makeActivity, makeAppointment } from './content';
import type { Doc } from './content';
import { member } from './partner';

/** What the tests of Onefit's members as customers have. */
export interface MemberSuite {
  running: Connected;
  /** of the venue; made anew before each test, as is the activity */
  uuid: string;
  activity: Doc;
  knex(): Knex;
  /** A member's booking of a session of its own; gives that, and the member's profile. */
  bookedBy(
    memberId: string,
    person?: Record<string, string>,
    bookingId?: string,
  ): Promise<{ session: Doc; customer: string }>;
}

/** Starts a connected venue for the tests of a file, and before each of them empties it. */
export function memberSuite(): MemberSuite {
  const suite = {
    knex: () => suite.running.venue.strapi.db.connection,
    async bookedBy(memberId, person = {}, bookingId = `b-${memberId}`) {
      const { running, uuid, activity, knex } = suite;
      const session = await makeAppointment(running.venue, activity);
      const { documentId } = session;
      const answer = await running.onefit.book(
        uuid,
        bookingId,
        documentId,
        member(memberId, person),
      );
      expect(answer.status).toBe(201);
      const [customer = ''] = await knex()('customer_aggregator_ids')
        .where({ external_id: memberId })
        .pluck<string[]>('customer_key');
      return { session, customer };
    },
  } as MemberSuite;

  beforeAll(async () => {
    suite.running = await startConnected();
  }, 60_000);

  afterAll(() => suite.running.venue.stop());

  beforeEach(async () => {
    const place = await suite.running.freshPlace();
    suite.uuid = place.venue.uuid;
    suite.activity = await makeActivity(suite.running.venue.strapi, place);
  });

  return suite;
}
