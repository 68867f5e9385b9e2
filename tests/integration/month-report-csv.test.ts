import { codeOf } from '../support/refused';
import { staffSuite } from '../support/staff-suite';

const suite = staffSuite('studio-manager', '2026-12-10T12:00:00Z');

const path = (rest = '') =>
  `/onefit-aggregator/month-report.csv?venue=${suite.place.venue.documentId}&month=2026-11${rest}`;

/** The first words of the lines that tell the figures, and the heading. */
async function read(language?: string): Promise<string[]> {
  const asked = language === undefined ? '' : `&language=${language}`;
  const answer = await suite.staff.get(path(asked)).expect(200);
  return answer.text.replace(/^\uFEFF/, '').split('\r\n');
}

describe('the file of a month report', () => {
  it.each([
    ['en', 'Start (Europe/Amsterdam),Activity,', 'Expected visits,0', 'Final,yes'],
    ['nl', 'Begin (Europe/Amsterdam);Activiteit;', 'Verwachte bezoeken;0', 'Definitief;ja'],
    ['de', 'Beginn (Europe/Amsterdam);Aktivität;', 'Erwartete Besuche;0', 'Endgültig;ja'],
  ])('speaks %s', async (language, head, figure, final) => {
    const lines = await read(language);
    expect(lines[0]?.startsWith(head)).toBe(true);
    expect(lines).toEqual(expect.arrayContaining([figure, final]));
  });

  it('speaks English where no language is asked for, and refuses one that it does not speak', async () => {
    expect((await read())[0]).toContain('Start (Europe/Amsterdam)');
    expect(await codeOf(suite.staff.get(path('&language=fr')))).toBe('invalid_request');
  });

  it('is UTF-8 and says so, and is named after the venue and the month', async () => {
    const { documentId } = suite.place.venue;
    const venues = suite.venue.strapi.db.connection('venues');
    await venues.where({ document_id: documentId }).update({ name: 'Zoë’s / Küche' });
    const answer = await suite.staff.get(path('&language=de')).responseType('blob').expect(200);
    const bytes = answer.body as Buffer;
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.toString('utf8')).toContain('Standort;Zoë’s / Küche');
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toContain(
      "filename*=UTF-8''Onefit%20Zo%C3%AB%E2%80%99s%20K%C3%BCche%202026-11.csv",
    );
  });
});
