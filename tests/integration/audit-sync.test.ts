import { makeActivity } from '../support/content';
import { LinkedVenue } from '../support/linked-venue';

interface Connection {
  audit(): Promise<Array<{ kind: string; subject: string }>>;
}

const linked = LinkedVenue.forThisFile();
let session: string;

jest.setTimeout(40_000);

const knex = () => linked.venue.strapi.db.connection;

beforeEach(async () => {
  await linked.begin();
  const activity = await makeActivity(linked.venue.strapi, linked.place);
  [session] = await linked.onOnefit(activity);
  // Another instance sweeps, so that nothing is mended while it is looked at.
  const now = new Date();
  const until = new Date(now.getTime() + 60 * 60_000);
  await knex()('onefit_leases').where({ name: 'sweep' }).delete();
  await knex()('onefit_leases').insert({
    ...{ document_id: 'sweep', name: 'sweep', token: 'another', lease_until: until },
    ...{ created_at: now, updated_at: now, published_at: now },
  });
});

function audit() {
  const plugin = linked.venue.strapi.plugin('onefit-aggregator');
  return plugin.service<Connection>('connection').audit();
}

describe('the audit of what Onefit knows', () => {
  it('finds nothing where Onefit has what it should, or is about to', async () => {
    expect(await audit()).toEqual([]);
    await linked.faults({ kind: 'status', status: 500 });
    await linked.venue.strapi
      .documents('api::appointment.appointment')
      .update({ documentId: session, data: { room: 'Upstairs' } as never });
    expect(await linked.connection()).toMatchObject({ waiting: 1 });
    expect(await audit()).toEqual([]);
  });

  it('finds a session that differs from what Onefit acknowledged', async () => {
    await knex()('appointments').where({ document_id: session }).update({ room: 'Elsewhere' });
    expect(await audit()).toMatchObject([{ kind: 'sync_differs', subject: session }]);
  });

  it('finds a session that is gone, and of which Onefit was not told', async () => {
    await knex()('appointments').where({ document_id: session }).delete();
    expect(await audit()).toMatchObject([{ kind: 'sync_orphan', subject: session }]);
  });

  it('finds an answer to a version that never was', async () => {
    const { desired_version: version } = await linked.record(session);
    await linked.changeRecord(session, { acknowledged_version: version + 1 });
    expect(await audit()).toContainEqual(
      expect.objectContaining({ kind: 'sync_version', subject: session }),
    );
  });

  it('finds the link of a venue that is gone', async () => {
    await knex()('venues').delete();
    expect(await audit()).toContainEqual(expect.objectContaining({ kind: 'link_orphan' }));
  });
});
