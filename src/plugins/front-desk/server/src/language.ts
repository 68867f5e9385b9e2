/** The languages that staff and customers are addressed in. */
export const LANGUAGES = ['en', 'nl', 'de'] as const;

export type Language = (typeof LANGUAGES)[number];
