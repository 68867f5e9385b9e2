import { Refusal } from '../domain/refusal';
import { say } from '../domain/sentence';
import refusalLanguage from './refusal-language';

const GONE = say`This customer does not exist. Reload the page.`;
const DUTCH = 'Deze klant bestaat niet meer. Laad de pagina opnieuw.';

async function told(cookie?: string, preferedLanguage?: string | null, thrown?: Error) {
  const ctx = {
    cookies: { get: (name: string) => (name === 'panel-language' ? cookie : undefined) },
    state: preferedLanguage === undefined ? {} : { user: { preferedLanguage } },
  };
  const answer = refusalLanguage()(ctx, () =>
    Promise.reject(thrown ?? new Refusal('customer_not_found', GONE)),
  );
  return answer.then(
    () => null,
    (error: unknown) => error as Error,
  );
}

test('a refusal is told in the language that the panel is shown in', async () => {
  expect((await told('nl', 'de'))?.message).toBe(DUTCH);
});

test('where no panel says it, in the one that somebody chose in their profile', async () => {
  expect((await told(undefined, 'nl'))?.message).toBe(DUTCH);
});

test.each([
  ['nobody says one', undefined, undefined],
  ['somebody chose none', undefined, null],
  ['the panel is English', 'en', 'de'],
  ['it is none of ours', 'fr', undefined],
  ['it is a word of JavaScript', 'constructor', undefined],
])('in English where %s', async (_why, cookie, preferred) => {
  expect((await told(cookie, preferred))?.message).toBe(GONE.template);
});

test('numbers, names and sentences within it are told as well', async () => {
  const bookings = say`${3} bookings: ${2} of your own customers, ${1} through Onefit`;
  const question = say`This moves ${bookings}. Own customers get an e-mail, and Onefit is told for its members. Confirm it to save.`;
  const refusal = new Refusal('confirmation_required', question);
  expect((await told('de', null, refusal))?.message).toMatch(
    /^Das verschiebt 3 Buchungen: 2 von deinen eigenen Kunden, 1 über Onefit\. /,
  );
});

test('code and details stay, and so does any other error', async () => {
  expect(await told('nl')).toMatchObject({ details: { code: 'customer_not_found' } });
  const other = new Error('not ours');
  expect(await told('nl', null, other)).toBe(other);
  expect(other.message).toBe('not ours');
});
