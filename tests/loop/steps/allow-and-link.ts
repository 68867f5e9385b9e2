import assert from 'node:assert/strict';
import { until } from '../../support/wait';
import { comingAppointments, expectedSession } from '../schedule';
import type { Story } from '../story';
import { SOON_MS } from '../world';
import type { World } from '../world';

interface Status {
  venues: Array<{ state: string; waiting: number; refused: number }>;
}

async function statusOf({ staff }: World) {
  const { venues } = await staff.get<Status>('/onefit-aggregator/status');
  const [venue] = venues;
  assert.ok(venue, 'the status shows no venue');
  return venue;
}

async function sentSoFar({ onefit }: World): Promise<number> {
  const { counts } = await onefit.control<{ counts: Record<string, { total: number }> }>(
    'GET',
    '/requests?limit=1',
  );
  return counts['sessions.put']?.total ?? 0;
}

/** Steps 2 and 3 of the article: one activity is allowed, then support links the venue. */
export async function allowAndLink(story: Story, world: World): Promise<void> {
  const { staff, onefit, place, allowed } = world;

  story.chapter('2) Allow an activity');
  await story.step('Before that, nothing waits for Onefit', async () => {
    assert.deepEqual(
      [(await statusOf(world)).state, (await statusOf(world)).waiting],
      ['not_linked', 0],
    );
  });
  const offered = await story.step(
    'Staff allow one: its sessions wait, no others',
    async (note) => {
      await staff.save('activity', allowed.documentId, { aggregatorBookings: 'allowed' });
      const appointments = await comingAppointments(staff, allowed);
      assert.equal((await statusOf(world)).waiting, appointments.length);
      assert.equal(await sentSoFar(world), 0, 'something was sent before the link');
      note(`${appointments.length} wait`);
      return appointments;
    },
  );

  story.chapter('3) Onefit’s support links the venue');
  await story.step('They arrive, all of them and only those, within 2 s', async (note) => {
    const began = performance.now();
    await onefit.link(place.venueUuid, place.companyUuid);
    const held = await until(
      `${offered.length} sessions`,
      async () => {
        const sessions = await onefit.held(place.venueUuid);
        return sessions.length >= offered.length && sessions;
      },
      SOON_MS,
    );
    note(`${held.length} after ${Math.round(performance.now() - began)} ms`);
    assert.deepEqual(
      held.map(({ id }) => id).sort(),
      offered.map(({ documentId }) => documentId).sort(),
    );
  });
  await story.check('Each is as staff see it, field by field', async () => {
    const held = new Map((await onefit.held(place.venueUuid)).map((one) => [one.id, one]));
    for (const appointment of offered) {
      const { version, ...session } = held.get(appointment.documentId) ?? { version: 0 };
      assert.ok(version > 0);
      assert.deepEqual(session, expectedSession(appointment, allowed));
    }
  });
  await story.check('Both sides agree, and staff see it', async () => {
    const { differing } = await onefit.control<{ differing: unknown[] }>(
      'POST',
      `/venues/${place.venueUuid}/compare`,
    );
    assert.deepEqual(differing, []);
    const { state, waiting, refused } = await statusOf(world);
    assert.deepEqual([state, waiting, refused], ['working', 0, 0]);
  });
}
