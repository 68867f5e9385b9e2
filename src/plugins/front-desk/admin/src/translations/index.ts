import { PLUGIN } from '../plugin-id';

type Messages = Record<string, string>;

const LANGUAGES: Record<string, () => Promise<{ default: Messages }>> = {
  en: () => import('./en.json'),
  nl: () => import('./nl.json'),
  de: () => import('./de.json'),
};

function published(messages: Messages): Messages {
  return Object.fromEntries(
    Object.entries(messages).map(([key, text]) => [`${PLUGIN}.${key}`, text]),
  );
}

/** The plugin's texts in those of the panel's languages that it speaks, by the ids Strapi uses. */
export async function registerTrads({ locales }: { locales: string[] }) {
  return Promise.all(
    locales.map(async (locale) => {
      const load = LANGUAGES[locale];
      return { locale, data: load ? published((await load()).default) : {} };
    }),
  );
}
