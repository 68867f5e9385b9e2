import de from '../../content-views/texts/de.json';
import en from '../../content-views/texts/en.json';
import nl from '../../content-views/texts/nl.json';

interface Texts {
  types: Record<string, { name: string; fields: Record<string, { label: string; help: string }> }>;
  values: Record<string, string>;
}

type Words = Record<string, string>;

const TEXTS: Record<string, Texts> = { en, nl, de };

/** Every label and help text, English word or sentence → what it is in this language. */
function fieldWords(texts: Texts): Words {
  const words: Words = {};
  const english: Texts = en;
  for (const [type, { name, fields }] of Object.entries(english.types)) {
    const translated = texts.types[type];
    if (!translated) continue;
    words[name] = translated.name;
    for (const [field, { label, help }] of Object.entries(fields)) {
      const other = translated.fields[field];
      if (!other) continue;
      words[label] = other.label;
      if (help) words[help] = other.help;
    }
  }
  return words;
}

const FIELD_WORDS = Object.fromEntries(
  Object.entries(TEXTS).map(([language, texts]) => [language, fieldWords(texts)]),
);

/**
 * The panel's words by language, as messages. Strapi looks types up by their English name and
 * values of enumerations by the value.
 */
export function wordsByLanguage(): Record<string, Words> {
  return Object.fromEntries(
    Object.entries(TEXTS).map(([language, texts]) => [
      language,
      { ...FIELD_WORDS[language], ...texts.values },
    ]),
  );
}

/**
 * A stored label or help text in the language of the panel. What staff wrote themselves is no
 * text of ours: it stays.
 */
export function inPanelLanguage(text: string): string {
  return FIELD_WORDS[document.documentElement.lang]?.[text] ?? text;
}
