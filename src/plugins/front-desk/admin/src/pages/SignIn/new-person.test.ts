/// <reference types="jest" />
import { problemsOf, startingFrom } from './new-person';

describe('a new customer', () => {
  it('starts from what was typed: a name in its parts, or an e-mail address', () => {
    expect(startingFrom('Jan van der Berg', 'nl')).toMatchObject({
      firstName: 'Jan',
      lastName: 'van der Berg',
      email: '',
      language: 'nl',
    });
    expect(startingFrom('jan@x.nl', 'fr')).toMatchObject({
      firstName: '',
      lastName: '',
      email: 'jan@x.nl',
      language: 'en',
    });
  });

  it('says what is wrong, field by field', () => {
    const person = startingFrom('Jan Berg', 'en');
    expect(problemsOf(person)).toEqual({});
    expect(problemsOf({ ...person, email: 'jan@x.nl', phone: '+31 (0)6-12.34' })).toEqual({});
    expect(problemsOf({ ...person, firstName: ' ', lastName: 'x'.repeat(101) })).toEqual({
      firstName: 'newCustomer.nameMissing',
      lastName: 'newCustomer.nameTooLong',
    });
    expect(problemsOf({ ...person, email: 'jan@x', phone: 'call me' })).toEqual({
      email: 'newCustomer.emailWrong',
      phone: 'newCustomer.phoneWrong',
    });
  });
});
