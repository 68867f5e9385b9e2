import { monthAfter } from './months';
import { reportFileName } from './report-file';

describe('the name of a report', () => {
  it('says which venue and which month it is', () => {
    expect(reportFileName('Studio Noord Centrum', '2026-11')).toBe(
      'Onefit Studio Noord Centrum 2026-11.csv',
    );
    expect(reportFileName('Zoë’s Küche', '2026-11')).toBe('Onefit Zoë’s Küche 2026-11.csv');
  });

  it('is one that can be saved and leads into no folder, whatever the venue is called', () => {
    expect(reportFileName('../West / "Oost"\r\n', '2026-11')).toBe(
      'Onefit .. West Oost 2026-11.csv',
    );
    expect(reportFileName('???', '2026-11')).toBe('Onefit 2026-11.csv');
  });
});

it('a year ends with December', () => {
  expect([monthAfter('2026-09'), monthAfter('2026-12')]).toEqual(['2026-10', '2027-01']);
});
