import { FIGURES } from '../../../shared/month-report';
import type { Figure, MonthReport, ReportBooking } from '../../../shared/month-report';
import type { Trx } from '../venue/ports';
import { amountOf, byDay, countVisits, figure } from './figures';
import type { CountedVisit } from './figures';
import { monthOf } from './month';
import type { Month } from './month';
import { priceAhead, priceIn, pricesOf } from './prices';
import { readFacts } from './read-facts';
import type { ReportedBooking } from './read-facts';
import { visitsOf } from './visits';

/** The venue whose month it is. */
export interface ReportedVenue {
  documentId: string;
  name: string;
  timeZone: string;
}

interface Counted {
  month: Month;
  visits: CountedVisit[];
  bookings: Map<string, ReportedBooking>;
}

/** A venue by its document id; null when there is none. */
export async function findReportedVenue(trx: Trx, id: string): Promise<ReportedVenue | null> {
  const row: unknown = await trx('venues')
    .where({ document_id: id })
    .first({ documentId: 'document_id', name: 'name', timeZone: 'time_zone' });
  return (row as ReportedVenue | undefined) ?? null;
}

async function count(trx: Trx, venue: ReportedVenue, name: string, now: Date): Promise<Counted> {
  const month = monthOf(name, venue.timeZone);
  const facts = await readFacts(trx, venue.documentId, month);
  const visits = countVisits(visitsOf(facts, month.finalAt, now >= month.finalAt));
  return { month, visits, bookings: new Map(facts.map((fact) => [fact.documentId, fact])) };
}

/**
 * The report of a venue's month, from the kept history: once final it never changes.
 *
 * @param name `2026-11`
 */
export async function monthReport(
  trx: Trx,
  venue: ReportedVenue,
  name: string,
  now: Date,
): Promise<MonthReport> {
  const { month, visits } = await count(trx, venue, name, now);
  const figures = Object.fromEntries(FIGURES.map((each) => [each, figure(visits, each)])) as Record<
    Figure,
    number
  >;
  const prices = await pricesOf(trx, venue.documentId);
  const price = priceIn(prices, name);
  const isFinal = now >= month.finalAt;
  return {
    venue,
    month: name,
    finalAt: month.finalAt.toISOString(),
    isFinal,
    figures,
    days: byDay(visits, name, venue.timeZone),
    price,
    priceAhead: isFinal ? null : priceAhead(prices, name),
    amount: price && amountOf(figures.checkIns + figures.paidNoShows, price),
  };
}

function toBooking({ figures, outcome }: CountedVisit, facts: ReportedBooking): ReportBooking {
  return {
    documentId: facts.documentId,
    externalId: facts.externalId,
    appointment: {
      documentId: facts.appointment,
      name: facts.activity,
      startsAt: facts.startsAt.toISOString(),
    },
    customer: facts.customer,
    outcome,
    figures,
  };
}

/** The bookings behind a report, by start; those of one figure, or all that any figure counts. */
export async function reportBookings(
  trx: Trx,
  venue: ReportedVenue,
  name: string,
  only: Figure | null,
  now: Date,
): Promise<ReportBooking[]> {
  const { visits, bookings } = await count(trx, venue, name, now);
  return visits
    .filter(({ figures }) => (only === null ? figures.length > 0 : figures.includes(only)))
    .flatMap((visit) => {
      const facts = bookings.get(visit.facts.documentId);
      return facts ? [toBooking(visit, facts)] : [];
    });
}
