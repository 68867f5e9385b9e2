import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { PLUGIN } from '../plugin-id';
import type en from '../translations/en.json';

/** A key of the translations; the compiler knows them all. */
export type TextKey = keyof typeof en;

export type TextValues = Record<string, string | number>;

/** Gives the plugin's texts in the language of the person who is signed in. */
export function useText() {
  const { formatMessage, locale } = useIntl();
  const t = useCallback(
    (key: TextKey, values?: TextValues): string =>
      formatMessage({ id: `${PLUGIN}.${key}`, defaultMessage: key }, values),
    [formatMessage],
  );
  return { t, locale };
}
