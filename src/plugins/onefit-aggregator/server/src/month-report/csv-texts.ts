import type { Figure, VisitOutcome } from '../../../shared/month-report';

/** The languages that a report can be written in. */
export const REPORT_LANGUAGES = ['en', 'nl', 'de'] as const;
export type ReportLanguage = (typeof REPORT_LANGUAGES)[number];

interface CsvTexts {
  /** a line a booking; `{zone}` is the venue's */
  columns: string[];
  outcomes: Record<VisitOutcome, string>;
  figures: Record<Figure, string>;
  /** what stands where a name stood */
  erased: string;
  yes: string;
  no: string;
  /** what stands before the decimals of an amount */
  decimalMark: '.' | ',';
  totals: {
    venue: string;
    month: string;
    final: string;
    price: string;
    vatPercent: string;
    net: string;
    vat: string;
    gross: string;
  };
}

/** The words of the report's file, the same as the panel's. */
export const CSV_TEXTS: Record<ReportLanguage, CsvTexts> = {
  en: {
    columns: [
      'Start ({zone})',
      'Activity',
      'ID of the appointment',
      'Onefit’s ID of the booking',
      'Customer',
      'What came of it',
      'Expected visit',
      'Paid',
    ],
    outcomes: {
      checked_in: 'Checked in',
      no_show: 'No-show',
      late_cancelled: 'Cancelled late',
      late_refilled: 'Cancelled late, refilled',
      cancelled: 'Cancelled in time',
      ended_by_venue: 'Ended by the venue',
      open: 'Still open',
    },
    figures: {
      expected: 'Expected visits',
      checkIns: 'Check-ins',
      noShows: 'No-shows',
      lateCancels: 'Late cancellations',
      lateRefilled: 'Refilled',
      open: 'Still open',
      unpaid: 'Unpaid no-shows',
      paidNoShows: 'Paid no-shows',
    },
    erased: 'erased',
    yes: 'yes',
    no: 'no',
    decimalMark: '.',
    totals: {
      venue: 'Venue',
      month: 'Month',
      final: 'Final',
      price: 'Price of a visit (EUR)',
      vatPercent: 'VAT in percent',
      net: 'Net (EUR)',
      vat: 'VAT (EUR)',
      gross: 'Gross (EUR)',
    },
  },
  nl: {
    columns: [
      'Begin ({zone})',
      'Activiteit',
      'ID van de afspraak',
      'ID van de boeking bij Onefit',
      'Klant',
      'Wat ervan kwam',
      'Verwacht bezoek',
      'Betaald',
    ],
    outcomes: {
      checked_in: 'Ingecheckt',
      no_show: 'No-show',
      late_cancelled: 'Laat geannuleerd',
      late_refilled: 'Laat geannuleerd, opnieuw gevuld',
      cancelled: 'Op tijd geannuleerd',
      ended_by_venue: 'Door de locatie beëindigd',
      open: 'Nog open',
    },
    figures: {
      expected: 'Verwachte bezoeken',
      checkIns: 'Check-ins',
      noShows: 'No-shows',
      lateCancels: 'Late annuleringen',
      lateRefilled: 'Opnieuw gevuld',
      open: 'Nog open',
      unpaid: 'Onbetaalde no-shows',
      paidNoShows: 'Betaalde no-shows',
    },
    erased: 'gewist',
    yes: 'ja',
    no: 'nee',
    decimalMark: ',',
    totals: {
      venue: 'Locatie',
      month: 'Maand',
      final: 'Definitief',
      price: 'Prijs per bezoek (EUR)',
      vatPercent: 'Btw in procenten',
      net: 'Netto (EUR)',
      vat: 'Btw (EUR)',
      gross: 'Bruto (EUR)',
    },
  },
  de: {
    columns: [
      'Beginn ({zone})',
      'Aktivität',
      'ID des Termins',
      'ID der Buchung bei Onefit',
      'Kunde',
      'Was daraus wurde',
      'Erwarteter Besuch',
      'Bezahlt',
    ],
    outcomes: {
      checked_in: 'Eingecheckt',
      no_show: 'Nicht erschienen',
      late_cancelled: 'Spät storniert',
      late_refilled: 'Spät storniert, wieder besetzt',
      cancelled: 'Rechtzeitig storniert',
      ended_by_venue: 'Vom Standort beendet',
      open: 'Noch offen',
    },
    figures: {
      expected: 'Erwartete Besuche',
      checkIns: 'Check-ins',
      noShows: 'Nicht erschienen',
      lateCancels: 'Späte Stornierungen',
      lateRefilled: 'Wieder besetzt',
      open: 'Noch offen',
      unpaid: 'Unbezahltes Nichterscheinen',
      paidNoShows: 'Bezahltes Nichterscheinen',
    },
    erased: 'gelöscht',
    yes: 'ja',
    no: 'nein',
    decimalMark: ',',
    totals: {
      venue: 'Standort',
      month: 'Monat',
      final: 'Endgültig',
      price: 'Preis je Besuch (EUR)',
      vatPercent: 'MwSt. in Prozent',
      net: 'Netto (EUR)',
      vat: 'MwSt. (EUR)',
      gross: 'Brutto (EUR)',
    },
  },
};
