import type { Connection } from '../../src/plugins/onefit-aggregator/server/src/connection-service';
import { makeActivity, makeAppointment } from '../support/content';
import { LinkedVenue } from '../support/linked-venue';
import { contentManager } from '../support/staff';

const linked = LinkedVenue.forThisFile();

jest.setTimeout(40_000);

test('what staff change while the project is being stopped is marked for who starts next', async () => {
  await linked.begin();
  const { strapi } = linked.venue;
  const { documentId } = await makeAppointment(
    linked.venue,
    await makeActivity(strapi, linked.place),
  );
  await linked.link();
  await linked.settled();
  // Strapi stops its plugins first, and its server of HTTP last.
  await strapi.plugin('onefit-aggregator').service<Connection>('connection').stop();
  await linked.staff.put(contentManager('appointment', documentId), { room: 'Late' }).expect(200);
  const record: unknown = await strapi.db
    .connection('onefit_sync_records')
    .where({ subject: documentId })
    .whereRaw('desired_version > acknowledged_version')
    .first('id');
  expect(record).toBeDefined();
});
