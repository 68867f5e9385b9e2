import { linkRows, reconcileAt } from '../support/at-onefit';
import type { Report } from '../support/at-onefit';
import { makeActivity } from '../support/content';
import type { Doc } from '../support/content';
import { LinkedVenue } from '../support/linked-venue';
import { until } from '../support/wait';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const linked = LinkedVenue.forThisFile();
let activity: Doc;

jest.setTimeout(60_000);

beforeEach(async () => {
  await linked.begin();
  activity = await makeActivity(linked.venue.strapi, linked.place);
});

const onOnefit = (count = 1) => linked.onOnefit(activity, count);

async function synchronise(): Promise<Report> {
  const answer = await linked.staff.post('/onefit-aggregator/sync').expect(200);
  return answer.body as Report;
}

describe('by the clock', () => {
  it('Onefit is asked soon after the link was made, then by night, one minute a venue', async () => {
    await onOnefit();
    const made = linked.venue.clock.now().getTime();
    expect(await asked(() => reconcileAt(linked, made))).toBe(0);
    expect(await asked(() => reconcileAt(linked, made + 3 * MINUTE))).toBe(1);
    expect(await asked(() => reconcileAt(linked, made + 4 * MINUTE))).toBe(0);
    const [link] = await linkRows(linked);
    const night = new Date(link?.reconcile_at ?? 0);
    expect([1, 2, 3, 4]).toContain(night.getUTCHours());
    expect(await asked(() => reconcileAt(linked, night.getTime() - MINUTE))).toBe(0);
    // Signatures are stamped by the same clock, and Onefit's own stands still.
    linked.venue.clock.release();
    await moveNight(new Date(Date.now() - MINUTE));
    expect(await asked(() => reconcileAt(linked, Date.now()))).toBe(1);
    const [again] = await linkRows(linked);
    expect(new Date(again?.reconcile_at ?? 0).getUTCMinutes()).toBe(night.getUTCMinutes());
  });

  it('Onefit is not asked while the connection fails', async () => {
    await onOnefit();
    await moveNight(new Date(Date.now() - MINUTE));
    await linked.venue.strapi.db.connection('onefit_venue_links').update({
      failing_since: new Date(),
      next_attempt_at: new Date(Date.now() + DAY),
      error_code: 'http_503',
    });
    expect(await asked(() => reconcileAt(linked, Date.now()))).toBe(0);
    const { failures } = await synchronise();
    expect(failures).toEqual([expect.objectContaining({ code: 'http_503' })]);
  });

  it('one instance asks for a venue at a time', async () => {
    await onOnefit();
    await moveNight(new Date(Date.now() - MINUTE));
    await linked.venue.strapi.db.connection('onefit_leases').insert({
      document_id: 'another',
      name: `reconcile:${linked.place.venue.documentId}`,
      token: 'another',
      lease_until: new Date(Date.now() + MINUTE),
    });
    expect(await asked(() => reconcileAt(linked, Date.now()))).toBe(0);
  });
});

describe('the progress of a synchronisation', () => {
  const progress = async () =>
    (await linked.staff.get('/onefit-aggregator/sync').expect(200)).body as Record<string, unknown>;

  it('is there while it runs and afterwards', async () => {
    await onOnefit();
    expect(await progress()).toMatchObject({ state: 'never', startedAt: null });
    await linked.faults({ kind: 'latency', ms: 6_000, calls: ['sessions.get'] });
    const answer = await linked.staff.post('/onefit-aggregator/sync').expect(200);
    expect(answer.body).toMatchObject({ running: true, state: 'running', looked: 1, venues: 1 });
    const twice = await linked.staff.post('/onefit-aggregator/sync').expect(200);
    expect(twice.body).toMatchObject({ running: true });
    const done = await until(
      'the end',
      async () => {
        const now = await progress();
        return now.state === 'done' && now;
      },
      10_000,
    );
    expect(done).toMatchObject({ looked: 1, venues: 1, venuesDone: 1, held: 1, failures: [] });
    expect(Date.parse(String(done.finishedAt))).toBeGreaterThan(Date.parse(String(done.startedAt)));
  });

  it('says so when whoever did it is gone', async () => {
    await onOnefit();
    await synchronise();
    await linked.venue.strapi.db
      .connection('onefit_leases')
      .where({ name: 'synchronise' })
      .update({ token: 'gone', lease_until: new Date(Date.now() - 1), finished_at: null });
    expect(await progress()).toMatchObject({ state: 'interrupted', finishedAt: null });
    expect(await synchronise()).toMatchObject({ venuesDone: 1 });
  });
});

/** How often Onefit was asked what it holds while `work` was done. */
async function asked(work: () => Promise<unknown>): Promise<number> {
  const before = await linked.calls('sessions.get');
  await work();
  return (await linked.calls('sessions.get')) - before;
}

async function moveNight(reconcile_at: Date): Promise<void> {
  await linked.venue.strapi.db.connection('onefit_venue_links').update({ reconcile_at });
}
