import { ACTIVITY, APPOINTMENT } from '../content-types';
import { PLUGIN } from '../plugin-id';

type Messages = Record<string, string>;

const LANGUAGES: Record<string, () => Promise<{ default: Messages }>> = {
  en: () => import('./en.json'),
  nl: () => import('./nl.json'),
  de: () => import('./de.json'),
};

const FIELD = 'field.';

/** The content manager asks for a field's label by an id of its own. */
function labelIds(key: string): string[] {
  if (!key.startsWith(FIELD)) return [];
  const name = key.slice(FIELD.length);
  return [ACTIVITY, APPOINTMENT].map((uid) => `content-manager.content-types.${uid}.${name}`);
}

function published(messages: Messages): Messages {
  const entries = Object.entries(messages).flatMap(([key, text]) =>
    [`${PLUGIN}.${key}`, ...labelIds(key)].map((id) => [id, text] as const),
  );
  return Object.fromEntries(entries);
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
