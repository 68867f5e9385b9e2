import assert from 'node:assert/strict';
import { until } from '../../support/wait';
import { untilHeld } from '../arrival';
import { localInstant, pick } from '../schedule';
import type { Story } from '../story';
import { SOON_MS } from '../world';
import type { World } from '../world';

const HOUR_MS = 60 * 60_000;

/** What staff edit is at Onefit within two seconds, with a higher version. */
export async function editAppointments(story: Story, world: World): Promise<void> {
  const { staff, onefit, place } = world;
  const { documentId, startsAt, endsAt, capacity } = await pick(world, 8);
  const save = (data: object) => staff.save('appointment', documentId, data);
  const later = (instant: string) => new Date(Date.parse(instant) + HOUR_MS);
  let version = (await onefit.heldOne(place.venueUuid, documentId))?.version ?? 0;
  const assertRisen = (held: { version: number }) => {
    assert.ok(held.version > version, `version ${held.version} does not follow ${version}`);
    ({ version } = held);
  };

  story.chapter('Edits');
  await story.check('Another time is at Onefit within 2 s', async (note) => {
    await save({
      startsAt: later(startsAt).toISOString(),
      endsAt: later(endsAt).toISOString(),
    });
    const wanted = localInstant(later(startsAt), place.timeZone);
    const held = await untilHeld(world, documentId, {
      fits: (session) => session.startsAt === wanted,
      note,
    });
    assert.equal(held.endsAt, localInstant(later(endsAt), place.timeZone));
    assertRisen(held);
  });
  await story.check('Another room is at Onefit within 2 s', async (note) => {
    await save({ room: 'Garden' });
    assertRisen(
      await untilHeld(world, documentId, { fits: ({ room }) => room === 'Garden', note }),
    );
  });
  await story.check('Another capacity is at Onefit within 2 s', async (note) => {
    await save({ capacity: capacity + 5 });
    const held = await untilHeld(world, documentId, {
      fits: ({ totalSpots }) => totalSpots === capacity + 5,
      note,
    });
    assert.equal(held.availableSpots, capacity + 5);
    assertRisen(held);
  });
  await story.check('A new name of the activity is on all its sessions within 2 s', async () => {
    const name = 'Vinyasa Flow';
    await staff.save('activity', world.allowed.documentId, { name });
    world.allowed.name = name;
    await until(
      'all sessions to have the new name',
      async () => (await onefit.held(place.venueUuid)).every((held) => held.class.name === name),
      SOON_MS,
    );
  });
}
