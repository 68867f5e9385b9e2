import type { VenueInfo } from '../../api/version-info';

export interface Company {
  /** null for venues that belong to no company yet */
  uuid: string | null;
  name: string | null;
  venues: VenueInfo[];
}

/** Venues under their companies, in the order given. */
export function companiesOf(venues: VenueInfo[]): Company[] {
  const companies: Company[] = [];
  for (const venue of venues) {
    const known = companies.find(({ uuid }) => uuid === venue.companyUuid);
    if (known) known.venues.push(venue);
    else companies.push({ uuid: venue.companyUuid, name: venue.companyName, venues: [venue] });
  }
  return companies;
}

/** The ids as plain text, for a message to an aggregator's support. */
export function asMessage(companies: Company[]): string {
  return companies
    .map(({ name, uuid, venues }) =>
      [
        `Company: ${name ?? '-'}`,
        `Company UUID: ${uuid ?? '-'}`,
        ...venues.flatMap((venue) => [`Venue: ${venue.name}`, `Venue UUID: ${venue.uuid}`]),
      ].join('\n'),
    )
    .join('\n\n');
}
