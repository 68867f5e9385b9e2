import { FIGURES, VISIT_OUTCOMES } from '../../../shared/month-report';
import type { MonthReport, ReportBooking } from '../../../shared/month-report';
import { decimal, reportAsCsv } from './csv';
import { CSV_TEXTS, REPORT_LANGUAGES } from './csv-texts';
import type { ReportLanguage } from './csv-texts';

const REPORT: MonthReport = {
  venue: { documentId: 'v1', name: 'Zoë’s Küche', timeZone: 'Europe/Amsterdam' },
  month: '2026-11',
  finalAt: '2026-12-03T23:00:00.000Z',
  isFinal: true,
  figures: {
    expected: 4,
    checkIns: 2,
    noShows: 1,
    lateCancels: 1,
    lateRefilled: 1,
    open: 0,
    unpaid: 0,
    paidNoShows: 2,
  },
  days: [],
  price: { validFrom: '2026-11', priceCents: 833, vatBasisPoints: 900 },
  priceAhead: null,
  amount: { visits: 4, netCents: 3332, vatCents: 300, grossCents: 3632 },
};

const BOOKING: ReportBooking = {
  documentId: 'b1',
  externalId: 'of-1',
  appointment: { documentId: 'a1', name: 'Zumba', startsAt: '2026-11-10T18:00:00.000Z' },
  customer: { documentId: 'c1', name: 'Zoë Jansen' },
  outcome: 'late_cancelled',
  figures: ['expected', 'lateCancels', 'paidNoShows'],
};

function linesOf(language: ReportLanguage, booking: Partial<ReportBooking> = {}) {
  return reportAsCsv(REPORT, [{ ...BOOKING, ...booking }], language).split('\r\n');
}

describe('a report as a spreadsheet', () => {
  it('begins with the mark by which spreadsheets know UTF-8, and its umlauts stay', () => {
    const text = reportAsCsv(REPORT, [BOOKING], 'de');
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text).toContain('Standort;Zoë’s Küche');
  });

  it('has the times on the clock of the venue, whose zone is named', () => {
    const [head, line] = linesOf('en');
    expect(head).toContain('Start (Europe/Amsterdam)');
    expect(line).toBe('2026-11-10 19:00,Zumba,a1,of-1,Zoë Jansen,Cancelled late,yes,yes');
  });

  it('speaks the language that is asked for, and writes amounts as one does in it', () => {
    expect(linesOf('en')).toEqual(expect.arrayContaining(['Net (EUR),33.32', 'Final,yes']));
    expect(linesOf('nl')).toEqual(
      expect.arrayContaining([
        '2026-11-10 19:00;Zumba;a1;of-1;Zoë Jansen;Laat geannuleerd;ja;ja',
        'Netto (EUR);33,32',
        'Betaalde no-shows;2',
      ]),
    );
    expect(linesOf('de')).toEqual(
      expect.arrayContaining([
        '2026-11-10 19:00;Zumba;a1;of-1;Zoë Jansen;Spät storniert;ja;ja',
        'MwSt. (EUR);3,00',
        'Brutto (EUR);36,32',
        'Endgültig;ja',
      ]),
    );
  });

  it('has as many columns, outcomes and figures in every language', () => {
    for (const language of REPORT_LANGUAGES) {
      const { columns, outcomes, figures } = CSV_TEXTS[language];
      expect(columns).toHaveLength(CSV_TEXTS.en.columns.length);
      expect(columns.filter((column) => column.includes('{zone}'))).toHaveLength(1);
      expect(Object.keys(outcomes).sort()).toEqual([...VISIT_OUTCOMES].sort());
      expect(Object.keys(figures).sort()).toEqual([...FIGURES].sort());
    }
  });

  it('names nobody whose data were erased, and counts no price where there is none', () => {
    expect(linesOf('nl', { customer: null })[1]).toContain(';gewist;');
    const text = reportAsCsv({ ...REPORT, price: null, amount: null }, [], 'en');
    expect(text).not.toContain('EUR');
  });

  it('runs nothing that somebody wrote into a name', () => {
    const [, line] = linesOf('en', { customer: { documentId: 'c1', name: '=HYPERLINK("x")' } });
    expect(line).not.toContain(',=HYPERLINK');
    expect(line).toContain("'=HYPERLINK");
  });
});

it('an amount has two decimals, whatever a fraction would make of it', () => {
  expect([0, 5, 100, 110, 2724, 109_000_000_001].map((cents) => decimal(cents, '.'))).toEqual([
    '0.00',
    '0.05',
    '1.00',
    '1.10',
    '27.24',
    '1090000000.01',
  ]);
  expect(decimal(3332, ',')).toBe('33,32');
});
