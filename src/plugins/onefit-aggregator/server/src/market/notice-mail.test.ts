import { composeNotice } from './notice-mail';
import { NOTICE_TEXTS } from './notice-texts';
import type { NoticeKind } from './notice-texts';

const URL = 'https://venue.example/admin';
const FACTS = { venue: 'Centrum', at: '24 November 2026 at 18:02 (Europe/Amsterdam)' };
const KINDS: NoticeKind[] = ['venue_linked', 'connection_down', 'connection_back'];

const every = Object.keys(NOTICE_TEXTS).flatMap((language) =>
  KINDS.map((kind) => [kind, language] as const),
);

describe('a mail about the connection', () => {
  it.each(every)('says which venue, since when and where to look: %s in %s', (kind, language) => {
    const { subject, text, html } = composeNotice(kind, language, FACTS, URL);
    expect(subject).toContain('Centrum');
    for (const body of [text, html]) {
      for (const part of [FACTS.venue, FACTS.at, URL]) expect(body).toContain(part);
    }
  });

  it('is another text in each language and of each kind', () => {
    const subjects = every.map(
      ([kind, language]) => composeNotice(kind, language, FACTS, URL).subject,
    );
    expect(new Set(subjects).size).toBe(9);
  });

  it('is in English for a language that there is no text in', () => {
    for (const kind of KINDS) {
      expect(composeNotice(kind, 'fr', FACTS, URL)).toEqual(composeNotice(kind, 'en', FACTS, URL));
    }
  });

  it('takes what staff named a venue as text, not as markup', () => {
    const venue = '<img src=x onerror="alert(1)"> & Co';
    const { text, html } = composeNotice('venue_linked', 'en', { ...FACTS, venue }, URL);
    expect(text).toContain(venue);
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; Co');
  });
});
