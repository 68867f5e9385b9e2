import { emptyTables, makePlace } from '../support/content';
import { signInStaff } from '../support/staff';
import { startVenue } from '../support/strapi';
import type { RunningVenue } from '../support/strapi';

let venue: RunningVenue;

beforeAll(async () => {
  venue = await startVenue();
}, 60_000);

afterAll(() => venue.stop());

describe('Version & Info', () => {
  it('gives the ids that an aggregator’s support asks for, and what runs here', async () => {
    await emptyTables(venue.strapi);
    const place = await makePlace(venue.strapi);
    const staff = await signInStaff(venue);
    const { body } = await staff.get('/front-desk/version-info').expect(200);
    expect(body).toEqual({
      venues: [
        {
          documentId: place.venue.documentId,
          name: 'Centrum',
          uuid: place.venue.uuid,
          timeZone: 'Europe/Amsterdam',
          companyName: 'Studio Noord B.V.',
          companyUuid: place.company.uuid,
        },
      ],
      versions: {
        project: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
        plugins: [
          { name: 'Front desk', version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string },
          { name: 'Onefit', version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string },
        ],
        strapi: expect.stringMatching(/^5\.\d+\.\d+$/) as string,
        node: process.versions.node,
        database: expect.stringMatching(/^(sqlite|postgres|mysql|mariadb) \d+(\.\d+)+$/) as string,
      },
    });
  });
});
