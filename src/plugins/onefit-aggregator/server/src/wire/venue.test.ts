import { venueSchema } from './schemas/venue';
import { toVenue } from './venue';

const view = {
  id: '3f0c1a52-6a3e-4a53-9d0c-0d5f8f1f7a11',
  companyId: '0b7e7c1e-52a5-4b0e-9a52-6b1de6f4c5d2',
  name: 'Studio West',
  timeZone: 'Europe/Amsterdam',
};

it('a venue that Onefit has not linked is pending', () => {
  const venue = toVenue({ ...view, link: null });
  expect(venue).toEqual({
    ...view,
    link: { status: 'pending', onefitVenueId: null, linkedAt: null },
  });
  expect(venueSchema.parse(venue)).toEqual(venue);
});

it('a linked venue says as what and since when', () => {
  const link = { onefitVenueId: 'onefit-77', linkedAt: new Date('2026-11-22T06:00:00Z') };
  const venue = toVenue({ ...view, link });
  expect(venue.link).toEqual({
    status: 'linked',
    onefitVenueId: 'onefit-77',
    linkedAt: '2026-11-22T06:00:00Z',
  });
  expect(venueSchema.parse(venue)).toEqual(venue);
});
