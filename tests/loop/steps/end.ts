import assert from 'node:assert/strict';
import { until } from '../../support/wait';
import type { Story } from '../story';
import { SOON_MS } from '../world';
import type { World } from '../world';

/** The order is ended, and a last look at how both sides behaved. */
export async function endTheOrder(story: Story, world: World): Promise<void> {
  const { staff, onefit, place } = world;
  story.chapter('The end');
  await story.check('Both sides agree on every coming session', async () => {
    await until(
      'both sides to agree',
      async () => {
        const path = `/venues/${place.venueUuid}/compare`;
        const { differing } = await onefit.control<{ differing: unknown[] }>('POST', path);
        return differing.length === 0;
      },
      SOON_MS,
    );
  });
  await story.check('Staff end the order: nothing is offered any more', async () => {
    await staff.delete('/onefit-aggregator/extension-order');
    await until(
      'all sessions to be withdrawn',
      async () => {
        const held = await onefit.held(place.venueUuid);
        return held.every(({ status }) => status !== 'scheduled');
      },
      SOON_MS,
    );
  });
  await story.check('No version fell, and nothing cancelled came back', async () => {
    const { violations } = await onefit.control<{ violations: unknown[] }>('GET', '/state');
    assert.deepEqual(violations, []);
  });
}
