/** A sentence for a person: written in English where it is needed, and told in their language. */
export interface Sentence {
  /** in English, with `{0}`, `{1}` … for the values; its translations are listed under it */
  template: string;
  values: readonly Value[];
}

type Value = string | number | Sentence;

/** Translations of sentences, by their English template. */
export type Translations = Readonly<Record<string, string>>;

/** Writes a sentence: say`There are ${count} bookings.` */
export function say(parts: TemplateStringsArray, ...values: Value[]): Sentence {
  const template = parts.reduce((text, part, index) => `${text}{${index - 1}}${part}`);
  return { template, values };
}

/** The sentence as it is read: in English, where there is no translation. */
export function tell(sentence: Sentence, translations: Translations = {}): string {
  const { template, values } = sentence;
  return (translations[template] ?? template).replace(/\{(\d+)\}/g, (_placeholder, index) => {
    const value = values[Number(index)] ?? '';
    return typeof value === 'object' ? tell(value, translations) : String(value);
  });
}
