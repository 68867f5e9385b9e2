/** What the messages say in one language. Words in braces are put in. */
export interface MessageTexts {
  /** for the dates: a language with a region, so that the clock has 24 hours */
  locale: string;
  greeting: string;
  cancelled: { subject: string; lead: string; reason: string; next: string };
  moved: { subject: string; lead: string; was: string; is: string; reason: string; next: string };
  /** what staff wrote stands above it */
  written: { about: string };
  closing: string;
}

/** The languages that a customer can have; another one is written to in English. */
export const MESSAGE_TEXTS: Record<string, MessageTexts> & { en: MessageTexts } = {
  en: {
    locale: 'en-GB',
    greeting: 'Hello {firstName},',
    cancelled: {
      subject: 'Cancelled: {activity}, {when}',
      lead: '{activity} on {when} ({venue}) does not take place.',
      reason: 'Why: {reason}',
      next: 'Your booking has ended by itself; you need to do nothing. Do you want to come another time? Book another appointment, or ask us.',
    },
    moved: {
      subject: 'New time: {activity}, {when}',
      lead: '{activity} ({venue}) takes place at another time. You are booked in it.',
      was: 'It was: {when}',
      is: 'It is now: {when}',
      reason: 'Why: {reason}',
      next: 'Your booking moves with it; if the new time suits you, you need to do nothing. If you cannot come, please cancel your booking with us.',
    },
    written: {
      about: 'You get this e-mail because you are booked: {activity}, {when} ({venue}).',
    },
    closing: 'See you soon,',
  },
  nl: {
    locale: 'nl-NL',
    greeting: 'Hallo {firstName},',
    cancelled: {
      subject: 'Geannuleerd: {activity}, {when}',
      lead: '{activity} op {when} ({venue}) gaat niet door.',
      reason: 'Waarom: {reason}',
      next: 'Je boeking is vanzelf beëindigd; je hoeft niets te doen. Wil je een andere keer komen? Boek dan een andere afspraak, of vraag het ons.',
    },
    moved: {
      subject: 'Nieuwe tijd: {activity}, {when}',
      lead: '{activity} ({venue}) is op een ander tijdstip. Je hebt er een plek in.',
      was: 'Het was: {when}',
      is: 'Het is nu: {when}',
      reason: 'Waarom: {reason}',
      next: 'Je boeking gaat mee; komt de nieuwe tijd je uit, dan hoef je niets te doen. Kun je niet komen, annuleer je boeking dan bij ons.',
    },
    written: {
      about: 'Je krijgt deze e-mail omdat je geboekt hebt: {activity}, {when} ({venue}).',
    },
    closing: 'Tot snel,',
  },
  de: {
    locale: 'de-DE',
    greeting: 'Hallo {firstName},',
    cancelled: {
      subject: 'Abgesagt: {activity}, {when}',
      lead: '{activity} am {when} ({venue}) findet nicht statt.',
      reason: 'Warum: {reason}',
      next: 'Deine Buchung ist von selbst beendet; du musst nichts tun. Möchtest du ein anderes Mal kommen? Buche einen anderen Termin oder frag uns.',
    },
    moved: {
      subject: 'Neue Zeit: {activity}, {when}',
      lead: '{activity} ({venue}) findet zu einer anderen Zeit statt. Du hast dort einen Platz.',
      was: 'Bisher: {when}',
      is: 'Jetzt: {when}',
      reason: 'Warum: {reason}',
      next: 'Deine Buchung zieht mit um; passt dir die neue Zeit, musst du nichts tun. Kannst du nicht kommen, storniere deine Buchung bitte bei uns.',
    },
    written: {
      about: 'Du bekommst diese E-Mail, weil du gebucht hast: {activity}, {when} ({venue}).',
    },
    closing: 'Bis bald',
  },
};
