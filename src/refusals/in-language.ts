import { tell } from '../domain/sentence';
import type { Sentence, Translations } from '../domain/sentence';
import de from './texts/de.json';
import nl from './texts/nl.json';

const TRANSLATIONS: Readonly<Record<string, Translations | undefined>> = { nl, de };

/** What somebody is told who reads this language; English where it is none of ours. */
export function inLanguage(sentence: Sentence, language: string): string {
  return tell(sentence, Object.hasOwn(TRANSLATIONS, language) ? TRANSLATIONS[language] : undefined);
}
