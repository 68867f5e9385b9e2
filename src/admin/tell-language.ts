import { LANGUAGE_COOKIE } from '../refusals/panel-language';

/** For as long as browsers keep a cookie. */
const KEPT_S = 400 * 24 * 60 * 60;

function tell(): void {
  const { lang } = document.documentElement;
  document.cookie = `${LANGUAGE_COOKIE}=${lang}; Path=/; Max-Age=${KEPT_S}; SameSite=Strict`;
}

/** Tells the server which language the panel is shown in, from now on and whenever it changes. */
export function tellLanguage(): void {
  tell();
  new MutationObserver(tell).observe(document.documentElement, { attributeFilter: ['lang'] });
}
