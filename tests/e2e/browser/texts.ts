import type { Page } from '@playwright/test';

/** A key that stands where its text should, or a placeholder that was never filled in. */
const UNTRANSLATED =
  /\b(?:onefit-aggregator|front-desk)\.[a-z][\w.-]*|\{[a-z]\w*(?:, (?:plural|select|number|date))?/i;

/** What is shown of a page that no person should read; none when all is translated. */
export async function untranslated(page: Page): Promise<string[]> {
  const shown = await page.evaluate(() => {
    const attributes = [
      ...document.querySelectorAll('[aria-label], [title], [placeholder], [alt]'),
    ];
    return [
      document.body.innerText,
      document.title,
      ...attributes.flatMap((element) =>
        ['aria-label', 'title', 'placeholder', 'alt'].map(
          (name) => element.getAttribute(name) ?? '',
        ),
      ),
    ].join('\n');
  });
  return shown.split('\n').filter((line) => UNTRANSLATED.test(line));
}
