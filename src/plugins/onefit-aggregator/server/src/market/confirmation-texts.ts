/** What the confirmation of an order says, in one language. Plain text; one entry a line. */
export interface ConfirmationText {
  subject: string;
  greeting: string;
  ordered: string;
  nextSteps: string;
  /** in the order of the work */
  steps: string[];
  company: string;
  venue: string;
  closing: string;
}

/** The confirmation in the panel's languages. */
export const CONFIRMATION_TEXTS: Record<string, ConfirmationText> & {
  en: ConfirmationText;
} = {
  en: {
    subject: 'The Onefit API is ordered: your next steps',
    greeting: 'Hello,',
    ordered: 'The extension "Onefit API" has been ordered for your venue.',
    nextSteps: 'What to do next:',
    steps: [
      'Choose which activities Onefit members may book: open an activity, go to "Registration rules" and choose "Allow aggregator bookings". Saving is enough.',
      'Send the IDs below to Onefit support and ask them to link your venue.',
      'Wait for the link. From then on your appointments appear on Onefit, and bookings arrive in your Sign-in, by themselves.',
    ],
    company: 'Company UUID',
    venue: 'Venue UUID',
    closing:
      'You need to do nothing else. What is on Onefit, and why something is not, is shown under "Onefit" in your panel.',
  },
  nl: {
    subject: 'De Onefit API is besteld: je volgende stappen',
    greeting: 'Hallo,',
    ordered: 'De extensie "Onefit API" is besteld voor je locatie.',
    nextSteps: 'Wat je nu doet:',
    steps: [
      'Kies welke activiteiten Onefit-leden mogen boeken: open een activiteit, ga naar "Aanmeldregels" en kies "Boekingen via aggregators toestaan". Opslaan is genoeg.',
      'Stuur de onderstaande ID’s naar de support van Onefit en vraag om je locatie te koppelen.',
      'Wacht op de koppeling. Daarna verschijnen je afspraken vanzelf bij Onefit en komen boekingen vanzelf in je aanmeldlijst.',
    ],
    company: 'Company UUID',
    venue: 'Venue UUID',
    closing:
      'Meer hoef je niet te doen. Wat bij Onefit staat, en waarom iets er niet staat, zie je in het paneel onder "Onefit".',
  },
  de: {
    subject: 'Die Onefit-API ist bestellt: deine nächsten Schritte',
    greeting: 'Hallo,',
    ordered: 'Die Erweiterung „Onefit API“ wurde für deinen Standort bestellt.',
    nextSteps: 'Was jetzt zu tun ist:',
    steps: [
      'Wähle aus, welche Aktivitäten Onefit-Mitglieder buchen dürfen: Öffne eine Aktivität, gehe zu „Anmelderegeln“ und wähle „Buchungen über Aggregatoren erlauben“. Speichern genügt.',
      'Schicke die IDs unten an den Support von Onefit und bitte darum, deinen Standort zu verknüpfen.',
      'Warte auf die Verknüpfung. Danach erscheinen deine Termine von selbst bei Onefit, und Buchungen kommen von selbst in deine Anmeldeliste.',
    ],
    company: 'Company UUID',
    venue: 'Venue UUID',
    closing:
      'Mehr ist nicht zu tun. Was bei Onefit steht, und warum etwas dort fehlt, zeigt dein Panel unter „Onefit“.',
  },
};
