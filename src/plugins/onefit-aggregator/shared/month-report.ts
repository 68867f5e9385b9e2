/** What became of a booking of Onefit, as its invoice tells them apart; docs/month-report.md. */
export const VISIT_OUTCOMES = [
  'checked_in',
  'no_show',
  'late_cancelled',
  'late_refilled',
  'cancelled',
  'ended_by_venue',
  'open',
] as const;
export type VisitOutcome = (typeof VISIT_OUTCOMES)[number];

/** The figures of a report; each one is the number of bookings behind it. */
export const FIGURES = [
  'expected',
  'checkIns',
  'noShows',
  'lateCancels',
  'lateRefilled',
  'open',
  'unpaid',
  'paidNoShows',
] as const;
export type Figure = (typeof FIGURES)[number];

/** The price of a visit that a venue agreed with Onefit, from the first of a month on. */
export interface VisitPrice {
  /** `2026-11` */
  validFrom: string;
  /** without VAT */
  priceCents: number;
  /** hundredths of a percent: 900 is 9 % */
  vatBasisPoints: number;
}

/** What a month should bring, in cents. */
export interface Amount {
  /** check-ins and paid no-shows */
  visits: number;
  netCents: number;
  vatCents: number;
  grossCents: number;
}

/** One day of the month in the venue's zone. */
export interface ReportDay {
  /** `2026-11-30` */
  day: string;
  checkIns: number;
  noShows: number;
  lateCancels: number;
}

export interface MonthReport {
  venue: { documentId: string; name: string; timeZone: string };
  month: string;
  /** from when on nothing changes any more; ISO 8601, UTC */
  finalAt: string;
  isFinal: boolean;
  figures: Record<Figure, number>;
  days: ReportDay[];
  price: VisitPrice | null;
  /** what was entered ahead, from the next month on; null where nothing was, or the report is final */
  priceAhead: VisitPrice | null;
  amount: Amount | null;
}

/** A booking behind the figures. */
export interface ReportBooking {
  documentId: string;
  /** Onefit's id */
  externalId: string | null;
  appointment: { documentId: string; name: string; startsAt: string };
  /** null once the customer's data were erased */
  customer: { documentId: string; name: string } | null;
  outcome: VisitOutcome;
  figures: Figure[];
}
