/** The cookie in which the panel leaves the language that it is shown in. */
export const LANGUAGE_COOKIE = 'panel-language';
