import { makeActivity, makeAppointment } from '../support/content';
import type { Doc } from '../support/content';
import { linkedSuite } from '../support/linked-suite';
import { meanwhile, onServers } from '../support/side-by-side';
import { contentManager, signInStaff } from '../support/staff';
import type { Staff } from '../support/staff';

/** Two of staff save at the same moment: one an appointment, the other the rule that it is under. */
const suite = linkedSuite();
let staff: Staff;
let activity: Doc;

beforeAll(async () => {
  staff = await signInStaff(suite.venue);
});

beforeEach(async () => {
  activity = await makeActivity(suite.venue.strapi, suite.linked);
});

async function allowed(): Promise<boolean[]> {
  const rows = await suite.venue.strapi.db
    .connection('appointments')
    .select<Array<{ aggregator_allowed: boolean | number }>>('aggregator_allowed');
  return rows.map((row) => Boolean(row.aggregator_allowed));
}

const saveRule = async (aggregatorBookings: string) => {
  const path = contentManager('activity', activity.documentId);
  await staff.put(path, { aggregatorBookings }).expect(200);
};

describe('a new appointment', () => {
  onServers('is under the rule that is saved while it is made', async () => {
    const making = () => makeAppointment(suite.venue, activity);
    await meanwhile(suite.venue.strapi, making, () => saveRule('not_allowed'));
    expect(await allowed()).toEqual([false]);
  });

  onServers('waits for the rule that is being saved', async () => {
    const { strapi } = suite.venue;
    const saving = () =>
      strapi.documents('api::activity.activity').update({
        documentId: activity.documentId,
        data: { aggregatorBookings: 'not_allowed' } as never,
      });
    await meanwhile(strapi, saving, () => makeAppointment(suite.venue, activity));
    expect(await allowed()).toEqual([false]);
  });

  onServers(
    'comes one after the other with saves of its activity, and neither is refused',
    async () => {
      const rules = ['not_allowed', 'allowed', 'not_allowed', 'allowed', 'not_allowed'];
      // The save has many dates to go through, so that making one more meets it on its way.
      await Promise.all(
        rules.flatMap(() => [1, 2, 3].map(() => makeAppointment(suite.venue, activity))),
      );
      for (const rule of rules) {
        const path = contentManager('appointment');
        const startsAt = suite.venue.clock.now();
        startsAt.setUTCDate(startsAt.getUTCDate() + 2);
        const body = {
          activity: { connect: [{ documentId: activity.documentId }], disconnect: [] },
          startsAt: startsAt.toISOString(),
          endsAt: new Date(startsAt.getTime() + 3_600_000).toISOString(),
        };
        await Promise.all([
          saveRule(rule),
          ...[1, 2, 3, 4].map(() => staff.post(path, body).expect(201)),
        ]);
      }
      expect(new Set(await allowed())).toEqual(new Set([false]));
    },
  );
});
