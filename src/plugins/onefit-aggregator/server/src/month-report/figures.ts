import type { Amount, Figure, ReportDay, VisitPrice } from '../../../shared/month-report';
import { dayIn, daysOf } from './month';
import type { Visit } from './visits';

/** No-shows are paid only above this share of the expected visits, in percent. */
const UNPAID_PERCENT = 5;

const BASIS_POINTS = 10_000;

/** A visit with the figures that count it. */
export interface CountedVisit extends Visit {
  figures: Figure[];
}

function countsAsNoShow({ outcome }: Visit): boolean {
  return outcome === 'no_show' || outcome === 'late_cancelled';
}

function inOrder(one: Visit, other: Visit): number {
  return (
    one.facts.startsAt.getTime() - other.facts.startsAt.getTime() ||
    (one.facts.documentId < other.facts.documentId ? -1 : 1)
  );
}

function figuresOf(visit: Visit, unpaid: ReadonlySet<Visit>): Figure[] {
  const { outcome, expected } = visit;
  const figures: Figure[] = expected ? ['expected'] : [];
  if (outcome === 'checked_in') figures.push('checkIns');
  if (outcome === 'no_show') figures.push('noShows');
  if (outcome === 'late_cancelled') figures.push('lateCancels');
  if (outcome === 'late_refilled') figures.push('lateRefilled');
  if (outcome === 'open') figures.push('open');
  if (countsAsNoShow(visit)) figures.push(unpaid.has(visit) ? 'unpaid' : 'paidNoShows');
  return figures;
}

/** Says of each visit which figures count it; the first no-shows of the month are the unpaid ones. */
export function countVisits(visits: Visit[]): CountedVisit[] {
  const expected = visits.filter((visit) => visit.expected).length;
  const unpaidAtMost = Math.floor((expected * UNPAID_PERCENT) / 100);
  const ordered = [...visits].sort(inOrder);
  const unpaid = new Set(ordered.filter(countsAsNoShow).slice(0, unpaidAtMost));
  return ordered.map((visit) => ({ ...visit, figures: figuresOf(visit, unpaid) }));
}

/** How many visits a figure counts. */
export function figure(visits: CountedVisit[], name: Figure): number {
  return visits.filter(({ figures }) => figures.includes(name)).length;
}

/** The visits by day of the month, in the venue's zone; days without any too. */
export function byDay(visits: CountedVisit[], month: string, timeZone: string): ReportDay[] {
  const days = new Map(
    daysOf(month).map((day) => [day, { day, checkIns: 0, noShows: 0, lateCancels: 0 }]),
  );
  for (const { facts, figures } of visits) {
    const day = days.get(dayIn(facts.startsAt, timeZone));
    if (!day) continue;
    if (figures.includes('checkIns')) day.checkIns += 1;
    if (figures.includes('noShows')) day.noShows += 1;
    if (figures.includes('lateCancels')) day.lateCancels += 1;
  }
  return [...days.values()];
}

/** What so many visits cost, in whole cents; the VAT is rounded once, half a cent up. */
export function amountOf(visits: number, { priceCents, vatBasisPoints }: VisitPrice): Amount {
  const netCents = visits * priceCents;
  const vatCents = Math.floor((netCents * vatBasisPoints + BASIS_POINTS / 2) / BASIS_POINTS);
  return { visits, netCents, vatCents, grossCents: netCents + vatCents };
}
