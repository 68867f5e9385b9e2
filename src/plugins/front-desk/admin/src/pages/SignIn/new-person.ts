import type { NewCustomer } from '../../api/choices';
import type { TextKey } from '../../components/use-text';

export type TextField = 'firstName' | 'lastName' | 'email' | 'phone';

const LANGUAGES = ['en', 'nl', 'de'];

const LONGEST_NAME = 100;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;
const PHONE = /^[+\d][\d ()./-]{2,31}$/;

/** A new person, as far as what was typed in the search says it: an e-mail address, or a name. */
export function startingFrom(typed: string, locale: string): NewCustomer {
  const isEmail = typed.includes('@');
  const [firstName = '', ...rest] = isEmail ? [] : typed.split(/\s+/).filter(Boolean);
  return {
    firstName,
    lastName: rest.join(' '),
    email: isEmail ? typed : '',
    phone: '',
    language: LANGUAGES.includes(locale) ? locale : 'en',
    sharesEmail: false,
  };
}

/** What is wrong with what was entered, by field; the server holds the same rules. */
export function problemsOf(person: NewCustomer): Partial<Record<TextField, TextKey>> {
  const problems: Partial<Record<TextField, TextKey>> = {};
  for (const field of ['firstName', 'lastName'] as const) {
    const length = person[field].trim().length;
    if (length === 0) problems[field] = 'newCustomer.nameMissing';
    if (length > LONGEST_NAME) problems[field] = 'newCustomer.nameTooLong';
  }
  if (person.email !== '' && !EMAIL.test(person.email)) problems.email = 'newCustomer.emailWrong';
  if (person.phone !== '' && !PHONE.test(person.phone)) problems.phone = 'newCustomer.phoneWrong';
  return problems;
}
