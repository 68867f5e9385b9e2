import assert from 'node:assert/strict';
import { until } from '../../support/wait';
import { untilHeld } from '../arrival';
import { pick } from '../schedule';
import type { Story } from '../story';
import type { World } from '../world';

/** Back-off begins at 5 s and doubles: a short outage is over for everybody after this. */
const BACK_MS = 40_000;

interface SessionState {
  state: string;
  reason: string;
}

/** Onefit is away while staff work; everything is there when it is back. */
export async function whileOnefitIsAway(story: Story, world: World): Promise<void> {
  const { staff, onefit } = world;
  const edited = await pick(world, 14);
  const moved = await pick(world, 16);
  const cancelled = await pick(world, 18);

  story.chapter('Onefit is away for a while');
  await story.step('It stops', () => onefit.stop());
  await story.step('Staff go on: a room, a time, a cancellation', async () => {
    await staff.save('appointment', edited.documentId, { room: 'Cellar' });
    await staff.save('appointment', edited.documentId, { room: 'Attic' });
    const shifted = Date.parse(moved.endsAt) + 15 * 60_000;
    await staff.save('appointment', moved.documentId, { endsAt: new Date(shifted).toISOString() });
    await staff.post(`/front-desk/appointments/${cancelled.documentId}/cancel`, {
      reason: 'No heating',
      confirm: true,
    });
  });
  await story.check('Staff see that these wait, and why', async () => {
    await until('the session to wait for the connection', async () => {
      const route = `/onefit-aggregator/sessions/${edited.documentId}`;
      const { state, reason } = await staff.get<SessionState>(route);
      return state === 'waiting' && reason === 'connection_down';
    });
  });
  await story.step('It is back, and gets them all', async (note) => {
    await onefit.start();
    const withinMs = BACK_MS;
    const quiet = () => undefined;
    await untilHeld(world, cancelled.documentId, {
      fits: ({ status }) => status === 'cancelled',
      note,
      withinMs,
    });
    await untilHeld(world, edited.documentId, {
      fits: ({ room }) => room === 'Attic',
      note: quiet,
      withinMs,
    });
    const wanted = Date.parse(moved.endsAt) + 15 * 60_000;
    await untilHeld(world, moved.documentId, {
      fits: ({ endsAt }) => Date.parse(endsAt) === wanted,
      note: quiet,
      withinMs,
    });
  });
  await story.check('The connection is sound again', async () => {
    const { venues } = await staff.get<{ venues: Array<{ state: string; waiting: number }> }>(
      '/onefit-aggregator/status',
    );
    assert.deepEqual(
      venues.map(({ state, waiting }) => [state, waiting]),
      [['working', 0]],
    );
  });
}
