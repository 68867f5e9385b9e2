import { holdOn } from '../../src/plugins/onefit-aggregator/server/src/outbound/lease';
import type { OnefitClient } from '../../src/plugins/onefit-aggregator/server/src/outbound/onefit-client';
import { reconcileDue } from '../../src/plugins/onefit-aggregator/server/src/outbound/reconcile';
import { createSender } from '../../src/plugins/onefit-aggregator/server/src/outbound/sender';
import { venueOf } from '../../src/plugins/onefit-aggregator/server/src/venue/venue';
import { emptyTables, makeActivity, makeAppointment, makePlace } from '../support/content';
import { startVenue } from '../support/strapi';
import type { RunningVenue } from '../support/strapi';
import { until } from '../support/wait';

const VENUES = 40;
/** What is sent to side by side, at most. */
const AT_ONCE = 32;

let venue: RunningVenue;

jest.setTimeout(60_000);

beforeAll(async () => {
  venue = await startVenue();
  await emptyTables(venue.strapi);
  await makeVenues();
}, 90_000);

afterAll(() => venue.stop());

/** Orders the extension, and makes linked venues with one appointment each, which is due. */
async function makeVenues(): Promise<void> {
  const knex = venue.strapi.db.connection;
  const now = venue.clock.now();
  const document = (document_id: string) => ({
    document_id,
    created_at: now,
    updated_at: now,
    published_at: now,
  });
  await knex('onefit_extension_orders').insert({
    ...document('order'),
    contact_email: 'owner@venue.example',
    ordered_at: now,
    active_key: 'onefit',
  });
  for (let made = 0; made < VENUES; made += 1) {
    const place = await makePlace(venue.strapi);
    await makeAppointment(venue, await makeActivity(venue.strapi, place));
    await knex('onefit_venue_links').insert({
      ...document(`link-${made}`),
      venue_key: place.venue.documentId,
      onefit_venue_id: `of-${made}`,
      linked_at: now,
    });
  }
}

/** An Onefit that answers nobody until it is let go. */
function holdingBack() {
  const asked: string[] = [];
  const answers: Array<() => void> = [];
  const client: OnefitClient = {
    async put(uuid, _kind, items) {
      asked.push(uuid);
      await new Promise<void>((answer) => answers.push(answer));
      return items.map(({ id }) => ({ id, outcome: 'accepted', code: null, detail: null }));
    },
    held: () => Promise.reject(new Error('Nothing was to be compared.')),
  };
  return { client, asked, answers };
}

describe('many venues with something due at once', () => {
  it('are sent to so many at a time, and each as soon as it may', async () => {
    const { client, asked, answers } = holdingBack();
    const { strapi, clock } = venue;
    const sender = createSender({ strapi, venue: venueOf(strapi), client, clock });
    sender.start();
    try {
      await until('as many calls as may be', async () => asked.length >= AT_ONCE);
      // A look that finds every turn taken begins nobody.
      await new Promise((resolve) => setTimeout(resolve, 1_200));
      expect(asked).toHaveLength(AT_ONCE);
      answers.splice(0, 3).forEach((answer) => answer());
      await until('three more', async () => asked.length === AT_ONCE + 3);
      await until('all of them', async () => {
        answers.splice(0).forEach((answer) => answer());
        return asked.length === VENUES;
      });
      expect(new Set(asked).size).toBe(VENUES);
    } finally {
      answers.splice(0).forEach((answer) => answer());
      const stopping = sender.stop();
      await until('the last answers', async () => {
        answers.splice(0).forEach((answer) => answer());
        return (
          (await strapi.db.connection('onefit_sync_records').whereNotNull('lease_token')).length ===
          0
        );
      });
      await stopping;
    }
    const due = await strapi.db
      .connection('onefit_sync_records')
      .whereRaw('desired_version > acknowledged_version');
    expect(due).toHaveLength(0);
  });

  it('are compared once, however many instances compare them', async () => {
    const { strapi, clock } = venue;
    const asked: string[] = [];
    const compare = (meanwhile: () => Promise<void>) => {
      const client: OnefitClient = {
        put: () => Promise.reject(new Error('Nothing was to be sent.')),
        async held(uuid) {
          asked.push(uuid);
          await meanwhile();
          return { sessions: [], nextCursor: null };
        },
      };
      return reconcileDue({ strapi, venue: venueOf(strapi), client, clock }, holdOn);
    };
    let other: Promise<void> | null = null;
    // The other instance compares all the rest while this one waits for its first answer.
    await compare(() => (other ??= compare(async () => undefined)));
    expect(asked).toHaveLength(VENUES);
    expect(new Set(asked).size).toBe(VENUES);
  });
});
