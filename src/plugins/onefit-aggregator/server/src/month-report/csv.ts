import Papa from 'papaparse';
import { FIGURES } from '../../../shared/month-report';
import type { MonthReport, ReportBooking } from '../../../shared/month-report';
import { CSV_TEXTS } from './csv-texts';
import type { ReportLanguage } from './csv-texts';
import { minuteIn } from './month';

/** Tells spreadsheets that the text is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

type Texts = (typeof CSV_TEXTS)[ReportLanguage];

/** Hundredths as a decimal number, `12.30` or `12,30`, without ever being one with a fraction. */
export function decimal(hundredths: number, mark: '.' | ','): string {
  return `${Math.floor(hundredths / 100)}${mark}${String(hundredths % 100).padStart(2, '0')}`;
}

function cells(booking: ReportBooking, texts: Texts, timeZone: string): string[] {
  const { appointment, externalId, customer, outcome, figures } = booking;
  const paid = figures.includes('checkIns') || figures.includes('paidNoShows');
  const said = (is: boolean) => (is ? texts.yes : texts.no);
  return [
    minuteIn(new Date(appointment.startsAt), timeZone),
    appointment.name,
    appointment.documentId,
    externalId ?? '',
    customer?.name ?? texts.erased,
    texts.outcomes[outcome],
    said(figures.includes('expected')),
    said(paid),
  ];
}

function totals({ figures, price, amount }: MonthReport, texts: Texts): string[][] {
  const counted = FIGURES.map((figure) => [texts.figures[figure], String(figures[figure])]);
  if (!price || !amount) return counted;
  const written = (hundredths: number) => decimal(hundredths, texts.decimalMark);
  return [
    ...counted,
    [texts.totals.price, written(price.priceCents)],
    [texts.totals.vatPercent, written(price.vatBasisPoints)],
    [texts.totals.net, written(amount.netCents)],
    [texts.totals.vat, written(amount.vatCents)],
    [texts.totals.gross, written(amount.grossCents)],
  ];
}

/**
 * A report as a spreadsheet in the reader's language: a line a booking, then the figures. Times are on
 * the venue's clock, whose zone the heading names. Cells that look like formulas become text.
 */
export function reportAsCsv(
  report: MonthReport,
  bookings: ReportBooking[],
  language: ReportLanguage,
): string {
  const texts = CSV_TEXTS[language];
  const { venue, month, isFinal } = report;
  const rows = [
    texts.columns.map((column) => column.replace('{zone}', venue.timeZone)),
    ...bookings.map((booking) => cells(booking, texts, venue.timeZone)),
    [],
    [texts.totals.venue, venue.name],
    [texts.totals.month, month],
    [texts.totals.final, isFinal ? texts.yes : texts.no],
    ...totals(report, texts),
  ];
  // Where a comma stands before the decimals, spreadsheets part cells by semicolons.
  const delimiter = texts.decimalMark === ',' ? ';' : ',';
  const lines = Papa.unparse(rows, { escapeFormulae: true, newline: '\r\n', delimiter });
  return `${BYTE_ORDER_MARK}${lines}\r\n`;
}
