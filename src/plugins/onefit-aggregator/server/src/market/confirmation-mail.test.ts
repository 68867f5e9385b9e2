import type { VenueIds } from '../venue/venues';
import { composeConfirmation } from './confirmation-mail';
import { CONFIRMATION_TEXTS } from './confirmation-texts';

const PANEL = 'https://venue.example/admin';

const centrum: VenueIds = {
  documentId: 'v-1',
  name: 'Centrum',
  uuid: '3f0c1a52-6a3e-4a53-9d0c-0d5f8f1f7a11',
  timeZone: 'Europe/Amsterdam',
  companyName: 'Studio Noord B.V.',
  companyUuid: '0b0e7a8e-54a4-4e0b-9a5e-0a3a4b7f2c11',
};
const oost: VenueIds = {
  ...centrum,
  documentId: 'v-2',
  name: 'Oost',
  uuid: '7d1b0f5e-3f43-4f0f-8f9c-5b1f1f0f9a22',
};

function timesIn(text: string, part: string): number {
  return text.split(part).length - 1;
}

describe('the confirmation of an order', () => {
  it.each(Object.keys(CONFIRMATION_TEXTS))('names both UUIDs and every step in %s', (language) => {
    const { subject, text, html } = composeConfirmation(language, [centrum], PANEL);
    const words = CONFIRMATION_TEXTS[language];
    expect(subject).toBe(words?.subject);
    for (const body of [text, html]) {
      expect(body).toContain(centrum.uuid);
      expect(body).toContain(centrum.companyUuid);
      expect(body).toContain(PANEL);
    }
    expect(words?.steps).toHaveLength(3);
    words?.steps.forEach((step, index) => expect(text).toContain(`${index + 1}. ${step}`));
    expect(timesIn(html, '<li>')).toBe(3);
  });

  it('is another text in each language', () => {
    const subjects = ['en', 'nl', 'de'].map(
      (language) => composeConfirmation(language, [centrum], PANEL).subject,
    );
    expect(new Set(subjects).size).toBe(3);
  });

  it('is in English for a language that there is no text in', () => {
    expect(composeConfirmation('fr', [centrum], PANEL)).toEqual(
      composeConfirmation('en', [centrum], PANEL),
    );
  });

  it('names a company once, however many venues it has', () => {
    const { text } = composeConfirmation('en', [centrum, oost], PANEL);
    expect(timesIn(text, centrum.companyUuid ?? '')).toBe(1);
    expect(text).toContain(`Centrum · Venue UUID: ${centrum.uuid}`);
    expect(text).toContain(`Oost · Venue UUID: ${oost.uuid}`);
  });

  it('takes what staff named a venue as text, not as markup', () => {
    const odd = { ...centrum, name: '<img src=x onerror="alert(1)"> & Co' };
    const { text, html } = composeConfirmation('en', [odd], PANEL);
    expect(text).toContain(odd.name);
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; Co');
  });
});
