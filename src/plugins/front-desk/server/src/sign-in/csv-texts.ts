import type { Language } from '../language';

interface CsvTexts {
  columns: string[];
  states: Record<string, string>;
  noProduct: string;
  /** what spreadsheets part cells by in the language */
  delimiter: ',' | ';';
}

/** The words of the spreadsheet; `{zone}` is the venue's. */
export const CSV_TEXTS: Record<Language, CsvTexts> = {
  en: {
    columns: [
      'Activity',
      'Start ({zone})',
      'Last name',
      'First name',
      'E-mail',
      'Phone',
      'Product',
      'State',
      'Booked at',
      'Changed at',
    ],
    states: {
      confirmed: 'Booked',
      checked_in: 'Present',
      no_show: 'No-show',
      cancelled: 'Cancelled',
      late_cancelled: 'Cancelled late',
      cancelled_by_venue: 'Cancelled by the venue',
    },
    noProduct: 'No product',
    delimiter: ',',
  },
  nl: {
    columns: [
      'Activiteit',
      'Begin ({zone})',
      'Achternaam',
      'Voornaam',
      'E-mail',
      'Telefoon',
      'Product',
      'Status',
      'Geboekt op',
      'Gewijzigd op',
    ],
    states: {
      confirmed: 'Geboekt',
      checked_in: 'Aanwezig',
      no_show: 'No-show',
      cancelled: 'Geannuleerd',
      late_cancelled: 'Laat geannuleerd',
      cancelled_by_venue: 'Geannuleerd door de locatie',
    },
    noProduct: 'Geen product',
    delimiter: ';',
  },
  de: {
    columns: [
      'Aktivität',
      'Beginn ({zone})',
      'Nachname',
      'Vorname',
      'E-Mail',
      'Telefon',
      'Produkt',
      'Status',
      'Gebucht am',
      'Geändert am',
    ],
    states: {
      confirmed: 'Gebucht',
      checked_in: 'Anwesend',
      no_show: 'Nicht erschienen',
      cancelled: 'Storniert',
      late_cancelled: 'Spät storniert',
      cancelled_by_venue: 'Vom Standort abgesagt',
    },
    noProduct: 'Kein Produkt',
    delimiter: ';',
  },
};
