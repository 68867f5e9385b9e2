/** What the extension's contact is told by e-mail. */
export type NoticeKind = 'venue_linked' | 'connection_down' | 'connection_back';

/** What a notice speaks of: the venue's name, and the moment in its zone. */
export interface NoticeFacts {
  venue: string;
  at: string;
}

interface NoticeText {
  subject: string;
  /** plain text, one entry a paragraph */
  paragraphs: string[];
}

type Texts = Record<NoticeKind, (facts: NoticeFacts) => NoticeText>;

const en: Texts = {
  venue_linked: ({ venue, at }) => ({
    subject: `Onefit has linked ${venue}`,
    paragraphs: [
      'Hello,',
      `Onefit linked your venue ${venue} on ${at}.`,
      'Your allowed appointments go to Onefit now, and bookings of its members arrive in your Sign-in. Both happen by themselves.',
      'What is on Onefit, and why something is not, is shown under "Onefit" in your panel:',
    ],
  }),
  connection_down: ({ venue, at }) => ({
    subject: `Onefit cannot be reached for ${venue}`,
    paragraphs: [
      'Hello,',
      `Since ${at} Onefit does not answer as it should for ${venue}.`,
      'Nothing is lost: we keep trying, and whatever changed goes out as soon as Onefit answers. Until then members may see an older schedule, and an appointment can still never be overbooked.',
      'We write again when it works. The reason is shown under "Onefit" in your panel:',
    ],
  }),
  connection_back: ({ venue, at }) => ({
    subject: `Onefit works again for ${venue}`,
    paragraphs: [
      'Hello,',
      `Since ${at} Onefit answers again for ${venue}.`,
      'What waited goes out by itself; you need to do nothing.',
      'See it under "Onefit" in your panel:',
    ],
  }),
};

const nl: Texts = {
  venue_linked: ({ venue, at }) => ({
    subject: `Onefit heeft ${venue} gekoppeld`,
    paragraphs: [
      'Hallo,',
      `Onefit heeft je locatie ${venue} gekoppeld op ${at}.`,
      'Je toegestane afspraken gaan nu naar Onefit en boekingen van leden komen in je aanmeldlijst. Beide gaan vanzelf.',
      'Wat bij Onefit staat, en waarom iets er niet staat, zie je in het paneel onder "Onefit":',
    ],
  }),
  connection_down: ({ venue, at }) => ({
    subject: `Onefit is niet bereikbaar voor ${venue}`,
    paragraphs: [
      'Hallo,',
      `Sinds ${at} antwoordt Onefit niet zoals het hoort voor ${venue}.`,
      'Er gaat niets verloren: we blijven het proberen en wat er veranderde, gaat eruit zodra Onefit weer antwoordt. Tot dan zien leden misschien een ouder rooster; een afspraak kan nog steeds nooit te vol raken.',
      'Je hoort het als het weer werkt. De reden zie je in het paneel onder "Onefit":',
    ],
  }),
  connection_back: ({ venue, at }) => ({
    subject: `Onefit werkt weer voor ${venue}`,
    paragraphs: [
      'Hallo,',
      `Sinds ${at} antwoordt Onefit weer voor ${venue}.`,
      'Wat wachtte, gaat er vanzelf uit; je hoeft niets te doen.',
      'Je ziet het in het paneel onder "Onefit":',
    ],
  }),
};

const de: Texts = {
  venue_linked: ({ venue, at }) => ({
    subject: `Onefit hat ${venue} verknüpft`,
    paragraphs: [
      'Hallo,',
      `Onefit hat deinen Standort ${venue} verknüpft: ${at}.`,
      'Deine erlaubten Termine gehen jetzt an Onefit, und Buchungen der Mitglieder kommen in deine Anmeldeliste. Beides geschieht von selbst.',
      'Was bei Onefit steht, und warum etwas dort fehlt, zeigt dein Panel unter „Onefit“:',
    ],
  }),
  connection_down: ({ venue, at }) => ({
    subject: `Onefit ist für ${venue} nicht erreichbar`,
    paragraphs: [
      'Hallo,',
      `Onefit antwortet für ${venue} nicht, wie es sollte, seit ${at}.`,
      'Nichts geht verloren: Wir versuchen es weiter, und was sich geändert hat, geht hinaus, sobald Onefit wieder antwortet. Bis dahin sehen Mitglieder vielleicht einen älteren Plan; überbucht werden kann ein Termin trotzdem nie.',
      'Wir schreiben wieder, wenn es läuft. Den Grund zeigt dein Panel unter „Onefit“:',
    ],
  }),
  connection_back: ({ venue, at }) => ({
    subject: `Onefit läuft wieder für ${venue}`,
    paragraphs: [
      'Hallo,',
      `Onefit antwortet für ${venue} wieder, seit ${at}.`,
      'Was gewartet hat, geht von selbst hinaus; du musst nichts tun.',
      'Du siehst es in deinem Panel unter „Onefit“:',
    ],
  }),
};

/** The notices in the panel's languages. */
export const NOTICE_TEXTS: Record<string, Texts> & { en: Texts } = { en, nl, de };
