import Papa from 'papaparse';
import type { MonthReport, ReportBooking } from '../../../shared/month-report';

const COLUMNS = [
  'startsAt',
  'activity',
  'appointment',
  'booking',
  'customer',
  'outcome',
  'expected',
  'paid',
] as const;

/** What stands where a name stood. */
const ERASED = 'erased';

function cells({ appointment, externalId, customer, outcome, figures }: ReportBooking) {
  return [
    appointment.startsAt,
    appointment.name,
    appointment.documentId,
    externalId,
    customer?.name ?? ERASED,
    outcome,
    figures.includes('expected'),
    figures.includes('checkIns') || figures.includes('paidNoShows'),
  ];
}

/** Cents as a decimal number, `12.30`, without ever being one with a fraction. */
export function euros(cents: number): string {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
}

function totals({ figures, price, amount }: MonthReport) {
  const counted = Object.entries(figures).map(([name, value]) => [name, value]);
  if (!price || !amount) return counted;
  return [
    ...counted,
    ['pricePerVisit', euros(price.priceCents)],
    ['vatPercent', euros(price.vatBasisPoints)],
    ['net', euros(amount.netCents)],
    ['vat', euros(amount.vatCents)],
    ['gross', euros(amount.grossCents)],
  ];
}

/** A report as CSV: a line a booking, then the figures. Cells that look like formulas become text. */
export function reportAsCsv(report: MonthReport, bookings: ReportBooking[]): string {
  const rows = [
    [...COLUMNS],
    ...bookings.map(cells),
    [],
    ['venue', report.venue.name],
    ['month', report.month],
    ['final', report.isFinal],
    ...totals(report),
  ];
  return `${Papa.unparse(rows, { escapeFormulae: true, newline: '\r\n' })}\r\n`;
}
