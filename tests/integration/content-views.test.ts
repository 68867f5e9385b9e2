import { makeDatabase } from '../support/database';
import { contentManager, signInStaff } from '../support/staff';
import type { Staff } from '../support/staff';
import { startVenue } from '../support/strapi';
import type { RunningVenue } from '../support/strapi';

interface Configuration {
  uid: string;
  settings: Record<string, unknown>;
  metadatas: Record<string, { edit: Record<string, unknown>; list: Record<string, unknown> }>;
  layouts: { list: string[]; edit: Array<Array<{ name: string; size: number }>> };
}

let venue: RunningVenue;
let owner: Staff;

beforeAll(async () => {
  venue = await startVenue({}, await makeDatabase());
  owner = await signInStaff(venue);
}, 60_000);

afterAll(() => venue.stop());

const address = (type: string) =>
  `/content-manager/content-types/api::${type}.${type}/configuration`;

async function configuration(type: string): Promise<Configuration> {
  const answer = await owner.get(address(type)).expect(200);
  return (answer.body as { data: { contentType: Configuration } }).data.contentType;
}

describe('the content manager after the first start', () => {
  it('lists what a venue looks for, in an order that makes sense, with words for labels', async () => {
    const { settings, metadatas, layouts } = await configuration('appointment');
    expect(layouts.list.slice(0, 2)).toEqual(['title', 'state']);
    expect(settings).toMatchObject({ defaultSortBy: 'startsAt', defaultSortOrder: 'DESC' });
    expect(metadatas.booked).toMatchObject({
      edit: { label: 'Booked', editable: false },
      list: { label: 'Booked' },
    });
    expect(metadatas.activity?.edit).toMatchObject({ mainField: 'name' });
  });

  it('shows no technical field, nor a type that nobody edits', async () => {
    const { metadatas, layouts } = await configuration('appointment');
    const shown = [...Object.keys(metadatas), ...layouts.edit.flat().map(({ name }) => name)];
    for (const technical of ['activityKey', 'venueKey', 'seriesKey', 'changedByStaff']) {
      expect(shown).not.toContain(technical);
    }
    const answer = await owner.get('/content-manager/init').expect(200);
    const { data } = answer.body as {
      data: { contentTypes: Array<{ uid: string; isDisplayed: boolean }> };
    };
    const displayed = data.contentTypes.filter((type) => type.isDisplayed).map(({ uid }) => uid);
    const types = ['activity', 'appointment', 'booking', 'company', 'customer', 'product', 'venue'];
    expect(displayed.sort()).toEqual(
      [...types, 'customer-aggregator-id'].map((type) => `api::${type}.${type}`).sort(),
    );
  });

  it('names customers in full in the pickers of bookings', async () => {
    const made = await owner
      .post(contentManager('customer'), { firstName: 'Ada', lastName: 'King', name: 'Nonsense' })
      .expect(201);
    const { documentId } = (made.body as { data: { documentId: string } }).data;
    await owner.put(contentManager('customer', documentId), { lastName: 'Lovelace' }).expect(200);
    const found = await owner
      .get('/content-manager/relations/api::booking.booking/customer?_q=Lovelace')
      .expect(200);
    expect((found.body as { results: object[] }).results).toMatchObject([
      { documentId, name: 'Ada Lovelace' },
    ]);
  });

  it('keeps what staff arranged themselves over the next start', async () => {
    const { settings, metadatas: all, layouts } = await configuration('customer');
    // Who made and changed an entry is nobody's to configure.
    const { createdBy, updatedBy, ...metadatas } = all;
    expect([createdBy, updatedBy]).not.toContain(undefined);
    await owner
      .put(address('customer'), {
        settings: { ...settings, pageSize: 50 },
        metadatas: {
          ...metadatas,
          name: { ...metadatas.name, edit: { ...metadatas.name?.edit, label: 'Studio' } },
        },
        layouts: { ...layouts, list: ['lastName', 'firstName', 'phone', 'note'] },
      })
      .expect(200);
    await venue.strapi.destroy();
    venue = await startVenue({}, venue.database);
    owner = await signInStaff(venue);
    const after = await configuration('customer');
    expect(after.settings).toMatchObject({ pageSize: 50 });
    expect(after.metadatas.name?.edit).toMatchObject({ label: 'Studio' });
    expect(after.layouts.list).toEqual(['lastName', 'firstName', 'phone', 'note']);
  }, 60_000);

  it('makes no failed request for features that nobody bought', async () => {
    const asked = await owner.get('/admin/ai-feature-config').expect(200);
    expect(asked.body).toEqual({
      data: { isAiI18nConfigured: false, isAiMediaLibraryConfigured: false },
    });
    await owner
      .get('/i18n/ai-localization-jobs/collection-types/api::product.product/x')
      .expect(200);
    await owner.get('/admin/ai-nothing').expect(404);
  });
});
