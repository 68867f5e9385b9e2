import { VENUE_LINKS, EXTENSION_ORDERS } from '../tables';
import { ACTIVE } from '../market/active-order';
import { dialectOf } from './dialect';
import type { Question, StoredInstant, Trx } from './ports';

/** A venue as Onefit knows it, with its company, its link and whether the extension is ordered. */
export interface LinkedVenue {
  /** document id */
  venueKey: string;
  uuid: string;
  name: string;
  timeZone: string;
  companyUuid: string | null;
  onefitVenueId: string | null;
  linkedAt: StoredInstant | null;
  orderId: number | null;
}

/** A venue's ids, as staff hand them to Onefit's support. */
export interface VenueIds {
  documentId: string;
  name: string;
  uuid: string;
  /** IANA */
  timeZone: string;
  companyName: string | null;
  companyUuid: string | null;
}

function withCompany(trx: Trx) {
  return trx({ venue: 'venues' })
    .leftJoin({ owned: 'venues_company_lnk' }, 'owned.venue_id', 'venue.id')
    .leftJoin({ company: 'companies' }, 'company.id', 'owned.company_id');
}

function byUuid(trx: Trx, uuid: string) {
  return withCompany(trx)
    .leftJoin({ link: VENUE_LINKS }, 'link.venue_key', 'venue.document_id')
    .leftJoin({ placed: EXTENSION_ORDERS }, (on) => {
      on.on('placed.active_key', '=', trx.raw('?', [ACTIVE]));
    })
    .where('venue.uuid', uuid.toLowerCase())
    .first({
      venueKey: 'venue.document_id',
      uuid: 'venue.uuid',
      name: 'venue.name',
      timeZone: 'venue.time_zone',
      companyUuid: 'company.uuid',
      onefitVenueId: 'link.onefit_venue_id',
      linkedAt: 'link.linked_at',
      orderId: 'placed.id',
    });
}

/** Asked by every request: PostgreSQL plans it once a connection. */
const NAME = 'onefit-venue';

/** The venue of a Venue UUID; null when there is none. */
export async function findVenue(trx: Trx, uuid: string): Promise<LinkedVenue | null> {
  const row: unknown = await byUuid(trx, uuid).options({ name: NAME });
  return (row as LinkedVenue | undefined) ?? null;
}

/** Stands for the Venue UUID among the values of {@link templates}. */
const ANY_VENUE = 'any';

/** The question as each database writes it, put together once. */
const templates = new Map<string, Question>();

function templateFor(trx: Trx): Question {
  const dialect = dialectOf(trx);
  const known = templates.get(dialect);
  if (known) return known;
  const { sql, bindings } = byUuid(trx, ANY_VENUE).toSQL();
  const made = { name: NAME, sql, bindings };
  templates.set(dialect, made);
  return made;
}

/** The same question, to be asked together with another one. */
export function askingForVenue(trx: Trx, uuid: string): Question {
  const { name, sql, bindings } = templateFor(trx);
  const values = bindings.map((value) => (value === ANY_VENUE ? uuid.toLowerCase() : value));
  return { name, sql, bindings: values };
}

/** The venue in what answered {@link askingForVenue}; null when there is none. */
export function venueIn(asked: Record<string, unknown>): LinkedVenue | null {
  return asked.venueKey === null ? null : (asked as unknown as LinkedVenue);
}

/** All venues with the ids that Onefit's support asks for, by name. */
export async function listVenues(trx: Trx): Promise<VenueIds[]> {
  return withCompany(trx).orderBy('venue.name').select<VenueIds[]>({
    documentId: 'venue.document_id',
    name: 'venue.name',
    uuid: 'venue.uuid',
    timeZone: 'venue.time_zone',
    companyName: 'company.name',
    companyUuid: 'company.uuid',
  });
}
